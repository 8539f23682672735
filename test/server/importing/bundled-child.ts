import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

export interface BundledChild {
  readonly path: string;
  readonly remove: () => void;
}

/** The import's process and its writing thread as they are built for a server, in a folder of their own. */
export async function bundleChild(): Promise<BundledChild> {
  const outDir = resolve('test-results', `import-child-${process.pid}`);
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      rollupOptions: {
        input: {
          'import-child': resolve('server/importing/import-child.ts'),
          'write-thread': resolve('server/importing/write-thread.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  return { path: join(outDir, 'import-child.js'), remove: () => rmSync(outDir, { recursive: true, force: true }) };
}
