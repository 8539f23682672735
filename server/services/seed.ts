import type { Seed, Store } from '../store/store.ts';

function same(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, hash]) => b.get(name) === hash);
}

/**
 * Fills the store from the built geodata when any of its files differs from what was stored, all in one
 * transaction: a reader sees the old edition or the new one, never a mixture. Returns whether it did.
 */
export async function seedStore(
  store: Store,
  built: { readonly datasets: ReadonlyMap<string, string>; readonly readSeed: () => Seed },
): Promise<boolean> {
  if (same(built.datasets, await store.datasetHashes())) return false;
  await store.reseed(built.readSeed());
  return true;
}
