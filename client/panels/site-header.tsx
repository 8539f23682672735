import { LogIn, Printer } from 'lucide-react';
import { lazy, type MouseEvent, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { type PageName, useView } from '../use-view.tsx';
import css from './site-header.module.css';
import { useMapPainted } from './use-map-painted.ts';
import { ViewTools } from './view-tools.tsx';

/** Loaded by those who signed in; the public page does without. */
const AccountMenu = lazy(() => import('../accounts/account-menu.tsx'));
const MemberLinks = lazy(() => import('../accounts/member-links.tsx'));

const PAGES = [
  { page: 'map', path: '/' },
  { page: 'data', path: '/data' },
] as const satisfies readonly { page: PageName; path: string }[];

/** Brand, pages, language, theme and print. */
export function SiteHeader({ onSkip, onPrint }: { readonly onSkip?: () => void; readonly onPrint?: () => void }) {
  const { t } = useTranslation();
  const { page, open, hrefOf } = useView();
  const follow = (event: MouseEvent, path: string): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(path);
  };
  const session = useSession(useMapPainted(page === 'map'));
  const isMember = session?.user != null;
  return (
    <header className={css.header} data-member={isMember || undefined}>
      <a
        className={css.skip}
        href={page === 'map' ? '#areas' : '#content'}
        onClick={(event) => {
          // The fragment of an internal page says which case is open: it stays.
          event.preventDefault();
          if (onSkip !== undefined) onSkip();
          else document.getElementById('content')?.focus();
        }}
      >
        {t(page === 'map' ? 'app.skip' : 'app.skipToContent')}
      </a>
      <a className={css.brand} href={hrefOf('/')} onClick={(event) => follow(event, '/')}>
        <svg className={css.mark} viewBox="0 0 22 22" aria-hidden="true">
          <path d="M3 4.2 8 2l6 2.4L19 2v15.8L14 20l-6-2.4L3 20z" opacity=".28" />
          <path d="M8 2v15.600L14 20V4.400z" />
        </svg>
        <b>{t('app.name')}</b>
        <span>{t('app.city')}</span>
      </a>
      <nav className={css.nav} aria-label={t('app.nav')}>
        {PAGES.map((item) => (
          <a
            key={item.page}
            href={hrefOf(item.path)}
            aria-current={page === item.page ? 'page' : undefined}
            onClick={(event) => follow(event, item.path)}
          >
            {t(`app.${item.page}`)}
          </a>
        ))}
        {isMember && (
          <Suspense>
            <MemberLinks session={session} />
          </Suspense>
        )}
      </nav>
      <div className={css.tools}>
        {onPrint !== undefined && (
          <span className={css.print}>
            <Button look="quiet" icon aria-label={t('app.print')} title={t('app.print')} onClick={onPrint}>
              <Printer size={18} aria-hidden="true" />
            </Button>
          </span>
        )}
        <div className={css.view}>
          <ViewTools />
        </div>
        {!isMember ? (
          <a
            className={css.signIn}
            href={hrefOf('/sign-in')}
            aria-current={page === 'sign_in' ? 'page' : undefined}
            onClick={(event) => follow(event, '/sign-in')}
          >
            <LogIn size={18} aria-hidden="true" />
            <span>{t('app.signIn')}</span>
          </a>
        ) : (
          <Suspense>
            <AccountMenu session={session} />
          </Suspense>
        )}
      </div>
    </header>
  );
}
