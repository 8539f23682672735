import '@fontsource-variable/plus-jakarta-sans/index.css';
import './ui/tokens.css';
import './ui/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchCoast, fetchContext, fetchEdition, fetchEvidence, fetchKecamatan, fetchKelurahan } from './api.ts';
import { App } from './app.tsx';
import { startI18n } from './i18n/i18n.ts';
import { ViewProvider } from './use-view.tsx';
import { decodeView } from './view.ts';

startI18n(decodeView(location.search).language);

/** An edition is immutable, so what is loaded stays; one retry, then the reader decides. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      retry: 1,
      refetchOnWindowFocus: false,
      // Without a connection a request fails and says so; the library would wait in silence.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

// Everything that the first picture needs is on its way before React begins.
const NEEDED = {
  edition: fetchEdition,
  kecamatan: fetchKecamatan,
  kelurahan: fetchKelurahan,
  evidence: fetchEvidence,
  coast: fetchCoast,
  context: fetchContext,
};
const isOpenData = location.pathname === '/' || location.pathname.startsWith('/data');
for (const [key, queryFn] of isOpenData ? Object.entries(NEEDED) : []) {
  void queries.prefetchQuery<unknown>({ queryKey: [key], queryFn });
}
if (location.pathname === '/') void import('./map/risk-map.tsx');

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <ViewProvider>
        <App />
      </ViewProvider>
    </QueryClientProvider>
  </StrictMode>,
);
