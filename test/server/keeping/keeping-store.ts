import { join } from 'node:path';
import { parseSettings, type Settings } from '../../../server/env.ts';
import { DATABASE_FILE } from '../../../server/store/database-file.ts';
import { openStore } from '../../../server/store/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { FINGERPRINT_KEY } from '../fixture/fingerprint-key.ts';
import { temporaryFolder } from '../fixture/geodata.ts';

export interface KeepingFolder {
  readonly dataDir: string;
  readonly databasePath: string;
  /** In the folder above the data. */
  readonly path: (name: string) => string;
  readonly settings: (environment?: Record<string, string>) => Settings;
  /** Opens the store; closed with the folder. */
  readonly open: () => Promise<Store>;
  readonly remove: () => Promise<void>;
}

export const NOW = new Date('2026-11-24T08:00:00Z');

/** A data folder of its own. */
export function keepingFolder(): KeepingFolder {
  const root = temporaryFolder();
  const dataDir = join(root.path, 'data');
  const opened: Store[] = [];
  return {
    dataDir,
    databasePath: join(dataDir, DATABASE_FILE),
    path: (name) => join(root.path, name),
    settings: (environment = {}) => {
      const { settings, problems } = parseSettings({ DATA_DIR: dataDir, ...environment });
      if (settings === undefined) throw new Error(problems.join());
      return settings;
    },
    open: async () => {
      const store = await openStore(dataDir, NOW, FINGERPRINT_KEY);
      opened.push(store);
      return store;
    },
    remove: async () => {
      for (const store of opened.splice(0)) await store.close();
      root.remove();
    },
  };
}

/** So many lines in the audit log. */
export async function log(store: Store, lines: number, ip: string | null = null): Promise<void> {
  for (let i = 0; i < lines; i += 1) {
    await store.audit.append({
      userId: 'u1',
      role: 'satgas',
      action: 'incident_read',
      subject: `incident:${i}`,
      detail: {},
      ip,
    });
  }
}
