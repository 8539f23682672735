import type { Incident } from '../../domain/incident.ts';
import { RowPacker } from '../store/bulk-pack.ts';
import type { BulkChunk } from '../store/bulk-writer.ts';
import { type IncidentRow, type PlaceRow, toIncidentRow, toPlaceRows } from '../store/incident-row.ts';

export interface ChunkOrigin {
  readonly importSeq: number;
  readonly at: string;
  readonly userId: string;
}

/** Cases of one chunk at most: what is sorted by has 34 bits, so both fit a whole number. */
const MOST_CASES = 2 ** 18;

/** Numbers of the cases from the least to the greatest, alike ones in their order; sorted as numbers without a callback. */
function orderOf(sort: readonly number[]): Int32Array {
  const keys = Float64Array.from(sort, (key, i) => key * MOST_CASES + i).sort();
  return Int32Array.from(keys, (key) => key % MOST_CASES);
}

/**
 * Cases on their way to the store. They are sorted by role and cell of their first place, so that the index of places
 * is written nearly in order: unsorted, each commit of 1,000 would touch all of it.
 */
export class CaseChunk {
  readonly #origin: ChunkOrigin & { readonly seq: number };
  readonly #roles = new Map<string, number>();
  #incidents = new RowPacker<IncidentRow>();
  #places = new RowPacker<PlaceRow>();
  /** Of each case: what it is sorted by, and where its places begin. */
  #sort: number[] = [];
  #from: number[] = [0];

  constructor(origin: ChunkOrigin) {
    this.#origin = { ...origin, seq: 0 };
  }

  get size(): number {
    return this.#incidents.count;
  }

  add(incident: Incident, fingerprint: number): void {
    this.#incidents.push(toIncidentRow(incident, this.#origin, fingerprint));
    const places = toPlaceRows(incident, this.#origin);
    for (const place of places) this.#places.push(place);
    const [first] = places;
    const role = first?.role ?? '';
    const order = this.#roles.get(role) ?? this.#roles.size;
    this.#roles.set(role, order);
    this.#sort.push(order * 2 ** 31 + (first?.cell ?? -1) + 1);
    this.#from.push(this.#places.count);
  }

  /** Everything so far, and empty again. */
  take(): BulkChunk {
    const [sort, from] = [this.#sort, this.#from];
    const order = orderOf(sort);
    const placesFrom = new Int32Array(order.length + 1);
    const placeOrder = new Int32Array(this.#places.count);
    let at = 0;
    for (let i = 0; i < order.length; i += 1) {
      const one = order[i] as number;
      placesFrom[i] = at;
      for (let place = from[one] as number; place < (from[one + 1] as number); place += 1) {
        placeOrder[at] = place;
        at += 1;
      }
    }
    placesFrom[order.length] = at;
    const chunk = { incidents: this.#incidents.pack(order), places: this.#places.pack(placeOrder), placesFrom };
    this.#incidents = new RowPacker();
    this.#places = new RowPacker();
    [this.#sort, this.#from] = [[], [0]];
    return chunk;
  }
}
