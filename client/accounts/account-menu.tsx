import '../i18n/accounts/add.ts';
import { CircleUser } from 'lucide-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ViewTools } from '../panels/view-tools.tsx';
import type { Session } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { useView } from '../use-view.tsx';
import css from './accounts.module.css';
import { leave } from './sign-out.ts';

/** Who is signed in, the way to the own account and out; on a phone language and theme too. */
export default function AccountMenu({ session }: { readonly session: Session }) {
  const { t } = useTranslation('accounts');
  const { page, hrefOf, open } = useView();
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  if (session.user === null) return null;
  return (
    <>
      <Button look="quiet" icon popoverTarget={id} aria-label={t('menu.label')} title={session.user.name}>
        <CircleUser size={20} aria-hidden="true" />
      </Button>
      <div ref={menu} id={id} popover="auto" className={css.menu}>
        <p>
          {session.user.name} · {t(`role.${session.user.role}`)}
          {session.pending !== null && (
            <> · {t(session.pending === 'confirmation' ? 'menu.unconfirmed' : 'menu.pending')}</>
          )}
        </p>
        <a
          href={hrefOf('/account')}
          aria-current={page === 'account' ? 'page' : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            menu.current?.hidePopover();
            open('/account');
          }}
        >
          {t('menu.account')}
        </a>
        <button type="button" onClick={() => void leave(hrefOf)}>
          {t('menu.signOut')}
        </button>
        <div className={css.menuTools}>
          <ViewTools />
        </div>
      </div>
    </>
  );
}
