import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportChange, ImportState } from '../store/contract/import-store.ts';
import type { Store } from '../store/store.ts';
import { KEPT_MS, STEP_LIMIT_MS } from './import-limits.ts';

const WORKING: readonly ImportState[] = ['reading', 'checking', 'writing'];
const WAITING: readonly ImportState[] = ['mapping', 'checked'];

export interface TidyInput {
  readonly store: Store;
  readonly folder: string;
  readonly now: () => Date;
  /** This process. */
  readonly worker: string;
  /** No other server writes to the store. */
  readonly alone: boolean;
  readonly end: (id: string, from: readonly ImportState[], change: Omit<ImportChange, 'at'>) => Promise<unknown>;
}

/**
 * Ends imports whose process is gone and those that nobody confirmed for a day, and deletes files that belong to no
 * import that still waits. At start and every ten minutes.
 */
export async function tidyImports({ store, folder, now, worker, alone, end }: TidyInput): Promise<void> {
  const age = (changedAt: string): number => now().getTime() - Date.parse(changedAt);
  for (const one of await store.imports.inStates(WORKING)) {
    if (one.worker === worker) continue;
    if (alone || age(one.changedAt) > STEP_LIMIT_MS.write * 2) {
      await end(one.id, WORKING, { state: 'failed', reason: { code: 'interrupted', fields: [] } });
    }
  }
  const kept = new Set<string>();
  for (const one of await store.imports.inStates([...WAITING, ...WORKING])) {
    if (WAITING.includes(one.state) && age(one.changedAt) > KEPT_MS) {
      await end(one.id, WAITING, { state: 'cancelled', reason: { code: 'expired', fields: [] } });
    } else kept.add(one.id);
  }
  for (const name of readdirSync(folder)) {
    if (!kept.has(name.replace(/\..*$/, ''))) rmSync(join(folder, name), { force: true });
  }
}
