import { lazy, Suspense, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { AtlasProvider } from './atlas.tsx';
import { errorText } from './error-text.ts';
import { MapPage } from './panels/map-page.tsx';
import { SiteHeader } from './panels/site-header.tsx';
import { FailedPage, Loading } from './ui/notice.tsx';
import { useView } from './use-view.tsx';

const DataPage = lazy(() => import('./data-page/data-page.tsx'));

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
    const title =
      page === 'data' ? t('dataPage.title', { lng: view.language }) : t('app.tagline', { lng: view.language });
    document.title = `${t('app.name')} · ${title}`;
  }, [t, page, view.language, view.theme]);

  if (page === 'not_found') {
    return (
      <>
        <SiteHeader />
        <main id="content">
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
  const pageInFrame = (content: React.ReactNode) => (
    <>
      <SiteHeader />
      <main id="content">{content}</main>
    </>
  );
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
        <MapPage />
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
