import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { firstAdminLink } from './accounts/one-time-link.ts';
import { sweepAccounts } from './accounts/sweep.ts';
import { assemble } from './assemble.ts';
import type { Settings } from './env.ts';
import { StartFault } from './fault.ts';
import { openGeodata } from './geodata-files.ts';
import { openCompressCache } from './http/compress.ts';
import { type ImportDesk, openImportDesk } from './importing/import-desk.ts';
import { IMPORTS_FOLDER } from './importing/import-files.ts';
import { openImportProcess } from './importing/import-process.ts';
import { noteAnchor } from './keeping/audit-anchors.ts';
import { backupInOwnProcess } from './keeping/backup-process.ts';
import { checkLater } from './keeping/check-later.ts';
import { startDaily } from './keeping/daily.ts';
import { holdFolder } from './keeping/folder-lock.ts';
import { listen, probePort } from './listen.ts';
import { openPacker } from './packer.ts';
import { loadSecret, subKey } from './secret.ts';
import { seedStore } from './services/seed.ts';
import { DATABASE_FILE } from './store/database-file.ts';
import { makeDataDir } from './store/make-data-dir.ts';
import { openStore } from './store/open.ts';
import { storeFault } from './store/store-fault.ts';
import { readTls } from './tls.ts';

/** Sessions that are over and their addresses are removed this often. */
const SWEEP_MS = 15 * 60_000;

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
  /** While there is no account: the one-time link of the first admin. */
  readonly firstAdminLink: string | null;
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
  makeDataDir(dataDir);
  // Several servers may share a PostgreSQL; a file is one server's.
  const lock = settings.databaseUrl === null ? holdFolder(dataDir) : { release: () => {} };
  if (lock === null) {
    throw new StartFault(
      `${dataDir} is in use by another program: stop it (perhaps a second Petarawan), and start again.`,
    );
  }
  const open = async () => {
    const secret = loadSecret(dataDir, settings.secret);
    const fingerprintKey = subKey(secret, 'fingerprint').toString('base64');
    return { secret, fingerprintKey, store: await openStore(dataDir, now, fingerprintKey, settings.databaseUrl) };
  };
  const openBegin = performance.now();
  const { secret, fingerprintKey, store } = await open().catch((error: unknown) => {
    lock.release();
    throw error;
  });
  const storeMs = Math.round(performance.now() - openBegin);
  const packer = openPacker();
  let imports: ImportDesk | undefined;
  try {
    const seeded = await seedStore(store, geodata);
    const cache = openCompressCache(join(dataDir, 'cache'), join(root, 'dist', 'packed'), packer.compress);
    const { sessionLimits, oidc, trustedProxies } = settings;
    const { backupKeep, backupTime, auditIpDays } = settings;
    const keeping = {
      dataDir,
      isFile: settings.databaseUrl === null,
      backupKeep,
      backupTime,
      auditIpDays,
      backup: (target: string) => backupInOwnProcess(join(dataDir, DATABASE_FILE), target),
    };
    const importsFolder = join(dataDir, IMPORTS_FOLDER);
    imports = await openImportDesk({
      store,
      folder: importsFolder,
      process: openImportProcess({
        address: { dataDir, databaseUrl: settings.databaseUrl },
        folder: importsFolder,
        lpKey: subKey(secret, 'lp').toString('base64'),
        fingerprintKey,
        headerKey: subKey(secret, 'header').toString('base64'),
      }),
      now: () => new Date(),
      log,
      alone: settings.databaseUrl === null,
    });
    const assembled = await assemble({
      store,
      clientFolder,
      baseUrl,
      contact,
      version,
      compress: cache.compress,
      accountSettings: { secret, sessionLimits, oidc, trustedProxies },
      keeping,
      imports,
      now: () => new Date(),
      log,
    });
    await cache.prune();
    const listening = await listen(assembled.app, settings, tls, assembled.headers.open);
    if (keeping.isFile) void checkLater(join(dataDir, DATABASE_FILE), log);
    const daily = startDaily({ ...keeping, store, bands: assembled.bands, now: () => new Date(), log });
    const sweep = () =>
      sweepAccounts(store.accounts, sessionLimits, new Date()).catch((error) => {
        log.error({ err: error }, 'sessions that are over could not be removed');
      });
    await sweep();
    const sweeping = setInterval(sweep, SWEEP_MS);
    sweeping.unref();
    const startMs = Math.round(performance.now() - begin);
    log.info({ baseUrl, edition: assembled.editionId, seeded, startMs, storeMs, pid: process.pid }, 'started');
    return {
      editionId: assembled.editionId,
      firstAdminLink: await firstAdminLink(store.accounts, baseUrl, now),
      close: async () => {
        clearInterval(sweeping);
        await listening.close();
        await daily.stop();
        imports?.close();
        noteAnchor(dataDir, await store.audit.head(), new Date());
        await store.close();
        lock.release();
        log.info('stopped');
      },
    };
  } catch (error) {
    imports?.close();
    await store.close();
    lock.release();
    throw storeFault(error, dataDir) ?? error;
  } finally {
    packer.close();
  }
}
