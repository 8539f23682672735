import { join } from 'node:path';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import type { Settings } from './env.ts';
import { openGeodata } from './geodata-files.ts';
import { openCompressCache } from './http/compress.ts';
import { makeHeaderSets } from './http/header-sets.ts';
import { listen, probePort } from './listen.ts';
import { makeBodies } from './routes/bodies.ts';
import { loadClientFiles } from './routes/client-files.ts';
import { makeHandlers } from './routes/handlers.ts';
import { loadCatalogue } from './services/catalogue.ts';
import { seedStore } from './services/seed.ts';
import { openStore } from './store/open.ts';
import { readTls } from './tls.ts';

export interface StartInput {
  readonly settings: Settings;
  /** The folder with package.json: the built page and geodata lie below it. */
  readonly root: string;
  readonly version: string;
  readonly log: Logger;
  readonly now: Date;
}

export interface Running {
  readonly editionId: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts the server. What can be refused is looked at before anything is written (certificate, geodata, port);
 * it listens when every body is made. Throws a StartFault for whatever the operator can mend.
 */
export async function start({ settings, root, version, log, now }: StartInput): Promise<Running> {
  const begin = performance.now();
  const tls = settings.tls === null ? null : readTls(settings.tls);
  const geodata = openGeodata(join(root, 'geodata', 'dist'));
  await probePort(settings);
  const headers = await makeHeaderSets(settings.baseUrl.startsWith('https:'));
  const store = await openStore(settings.dataDir, now);
  try {
    const seeded = await seedStore(store, geodata);
    const catalogue = await loadCatalogue(store);
    const cache = openCompressCache(join(settings.dataDir, 'cache'));
    const { baseUrl, contact } = settings;
    const [bodies, clientFiles] = await Promise.all([
      makeBodies({ store, catalogue, baseUrl, contact, version, headers: headers.open, compress: cache.compress }),
      loadClientFiles(join(root, 'dist', 'client'), headers.page, cache.compress),
    ]);
    await cache.prune();
    const handlers = makeHandlers({ store, catalogue, bodies, baseUrl, openHeaders: headers.open, log });
    const app = createApp({ handlers, clientFiles, headers, log });
    const listening = await listen(app, settings, tls, headers.open);
    const startMs = Math.round(performance.now() - begin);
    log.info({ baseUrl, edition: catalogue.edition.id, seeded, startMs, pid: process.pid }, 'started');
    return {
      editionId: catalogue.edition.id,
      close: async () => {
        await listening.close();
        await store.close();
        log.info('stopped');
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
