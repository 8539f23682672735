import type { PlaceCategory } from '../place-category.ts';

/** Tags of one OpenStreetMap object. */
export type Tags = Readonly<Record<string, string>>;

type Rule = readonly [category: PlaceCategory, tag: string, values: readonly string[]];

/** First rule that fits wins. The query in docs/data.md asks for exactly these. */
export const RULES: readonly Rule[] = [
  ['nightlife', 'amenity', ['nightclub', 'bar', 'pub', 'karaoke_box', 'stripclub']],
  ['nightlife', 'leisure', ['dance', 'adult_gaming_centre']],
  ['hotel', 'tourism', ['hotel']],
  ['lodging', 'tourism', ['motel', 'hostel', 'guest_house', 'apartment', 'chalet']],
  ['market', 'amenity', ['marketplace']],
  ['mall', 'shop', ['mall', 'department_store']],
  ['ferry_port', 'amenity', ['ferry_terminal']],
  ['bus_terminal', 'amenity', ['bus_station']],
  ['seaport', 'industrial', ['port']],
  ['seaport', 'landuse', ['port', 'harbour']],
  ['refinery', 'industrial', ['refinery', 'oil_refinery', 'oil']],
  ['airport', 'aeroway', ['aerodrome']],
  ['worker_camp', 'residential', ['workers_camp', 'worker_camp']],
  ['nature_tourism', 'natural', ['beach']],
  ['nature_tourism', 'leisure', ['nature_reserve', 'garden']],
  ['nature_tourism', 'tourism', ['attraction', 'zoo', 'viewpoint', 'camp_site']],
  ['road_gateway', 'barrier', ['toll_booth']],
  ['police', 'amenity', ['police']],
  ['health', 'amenity', ['hospital', 'clinic']],
  ['government', 'office', ['government']],
  ['government', 'amenity', ['townhall']],
];

/** A practice of one person carries that person's name: it is never taken. */
const PRIVATE_PRACTICE = /^(dr|drg|bidan|praktik|praktek|prof)\b\.?/i;
const IMMIGRATION = /imigrasi|immigration/i;
/** Private security and vehicle registration are tagged as police. */
const NOT_POLICE = /satpam|security|samsat/i;

/** Category of an object and the tag that decided it, or null when it is none of ours. */
export function categoryOf(tags: Tags): { readonly category: PlaceCategory; readonly tag: string } | null {
  const rule = RULES.find(([, key, values]) => values.includes(tags[key] ?? ''));
  if (!rule) return null;
  const [found, key] = rule;
  const name = tags.name ?? '';
  if (found === 'health' && PRIVATE_PRACTICE.test(name)) return null;
  if (found === 'police' && NOT_POLICE.test(name)) return null;
  const category = found === 'government' && IMMIGRATION.test(name) ? 'immigration' : found;
  return { category, tag: `${key}=${tags[key]}` };
}
