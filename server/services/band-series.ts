import { CITY } from '../../domain/city.ts';
import { PLACE_ROLES, type PlaceRole } from '../../domain/incident.ts';
import type { BandFrame } from '../../domain/privacy/band-table.ts';
import { bandYears } from '../../domain/privacy/band-years.ts';
import type { IncidentStore } from '../store/contract/incident-store.ts';
import type { BandRelease, BandReleases, BandVerdict, Hand } from './band-release.ts';

/** The planner's tables of the city, one for each place role. */
export interface BandSeries {
  readonly ofQuarter: (role: PlaceRole) => Promise<BandRelease>;
  readonly byHand: (role: PlaceRole, hand: Hand) => Promise<BandVerdict>;
  /** Decides the quarter for every place role; how many tables were released. */
  readonly releaseDue: () => Promise<{ readonly released: number }>;
}

export interface BandSeriesParts {
  readonly releases: () => Promise<BandReleases>;
  readonly incidents: Pick<IncidentStore, 'counts'>;
  /** Of every kecamatan, in the order of the rows. */
  readonly kecamatanCodes: readonly string[];
  readonly now: () => Date;
}

export function bandSeries({ releases, incidents, kecamatanCodes, now }: BandSeriesParts): BandSeries {
  const yearOf = new Intl.DateTimeFormat('en', { timeZone: CITY.timeZone, year: 'numeric' });
  const frameOf = (placeRole: PlaceRole): BandFrame => ({
    placeRole,
    areaCodes: kecamatanCodes,
    years: bandYears(Number(yearOf.format(now()))),
  });
  const countsOf = (role: PlaceRole) => async () => {
    const counts = await incidents.counts({ role, dimension: 'kecamatan' });
    return counts.flatMap(({ areaCode, year, n }) => (areaCode === null ? [] : [{ areaCode, year, count: n }]));
  };
  const ofQuarter = async (role: PlaceRole) => (await releases()).ofQuarter(frameOf(role), countsOf(role));
  return {
    ofQuarter,
    byHand: async (role, hand) => (await releases()).byHand(frameOf(role), countsOf(role), hand),
    releaseDue: async () => {
      let released = 0;
      for (const role of PLACE_ROLES) {
        if ((await ofQuarter(role)).verdict.outcome === 'released') released += 1;
      }
      return { released };
    },
  };
}
