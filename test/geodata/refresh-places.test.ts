import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RULES } from '../../geodata/refresh/category-of.ts';
import { refreshPlaces } from '../../geodata/refresh-places.ts';
import { readSource } from '../../geodata/source.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'places-'));
  cpSync('geodata/source', join(folder, 'source'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const target = () => join(folder, 'source/places.geojson');
const refresh = (content: unknown) => {
  const file = join(folder, 'export.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return refreshPlaces(file, join(folder, 'source'));
};
const placesNow = () => readSource(join(folder, 'source')).places;
const of = (category: string) => placesNow().filter(({ properties }) => properties.category === category);
const node = (id: number, tags: Record<string, string>, lon = 116.83, lat = -1.26) => ({
  type: 'node',
  id,
  lat,
  lon,
  tags,
});
const overpass = (...elements: readonly object[]) => ({
  version: 0.6,
  osm3s: { timestamp_osm_base: '2026-11-01T00:00:00Z' },
  elements,
});

describe('refreshing places from an export', () => {
  it('takes nodes, centres and drawn outlines, fills empty categories and reports before and after', () => {
    const lines = refresh(
      overpass(
        node(1, { amenity: 'marketplace', name: 'Pasar Klandasan' }),
        {
          type: 'way',
          id: 2,
          center: { lat: -1.22, lon: 116.857 },
          tags: { amenity: 'bus_station', name: 'Terminal Batu Ampar' },
        },
        {
          type: 'way',
          id: 3,
          bounds: { minlat: -1.26, minlon: 116.82, maxlat: -1.24, maxlon: 116.83 },
          tags: { industrial: 'refinery', name: 'Kilang' },
        },
        {
          type: 'way',
          id: 4,
          geometry: [
            { lat: -1.2, lon: 116.81 },
            { lat: -1.2, lon: 116.812 },
          ],
          tags: { amenity: 'ferry_terminal', name: 'Kariangau' },
        },
      ),
    );
    expect(of('market').map(({ properties }) => properties)).toEqual([
      expect.objectContaining({
        id: 'market-pasar-klandasan',
        name: 'Pasar Klandasan',
        osm_id: 'node/1',
        source: 'OpenStreetMap (2026-11-01)',
      }),
    ]);
    expect(of('bus_terminal')[0]?.geometry.coordinates).toEqual([116.857, -1.22]);
    expect(of('refinery')[0]?.geometry.coordinates).toEqual([116.825, -1.25]);
    expect(of('ferry_port')[0]?.geometry.coordinates).toEqual([116.811, -1.2]);
    expect(lines).toContainEqual(expect.stringMatching(/^market +0 -> +1$/));
    expect(lines).toContainEqual(expect.stringMatching(/^hotel +61 -> +61 {2}\(none in the export, kept\)$/));
  });

  it('stores lodging and nightlife without a name or a map id', () => {
    refresh(
      overpass(
        node(11, { tourism: 'hotel', name: 'Hotel Rahasia' }),
        node(12, { amenity: 'nightclub', name: 'Klub Rahasia' }, 116.84),
        node(13, { tourism: 'guest_house', name: 'Wisma Rahasia' }, 116.85),
      ),
    );
    expect(readFileSync(target(), 'utf8')).not.toMatch(/Rahasia|node\/1[123]/);
    expect(of('hotel').map(({ properties }) => [properties.id, properties.name])).toEqual([['hotel-001', null]]);
    expect(of('nightlife').map(({ properties }) => properties.id)).toEqual(['nightlife-001']);
    expect(of('lodging').map(({ properties }) => properties.id)).toEqual(['lodging-001']);
  });

  it('drops what is outside the city, without a name, mapped twice, or the practice of one person', () => {
    const lines = refresh(
      overpass(
        node(1, { amenity: 'marketplace', name: 'Pasar A' }),
        node(2, { amenity: 'marketplace', name: 'pasar a' }, 116.8305),
        node(3, { amenity: 'marketplace', name: 'Pasar Jauh' }, 117.15, -0.5),
        node(4, { amenity: 'marketplace' }, 116.84),
        node(5, { amenity: 'clinic', name: 'drg. Seseorang' }),
      ),
    );
    expect(of('market')).toHaveLength(1);
    expect(lines).toContain('left out: 1 outside the city, 1 without a name, 1 duplicates');
    expect(readFileSync(target(), 'utf8')).not.toContain('Seseorang');
  });

  it('takes a pier just off the land, but not the one across the bay', () => {
    const pier = { amenity: 'ferry_terminal' };
    refresh(
      overpass(
        node(1, { ...pier, name: 'Kariangau' }, 116.811, -1.2),
        node(2, { ...pier, name: 'Seberang' }, 116.79, -1.24),
        node(3, { amenity: 'marketplace', name: 'Pasar Apung' }, 116.811, -1.2),
      ),
    );
    expect(of('ferry_port').map(({ properties }) => properties.name)).toEqual(['Kariangau']);
    expect(of('market')).toEqual([]);
  });

  it('keeps rows of other registers unless the export has the same facility', () => {
    const semayang = (list: ReturnType<typeof of>) =>
      list.filter(({ properties }) => properties.name?.includes('Semayang'));
    refresh(overpass(node(1, { landuse: 'port', name: 'Pelabuhan Peti Kemas' }, 116.812, -1.2)));
    expect(of('seaport')).toHaveLength(4);
    refresh(overpass(node(1, { landuse: 'port', name: 'Pelabuhan Semayang' }, 116.8075, -1.272)));
    expect(semayang(of('seaport')).map(({ properties }) => properties.source)).toEqual(['OpenStreetMap (2026-11-01)']);
  });

  it('reads a GeoJSON export, tags flat or nested', () => {
    const feature = (properties: object, geometry: object) => ({ type: 'Feature', properties, geometry });
    refresh({
      type: 'FeatureCollection',
      features: [
        feature(
          { '@id': 'node/7', amenity: 'marketplace', name: 'Pasar Datar' },
          { type: 'Point', coordinates: [116.83, -1.26] },
        ),
        feature(
          { tags: { amenity: 'marketplace', name: 'Pasar Dalam' } },
          {
            type: 'Polygon',
            coordinates: [
              [
                [116.85, -1.24],
                [116.852, -1.24],
                [116.852, -1.238],
                [116.85, -1.24],
              ],
            ],
          },
        ),
      ],
    });
    expect(of('market').map(({ properties }) => [properties.name, properties.osm_id])).toEqual([
      ['Pasar Dalam', undefined],
      ['Pasar Datar', 'node/7'],
    ]);
  });

  it('gives the same bytes for the same export, whatever its order', () => {
    const elements = [
      node(1, { amenity: 'marketplace', name: 'Pasar B' }, 116.85),
      node(2, { amenity: 'marketplace', name: 'Pasar A' }),
    ];
    refresh(overpass(...elements));
    const first = readFileSync(target(), 'utf8');
    refresh(overpass(...elements.reverse()));
    expect(readFileSync(target(), 'utf8')).toBe(first);
  });
});

describe('an unusable export is refused in one line and the old file stays', () => {
  it.each([
    ['text', 'not json', /export\.json: not JSON; nothing was changed$/],
    ['other JSON', { hello: 1 }, /neither an Overpass JSON \(elements\) nor a GeoJSON/],
    ['an answer that broke off', { ...overpass(), remark: 'runtime error: Query timed out' }, /Overpass broke off/],
    [
      'nothing of the city',
      overpass(node(1, { amenity: 'marketplace', name: 'Pasar' }, 106.8, -6.2)),
      /no place of a known category inside the city/,
    ],
    ['no elements', overpass(), /no place of a known category/],
  ])('%s', (_what, content, message) => {
    const before = readFileSync(target(), 'utf8');
    expect(() => refresh(content)).toThrow(message);
    expect(readFileSync(target(), 'utf8')).toBe(before);
    expect(readdirSync(join(folder, 'source')).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  it('a missing file', () => {
    expect(() => refreshPlaces(join(folder, 'none.json'), join(folder, 'source'))).toThrow(
      /none\.json: the file is missing$/,
    );
  });
});

it('the query in the docs asks for every tag that is read', () => {
  const docs = readFileSync('docs/data.md', 'utf8');
  for (const [, tag, values] of RULES) {
    const asked = docs.split('\n').find((line) => line.includes(`nwr["${tag}"~`)) ?? '';
    for (const value of values) expect(asked, `${tag}=${value}`).toMatch(new RegExp(`[(|]${value}[|)]`));
  }
});
