import { PLACE_ROLES } from '../incident.ts';
import type { Statement } from './integer-program.ts';
import { cellKey } from './release.ts';
import { sumBetween } from './statement.ts';

/** A count that others have published: whatever we do, it is known. */
export interface ExternalFact {
  readonly id: string;
  readonly publisher: string;
  /** ISO date. */
  readonly publishedOn: string;
  /** The row of `geodata/source/evidence.csv` with the source. */
  readonly evidenceId: string;
  readonly year: number;
  /** Cases in the whole city. */
  readonly cityCases: number;
}

/**
 * Dated facts that are already public. The numbers of other counters for 2025 (11 at UPTD PPA, 15 in the province)
 * are other ways of counting and bound nothing here.
 */
export const EXTERNAL_FACTS: readonly ExternalFact[] = [
  {
    id: 'city_cases_2025',
    publisher: 'Berandapost',
    publishedOn: '2025-11-12',
    evidenceId: 'EV011',
    year: 2025,
    cityCases: 2,
  },
];

/**
 * What the facts say of our cells, as an attacker reads them: a case has one place of a role at most, and maybe none
 * in the city (online), so for each role the kecamatan of the year sum to 0 up to the city's cases.
 */
export function factStatements(facts: readonly ExternalFact[], areaCodes: readonly string[]): readonly Statement[] {
  return facts.flatMap(({ year, cityCases }) =>
    PLACE_ROLES.map((role) =>
      sumBetween(
        areaCodes.map((areaCode) => cellKey(role, areaCode, year)),
        { low: 0, high: cityCases },
      ),
    ),
  );
}
