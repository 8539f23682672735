import '../i18n/accounts/add.ts';
import { CircleUser } from 'lucide-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Session, sessionMay } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { useView } from '../use-view.tsx';
import css from './accounts.module.css';
import { leave } from './sign-out.ts';

const LINKS = [
  { path: '/incidents', text: 'menu.incidents', permission: 'incident.read' },
  { path: '/import', text: 'menu.import', permission: 'incident.import' },
  { path: '/admin', text: 'menu.admin', permission: 'user.manage' },
] as const;

/** Who is signed in, and the pages that this session may open. The server decides; the menu only leaves out. */
export default function AccountMenu({ session }: { readonly session: Session }) {
  const { t } = useTranslation('accounts');
  const { hrefOf, open } = useView();
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  if (session.user === null) return null;
  const link = (path: string, text: string) => (
    <a
      key={path}
      href={hrefOf(path)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        menu.current?.hidePopover();
        open(path);
      }}
    >
      {text}
    </a>
  );
  return (
    <>
      <Button look="quiet" icon popoverTarget={id} aria-label={t('menu.label')} title={session.user.name}>
        <CircleUser size={20} aria-hidden="true" />
      </Button>
      <div ref={menu} id={id} popover="auto" className={css.menu}>
        <p>
          {session.user.name} · {t(`role.${session.user.role}`)}
          {session.pending !== null && <> · {t('menu.pending')}</>}
        </p>
        {LINKS.filter(({ permission }) => sessionMay(session, permission)).map(({ path, text }) => link(path, t(text)))}
        {link('/account', t('menu.account'))}
        <button type="button" onClick={() => void leave(hrefOf)}>
          {t('menu.signOut')}
        </button>
      </div>
    </>
  );
}
