import type { Assessment } from '../domain/assessment.ts';
import type { PoliceStatement } from '../domain/police-statement.ts';
import type { Readings } from '../domain/reading.ts';

/** One area as the page shows it, for the weights and the minimum grade of the current view. */
export interface AreaRow {
  readonly code: string;
  readonly name: string;
  readonly level: 'kecamatan' | 'kelurahan';
  readonly parentCode: string;
  readonly areaKm2: number;
  readonly population: number | null;
  readonly populationYear: number | null;
  readonly populationSource: string | null;
  /** Residents per km2, recomputed; null where the population is unknown. */
  readonly densityPerKm2: number | null;
  readonly readings: Readings;
  readonly assessment: Assessment;
  readonly policeStatement: PoliceStatement | null;
}
