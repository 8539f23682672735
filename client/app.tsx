import { lazy, Suspense, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { AtlasProvider } from './atlas.tsx';
import { ShownProvider } from './bands/shown.tsx';
import { errorText } from './error-text.ts';
import { MapPage } from './panels/map-page.tsx';
import { SiteHeader } from './panels/site-header.tsx';
import { FailedPage, Loading } from './ui/notice.tsx';
import { type PageName, useView } from './use-view.tsx';

const DataPage = lazy(() => import('./data-page/data-page.tsx'));
const INTERNAL_PAGE = {
  sign_in: lazy(() => import('./accounts/sign-in-page.tsx')),
  setup: lazy(() => import('./accounts/setup-page.tsx')),
  account: lazy(() => import('./accounts/account-page.tsx')),
  admin: lazy(() => import('./keeping/admin-page.tsx')),
  incidents: lazy(() => import('./incidents/incidents-page.tsx')),
  import: lazy(() => import('./imports/import-page.tsx')),
} as const;

function isInternal(page: PageName): page is keyof typeof INTERNAL_PAGE {
  return page in INTERNAL_PAGE;
}

/** Language and theme of the document, the header, and the page that the address names. */
export function App() {
  const { t, i18n } = useTranslation();
  const { page, view, open } = useView();

  useLayoutEffect(() => {
    // A change gives a new `t`: asked for again on each, it would never end.
    if (i18n.language !== view.language) void i18n.changeLanguage(view.language);
  }, [i18n, view.language]);

  useLayoutEffect(() => {
    document.documentElement.lang = view.language;
    document.documentElement.dataset.theme = view.theme;
    // An internal page names itself when its texts are there.
    if (isInternal(page)) return;
    const title =
      page === 'data' ? t('dataPage.title', { lng: view.language }) : t('app.tagline', { lng: view.language });
    document.title = `${t('app.name')} · ${title}`;
  }, [t, page, view.language, view.theme]);

  if (page === 'not_found') {
    return (
      <>
        <SiteHeader />
        <main id="content" tabIndex={-1}>
          <FailedPage
            title={t('state.notFoundTitle')}
            detail={t('state.notFoundBody')}
            action={t('state.backToMap')}
            onAction={() => open('/')}
          />
        </main>
      </>
    );
  }
  const loading = <Loading label={t('state.loading')} />;
  const InternalPage = isInternal(page) ? INTERNAL_PAGE[page] : null;
  const pageInFrame = (content: React.ReactNode) => (
    <>
      <SiteHeader />
      <main id="content" tabIndex={-1}>
        {content}
      </main>
    </>
  );
  if (InternalPage !== null) {
    return pageInFrame(
      <Suspense fallback={loading}>
        <InternalPage />
      </Suspense>,
    );
  }
  return (
    <AtlasProvider
      loading={pageInFrame(loading)}
      failed={(error, retry) =>
        pageInFrame(
          <FailedPage
            title={t('state.errorTitle')}
            detail={errorText(t, error)}
            action={t('state.retry')}
            onAction={retry}
          />,
        )
      }
    >
      {page === 'map' ? (
        <ShownProvider>
          <MapPage />
        </ShownProvider>
      ) : (
        pageInFrame(
          <Suspense fallback={loading}>
            <DataPage />
          </Suspense>,
        )
      )}
    </AtlasProvider>
  );
}
