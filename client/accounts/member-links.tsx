import '../i18n/accounts/add.ts';
import { useTranslation } from 'react-i18next';
import { type Session, sessionMay } from '../session.ts';
import { useView } from '../use-view.tsx';

const LINKS = [
  { page: 'incidents', path: '/incidents', text: 'menu.incidents', permission: 'incident.read' },
  { page: 'import', path: '/import', text: 'menu.import', permission: 'incident.import' },
  { page: 'admin', path: '/admin', text: 'menu.admin', permission: 'user.manage' },
] as const;

/** The pages that this session may open, in the main navigation. The server decides; the page only leaves out. */
export default function MemberLinks({ session }: { readonly session: Session }) {
  const { t } = useTranslation('accounts');
  const { page: current, hrefOf, open } = useView();
  return LINKS.filter(({ permission }) => sessionMay(session, permission)).map(({ page, path, text }) => (
    <a
      key={path}
      href={hrefOf(path)}
      aria-current={current === page ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        open(path);
      }}
    >
      {t(text)}
    </a>
  ));
}
