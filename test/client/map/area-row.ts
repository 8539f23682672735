import type { AreaRow } from '../../../client/model.ts';
import type { HatchDensity, RiskClass } from '../../../domain/assessment.ts';
import type { Strength } from '../../../domain/evidence.ts';
import { FACTORS, type Factor } from '../../../domain/factor.ts';
import type { PoliceStatement } from '../../../domain/police-statement.ts';
import type { Reading, Readings } from '../../../domain/reading.ts';

const NO_LISTS = { informs: [], lowers: [], contradicted: [] };
const UNKNOWN: Reading = { ...NO_LISTS, status: 'unknown' };

export function observed(strength: Strength | null, point: number): Reading {
  return {
    ...NO_LISTS,
    status: 'observed',
    strength,
    interval: { low: 0, point, high: 1 },
    grade: 'B',
    speaks: ['EV1'],
    newestDate: null,
    old: false,
    undatedCount: 1,
  };
}

interface Given {
  readonly code?: string;
  readonly status?: 'insufficient' | 'not_assessed' | RiskClass;
  readonly hatch?: HatchDensity;
  readonly coverage?: number;
  readonly police?: PoliceStatement | null;
  readonly readings?: Partial<Record<Factor, Reading>>;
}

/** A row with just what the map reads of it. */
export function areaRow(given: Given = {}): AreaRow {
  const { code = '64.71.01', status = 'not_assessed', hatch = 'none', coverage = 0, police = null } = given;
  const base = { code, bounds: { low: 0, high: 10 }, coverage, knownFactors: [], unknownFactors: FACTORS };
  const readings: Readings = {
    ...(Object.fromEntries(FACTORS.map((factor) => [factor, UNKNOWN])) as Record<Factor, Reading>),
    ...given.readings,
  };
  return {
    code,
    name: `Area ${code}`,
    level: 'kecamatan',
    parentCode: '64.71',
    areaKm2: 10,
    population: null,
    populationYear: null,
    populationSource: null,
    densityPerKm2: null,
    policeStatement: police,
    readings,
    assessment:
      status === 'insufficient' || status === 'not_assessed'
        ? { ...base, status }
        : {
            ...base,
            status: 'scored',
            score: { low: 0, point: 5, high: 10 },
            class: status,
            classLow: status,
            classHigh: status,
            hatch,
            contributions: {},
            rank: { low: 1, high: 6 },
          },
  };
}
