import { latLngToCell } from 'h3-js';
import { CITY } from '../../domain/city.ts';
import type { IncidentPlace, PlacePrecision, PlaceRole } from '../../domain/incident.ts';
import { drawIndex, type Random } from '../../domain/stats/random.ts';
import type { Ground } from './ground.ts';

const H3_RESOLUTION = 8;

/** How exactly a place is known, in the order of `PRECISIONS`. */
const PRECISIONS: readonly Exclude<PlacePrecision, 'online'>[] = ['point', 'kelurahan', 'kecamatan', 'kota'];
const PRECISION_SHARE = [62, 18, 14, 6];

/** How often a case has a place of this role. */
const ROLE_SHARE: Readonly<Record<PlaceRole, number>> = {
  recruitment: 1,
  transit: 0.3,
  harbouring: 0.35,
  exploitation: 0.85,
  rescue: 0.4,
  report: 0.45,
};

/** How often an exploitation itself happens online only. */
const ONLINE_EXPLOITATION = 0.08;

function online(role: PlaceRole): IncidentPlace {
  return { role, precision: 'online', areaCode: null, h3: null, point: null };
}

function place(role: PlaceRole, child: boolean, ground: Ground, random: Random): IncidentPlace {
  const precision = PRECISIONS[drawIndex(random, PRECISION_SHARE)] ?? 'kota';
  const { point, kelurahan } = ground.drawSpot(role);
  const { code, kecamatan_code: kecamatan } = kelurahan.properties;
  const coarse = { role, precision, h3: null, point: null };
  switch (precision) {
    case 'kota':
      return { ...coarse, areaCode: CITY.code };
    case 'kecamatan':
      return { ...coarse, areaCode: kecamatan };
    case 'kelurahan':
      return { ...coarse, areaCode: code };
    case 'point': {
      const h3 = latLngToCell(point[1], point[0], H3_RESOLUTION);
      return { ...coarse, areaCode: code, h3, point: child ? null : [point[0], point[1]] };
    }
  }
}

/** Places of one case, at most one a role; for a child, or when that is not known, no point but the H3 cell alone. */
export function drawPlaces(
  facts: { readonly online: boolean; readonly child: boolean },
  ground: Ground,
  random: Random,
): readonly IncidentPlace[] {
  const places: IncidentPlace[] = [];
  for (const [role, share] of Object.entries(ROLE_SHARE) as [PlaceRole, number][]) {
    if (random() >= share) continue;
    const recruitedOnline = role === 'recruitment' && facts.online;
    const exploitedOnline = role === 'exploitation' && facts.online && random() < ONLINE_EXPLOITATION;
    places.push(recruitedOnline || exploitedOnline ? online(role) : place(role, facts.child, ground, random));
  }
  return places;
}
