import { join } from 'node:path';
import pino from 'pino';
import { assemble } from './assemble.ts';
import { parseSettings } from './env.ts';
import { openGeodata } from './geodata-files.ts';
import { openCompressCache } from './http/compress.ts';
import { seedStore } from './services/seed.ts';
import { IN_MEMORY, openStore } from './store/open.ts';

/**
 * Packs, at build time, the page and every answer under the default settings into `dist/packed`, so that a first
 * start reads instead of compressing for seconds. Answers under other settings are packed when they are first made.
 */
export async function pack(root: string, version: string): Promise<void> {
  const { settings } = parseSettings({});
  if (settings === undefined) throw new Error('the default settings are not valid');
  const store = await openStore(IN_MEMORY, new Date(0), null);
  try {
    await seedStore(store, openGeodata(join(root, 'geodata', 'dist')));
    const cache = openCompressCache(join(root, 'dist', 'packed'));
    await assemble({
      store,
      clientFolder: join(root, 'dist', 'client'),
      baseUrl: settings.baseUrl,
      contact: settings.contact,
      version,
      now: () => new Date(0),
      compress: cache.compress,
      // Nobody signs in while packing.
      accountSettings: {
        secret: Buffer.alloc(32),
        sessionLimits: settings.sessionLimits,
        oidc: null,
        trustedProxies: [],
      },
      keeping: {
        dataDir: root,
        isFile: false,
        auditIpDays: settings.auditIpDays,
        backupKeep: 0,
        backupTime: settings.backupTime,
        backup: () => Promise.reject(new Error('nothing is kept while packing')),
      },
      log: pino({ level: 'silent' }),
    });
    await cache.prune();
  } finally {
    await store.close();
  }
}
