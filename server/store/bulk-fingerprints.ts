import type { Kysely } from 'kysely';
import { visible } from './incident-visible.ts';
import type { Schema } from './schema.ts';

const ROWS_PER_READ = 20_000;
/** Kept at most half full, so that a look-up takes one or two steps. */
const SPARE = 2;

/** A set of fingerprints (whole numbers below 2^48) as a hash table over one piece of memory. */
export class FingerprintSet {
  #slots = new Float64Array(1024);
  #mask = this.#slots.length - 1;
  size = 0;

  #find(fingerprint: number): number {
    let slot = fingerprint & this.#mask;
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== fingerprint) slot = (slot + 1) & this.#mask;
    return slot;
  }

  has(fingerprint: number): boolean {
    return this.#slots[this.#find(fingerprint)] === fingerprint;
  }

  /** False when it was in already. 0 is taken for 1: an empty slot is 0. */
  add(fingerprint: number): boolean {
    const value = fingerprint === 0 ? 1 : fingerprint;
    const slot = this.#find(value);
    if (this.#slots[slot] === value) return false;
    this.#slots[slot] = value;
    this.size += 1;
    if (this.size * SPARE > this.#slots.length) this.#grow();
    return true;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Float64Array(before.length * 2);
    this.#mask = this.#slots.length - 1;
    for (const value of before) if (value !== 0) this.#slots[this.#find(value)] = value;
  }
}

/** Fingerprints of every case that is kept, deleted and changed ones too: what was brought once is not brought again. */
export async function loadFingerprints(db: Kysely<Schema>): Promise<FingerprintSet> {
  const set = new FingerprintSet();
  let last = 0;
  for (;;) {
    const rows = await db
      .selectFrom('incident')
      .select(['seq', 'fingerprint'])
      .where('seq', '>', last)
      .where(visible('import_seq'))
      .orderBy('seq')
      .limit(ROWS_PER_READ)
      .execute();
    for (const { fingerprint } of rows) set.add(fingerprint);
    const end = rows.at(-1);
    if (end === undefined || rows.length < ROWS_PER_READ) return set;
    last = end.seq;
  }
}
