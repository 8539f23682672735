import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page: `client/` to `dist/client`. The server bundle is `vite.config.server.ts`. */
export default defineConfig({
  root: fileURLToPath(new URL('./client', import.meta.url)),
  base: '/',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('./dist/client', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // The CSP allows no data: fonts or scripts, so every asset stays a file of this origin.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // maplibre-gl alone is about 1 MB before gzip; the budget is kept by `npm run bench`.
    chunkSizeWarningLimit: 1500,
  },
});
