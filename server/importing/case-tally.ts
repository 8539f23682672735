import type { Incident } from '../../domain/incident.ts';
import { sumTally, type TallyRow, tallyRowsOf } from '../store/incident-tally.ts';

/** Counts cases by what the tally knows of them; cases alike in that are looked at once. */
export class CaseTally {
  readonly #alike = new Map<string, { readonly incident: Incident; n: number }>();

  add(incident: Incident): void {
    let key = `${incident.month.slice(0, 4)} ${incident.stage} ${incident.source} ${incident.platforms.join()}`;
    for (const { role, areaCode, h3, point } of incident.places) {
      key += ` ${role} ${areaCode}${point === null ? '' : '.'}${h3 === null ? '' : '.'}`;
    }
    const known = this.#alike.get(key);
    if (known === undefined) this.#alike.set(key, { incident, n: 1 });
    else known.n += 1;
  }

  rows(importSeq: number): readonly TallyRow[] {
    const rows: TallyRow[] = [];
    for (const { incident, n } of this.#alike.values()) {
      for (const row of tallyRowsOf(incident, importSeq)) rows.push({ ...row, n });
    }
    return sumTally(rows);
  }
}
