import { INCIDENT_SOURCES, type Incident, PLACE_ROLES, PLATFORMS, STAGES } from '../../domain/incident.ts';
import { bitsOf } from '../../domain/incident-set.ts';
import { keyOf, sumTally, type TallyRow, tallyRowsOf } from '../store/incident-tally.ts';

/** More than there are kinds of places: 6 roles, 4 ways of being located, some 40 areas of which 512 would fit. */
const PLACE_KINDS = 2 ** 14;
const AREAS = 512;

/**
 * Counts cases by what the tally knows of them. Which rows a case counts in is worked out once for all that are alike
 * in that; no case is held, or the garbage collector would carry 30,000 of them about.
 */
export class CaseTally {
  /** Numbers of areas, of cases alike without their places, and of those with one place more. */
  readonly #areas = new Map<string | null, number>();
  readonly #cases = new Map<number, number>();
  readonly #steps = new Map<number, number>();
  #kinds = 0;
  /** By the number of a kind of case: which sums it counts in. */
  readonly #sumsOf: (readonly number[] | undefined)[] = [];
  readonly #sums: TallyRow[] = [];
  readonly #counts: number[] = [];
  readonly #sumByKey = new Map<string, number>();

  add(incident: Incident): void {
    const kind = this.#kindOf(incident);
    const sums = this.#sumsOf[kind] ?? this.#learn(kind, incident);
    for (let i = 0; i < sums.length; i += 1) {
      const sum = sums[i] as number;
      this.#counts[sum] = (this.#counts[sum] as number) + 1;
    }
  }

  rows(importSeq: number): readonly TallyRow[] {
    return sumTally(this.#sums.map((row, i) => ({ ...row, import_seq: importSeq, n: this.#counts[i] as number })));
  }

  #kindOf({ month, stage, source, platforms, places }: Incident): number {
    const year = Number(month.slice(0, 4));
    const code = (year * STAGES.length + STAGES.indexOf(stage)) * INCIDENT_SOURCES.length;
    const whole = (code + INCIDENT_SOURCES.indexOf(source)) * 2 ** PLATFORMS.length + bitsOf(PLATFORMS, platforms);
    let kind = this.#numberIn(this.#cases, whole);
    for (const { role, areaCode, h3, point } of places) {
      let area = this.#areas.get(areaCode);
      if (area === undefined) {
        area = this.#areas.size;
        if (area >= AREAS) throw new RangeError('more areas than the tally was made for');
        this.#areas.set(areaCode, area);
      }
      const located = (point === null ? 0 : 1) + (h3 === null ? 0 : 2);
      const place = (PLACE_ROLES.indexOf(role) * 4 + located) * AREAS + area;
      kind = this.#numberIn(this.#steps, kind * PLACE_KINDS + place);
    }
    return kind;
  }

  #numberIn(numbers: Map<number, number>, key: number): number {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const kind = this.#kinds;
    this.#kinds += 1;
    numbers.set(key, kind);
    return kind;
  }

  #learn(kind: number, incident: Incident): readonly number[] {
    const sums = tallyRowsOf(incident, 0).map((row) => {
      const key = keyOf(row);
      let sum = this.#sumByKey.get(key);
      if (sum === undefined) {
        sum = this.#sums.push(row) - 1;
        this.#counts.push(0);
        this.#sumByKey.set(key, sum);
      }
      return sum;
    });
    this.#sumsOf[kind] = sums;
    return sums;
  }
}
