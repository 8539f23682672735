import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { assemble } from './assemble.ts';
import type { Settings } from './env.ts';
import { StartFault } from './fault.ts';
import { openGeodata } from './geodata-files.ts';
import { openCompressCache } from './http/compress.ts';
import { listen, probePort } from './listen.ts';
import { openPacker } from './packer.ts';
import { loadSecret } from './secret.ts';
import { seedStore } from './services/seed.ts';
import { openStore } from './store/open.ts';
import { storeFault } from './store/store-fault.ts';
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
 * Starts the server. What can be refused is looked at before anything is written (certificate, page, geodata, port);
 * it listens when every body is made. Throws a StartFault for whatever the operator can mend.
 */
export async function start({ settings, root, version, log, now }: StartInput): Promise<Running> {
  const begin = performance.now();
  const { baseUrl, contact, dataDir } = settings;
  const tls = settings.tls === null ? null : readTls(settings.tls);
  const clientFolder = join(root, 'dist', 'client');
  if (!existsSync(join(clientFolder, 'index.html'))) {
    throw new StartFault(
      `the page is not built (${join(clientFolder, 'index.html')} is missing): run \`npm run build\`.`,
    );
  }
  const geodata = openGeodata(join(root, 'geodata', 'dist'));
  await probePort(settings);
  const store = await openStore(dataDir, now);
  const packer = openPacker();
  try {
    const seeded = await seedStore(store, geodata);
    const cache = openCompressCache(join(dataDir, 'cache'), join(root, 'dist', 'packed'), packer.compress);
    const { sessionLimits, oidc, trustedProxies } = settings;
    const secret = loadSecret(dataDir, settings.secret);
    const assembled = await assemble({
      store,
      clientFolder,
      baseUrl,
      contact,
      version,
      compress: cache.compress,
      accountSettings: { secret, sessionLimits, oidc, trustedProxies },
      now: () => new Date(),
      log,
    });
    await cache.prune();
    const listening = await listen(assembled.app, settings, tls, assembled.headers.open);
    const startMs = Math.round(performance.now() - begin);
    log.info({ baseUrl, edition: assembled.editionId, seeded, startMs, pid: process.pid }, 'started');
    return {
      editionId: assembled.editionId,
      close: async () => {
        await listening.close();
        await store.close();
        log.info('stopped');
      },
    };
  } catch (error) {
    await store.close();
    throw storeFault(error, dataDir) ?? error;
  } finally {
    packer.close();
  }
}
