import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { pack } from './server/pack.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** `server/main.ts` to `dist/server/main.js`, dependencies included: one file loads quicker and smaller than some hundred. */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [
    {
      name: 'petarawan-pack',
      // The page is built before the server, so both can be packed here.
      closeBundle: () => pack(root, JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).version),
    },
  ],
  ssr: {
    noExternal: true,
    // A native module; pino starts worker files of its own.
    external: ['better-sqlite3', 'pino'],
  },
  build: {
    ssr: true,
    outDir: `${root}/dist/server`,
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rollupOptions: {
      input: {
        main: `${root}/server/main.ts`,
        'pack-child': `${root}/server/pack-child.ts`,
        keep: `${root}/server/keep.ts`,
        'import-child': `${root}/server/importing/import-child.ts`,
        'write-thread': `${root}/server/importing/write-thread.ts`,
        'band-judge-thread': `${root}/server/band-judge-thread.ts`,
        'backup-child': `${root}/server/backup-child.ts`,
        'xlsx-child': `${root}/server/keeping/xlsx-child.ts`,
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
