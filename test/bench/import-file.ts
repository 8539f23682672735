import { readFileSync } from 'node:fs';
import { type LocatableArea, makeLocator } from '../../domain/geometry/locator.ts';
import { seeded } from '../server/importing/hostile-files.ts';

const HEADER =
  'month,day,acts,means,purposes,source,stage,platforms,victims,suspects,child_involved,lp_number,place_role,precision,longitude,latitude';

const { edition } = JSON.parse(readFileSync('geodata/dist/manifest.json', 'utf8')) as {
  readonly edition: { readonly id: string };
};
const collection = JSON.parse(readFileSync(`geodata/dist/edition/${edition.id}/kelurahan.geojson`, 'utf8')) as {
  readonly features: readonly { readonly id: string; readonly geometry: LocatableArea['geometry'] }[];
};
const locate = makeLocator(collection.features.map(({ id, geometry }) => ({ code: id, geometry })));

/** A made-up CSV of cases within the city: some 137 bytes and 16 columns a row. */
export function incidentsCsv(rows: number, seed: number): string {
  const random = seeded(seed * 7919);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const two = (n: number): string => String(n).padStart(2, '0');
  const lines = [HEADER];
  while (lines.length <= rows) {
    const [longitude, latitude] = [(116.78 + random() * 0.22).toFixed(6), (-1.28 + random() * 0.26).toFixed(6)];
    if (locate(Number(longitude), Number(latitude)) === null) continue;
    const [year, source] = [2021 + Math.floor(random() * 5), pick(['lp_a', 'lp_b', 'referral', 'operation'])];
    const lp = source.startsWith('lp') ? `LP/${source === 'lp_a' ? 'A' : 'B'}/${lines.length}/XI/${year}/SPKT` : '';
    lines.push(
      [
        `${year}-${two(1 + Math.floor(random() * 12))}`,
        1 + Math.floor(random() * 28),
        pick(['recruit', 'transport|send', 'harbour', 'transfer|receive']),
        pick(['threat', 'deception', 'debt_bondage', 'vulnerable_position']),
        pick(['sexual_exploitation', 'forced_labour']),
        source,
        pick(['lp', 'investigation', 'p21']),
        pick(['michat', 'whatsapp|facebook', '']),
        pick(['1', '2-4']),
        pick(['1', '2-4']),
        pick(['no', 'no', 'no', 'yes']),
        lp,
        pick(['rescue', 'exploitation', 'recruitment']),
        'point',
        longitude,
        latitude,
      ].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}
