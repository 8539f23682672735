import { type Incident, PLACE_ROLES, treatAsChildCase } from '../../../domain/incident.ts';
import type { CountQuery, IncidentCount, MapFilter } from '../../../server/store/contract/incident-store.ts';

/** What the store should hold, kept as a plain list and reckoned the slow way. */
export interface ModelRecord {
  readonly id: string;
  readonly incident: Incident;
  readonly version: number;
  readonly closed: boolean;
  readonly deleted: boolean;
}

/** As it must come back: a child case without its points. */
export function kept(incident: Incident, id: string): Incident {
  const places = incident.places.map((place) => (treatAsChildCase(incident) ? { ...place, point: null } : place));
  return { ...incident, id, places };
}

function isApart({ stage }: Incident): boolean {
  return stage === 'vice_raid' || stage === 'not_tppo';
}

export function isMapped(incident: Incident, filter: MapFilter): boolean {
  if (filter.stage === null ? isApart(incident) : incident.stage !== filter.stage) return false;
  if (filter.source !== null && incident.source !== filter.source) return false;
  if (filter.platform !== null && !incident.platforms.includes(filter.platform)) return false;
  if (filter.fromMonth !== null && incident.month < filter.fromMonth) return false;
  if (filter.toMonth !== null && incident.month > filter.toMonth) return false;
  return incident.places.some(({ role }) => role === filter.role);
}

/** Area of the place that a map shows best. */
export function bestArea({ places }: Incident, role: string): string | null {
  const of = places.filter((place) => place.role === role);
  const best = of.find(({ point }) => point !== null) ?? of.find(({ h3 }) => h3 !== null) ?? of[0];
  return best?.areaCode ?? null;
}

export function recount(records: readonly ModelRecord[], { role, dimension }: CountQuery): IncidentCount[] {
  const counts = new Map<string, IncidentCount>();
  const add = (areaCode: string | null, year: number, category: string): void => {
    const key = `${areaCode ?? ''}!${year}!${category}`;
    counts.set(key, { areaCode, year, category, n: (counts.get(key)?.n ?? 0) + 1 });
  };
  for (const { incident } of records.filter(({ deleted }) => !deleted)) {
    const areas = incident.places.filter((place) => place.role === role).map(({ areaCode }) => areaCode);
    const year = Number(incident.month.slice(0, 4));
    if (dimension !== 'stage' && isApart(incident)) continue;
    if (dimension === 'kecamatan') {
      if (areas.length > 0) add(bestArea(incident, role)?.slice(0, 8) ?? null, year, '');
      continue;
    }
    for (const area of new Set(areas)) {
      const platforms = incident.platforms.length === 0 ? ['unknown'] : incident.platforms;
      for (const category of dimension === 'platform' ? platforms : [incident[dimension]]) add(area, year, category);
    }
  }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

export const ROLES_IN_USE = PLACE_ROLES.slice(0, 3);
