import type { Polygon, Position } from 'geojson';
import type { Source } from '../../geodata/source.ts';
import type { Broken } from './broken.ts';
import { corner, kecamatan, kelurahan, place, ring, square } from './small-source.ts';

type Change = (source: Source) => Source;

const polygon = (...rings: readonly Position[][]): Polygon => ({ type: 'Polygon', coordinates: [...rings] });
const outer = (area: Polygon): Position[] => area.coordinates[0] ?? [];

/** Gives the kelurahan in the south-west corner another shape. */
export function reshaped(geometry: Polygon): Change {
  return (source) => ({
    ...source,
    kelurahan: source.kelurahan.map((area) =>
      area.properties.code === '64.71.01.1001' ? { ...area, geometry } : area,
    ),
  });
}
const another =
  (code: string): Change =>
  (s) => ({ ...s, kelurahan: [...s.kelurahan, kelurahan(code, square(5, 5))] });
const anotherKecamatan =
  (code: string): Change =>
  (s) => ({ ...s, kecamatan: [...s.kecamatan, kecamatan(code, square(5, 5))] });
const places =
  (...list: Source['places']): Change =>
  (s) => ({ ...s, places: list });
const stated =
  (area_km2_geometry: string): Change =>
  (s) => ({
    ...s,
    publishedAreas: s.publishedAreas.map((row) =>
      row.cell.code === '64.71.01' ? { ...row, cell: { ...row.cell, area_km2_geometry } } : row,
    ),
  });

/** The first border vertex of a kecamatan moved by 0.1 m. */
const nudged: Change = (s) => ({
  ...s,
  kecamatan: s.kecamatan.map((area) => {
    if (area.properties.code !== '64.71.01' || area.geometry.type !== 'Polygon') return area;
    const moved = outer(area.geometry).map(([x = 0, y = 0], i) => (i === 1 ? [x, y - 1e-6] : [x, y]));
    return kecamatan('64.71.01', polygon(moved));
  }),
});

const wide = polygon(ring([0, 0], [1.1, 0], [1.1, 1], [0, 1]));
const narrow = polygon(ring([0, 0], [0.9, 0], [0.9, 1], [0, 1]));
const holed = polygon(outer(square(0, 0)), [...ring([0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.6])].reverse());
const bowTie = polygon(ring([0, 0], [1, 1], [1, 0], [0, 1]));
const repeated = polygon(ring([0, 0], [1, 0], [1, 0], [1, 1], [0, 1]));
const swapped = polygon(outer(square(0, 0)).map(([x = 0, y = 0]) => [y, x]));
const hotel = { category: 'hotel', name: 'Hotel' };
const nightlife = { category: 'nightlife', name: null, osm_id: 'node/1' };
const at = corner(0.5, 0.5);

export const OVERLAP = reshaped(wide);

export const BROKEN_GROUND: readonly Broken[] = [
  ['unique-codes', 'a code used twice', another('64.71.01.1001'), /64\.71\.01\.1001.*twice/],
  ['unique-codes', 'a kelurahan with the code of a kecamatan', another('64.71.01'), /not the code of a kelurahan/],
  ['parents-exist', 'an orphan', another('64.71.09.1001'), /64\.71\.09\.1001.*64\.71\.09/],
  ['parents-exist', 'a kecamatan of another city', anotherKecamatan('64.72.01'), /64\.72\.01.*not of the city/],
  ['parents-exist', 'a kecamatan without kelurahan', anotherKecamatan('64.71.03'), /64\.71\.03.*no kelurahan/],
  ['valid-rings', 'a bow tie', reshaped(bowTie), /crosses itself/],
  ['valid-rings', 'an open ring', reshaped(polygon(outer(square(0, 0)).slice(0, 4))), /not closed/],
  ['valid-rings', 'a vertex said twice', reshaped(repeated), /1 repeated/],
  ['right-hand-rule', 'a reversed ring', reshaped(polygon([...outer(square(0, 0))].reverse())), /1001.*clockwise/],
  ['areas-inside-city-box', 'latitude and longitude swapped', reshaped(swapped), /1001.*5 vertices outside/],
  ['no-overlaps', 'an overlap', OVERLAP, /64\.71\.01\.1001 and 64\.71\.01\.1002 overlap by 12\d{4} m2/],
  ['no-gaps', 'a gap at a border', reshaped(narrow), /64\.71\.01: 12\d{4} m2 belong to no kelurahan/],
  ['no-gaps', 'a hole inside', reshaped(holed), /gap of 4\d{4} m2/],
  ['kelurahan-nest', 'a border vertex moved by 0.1 m', nudged, /64\.71\.01.*4 border segments/],
  ['official-area', 'a city of the wrong size', (s) => s, /km2, -9\d\.\d\d % off the official 509\.45/],
  ['stated-areas', 'an area copied wrongly', stated('9.999'), /row 3.*9\.999 stated, 2\.46\d measured/],
  [
    'stated-areas',
    'an area without a row',
    (s) => ({ ...s, publishedAreas: s.publishedAreas.slice(1) }),
    /no row for 64\.71/,
  ],
  ['places-inside-city', 'a place outside', places(place('jauh', corner(8, 8))), /jauh.*\d{4,} m off/],
  ['places-fit-to-publish', 'an id used twice', places(place('a', at), place('a', at)), /place id a is used twice/],
  ['places-fit-to-publish', 'a category', places(place('x', at, { category: 'casino' })), /unknown category casino/],
  ['places-fit-to-publish', 'a hotel with a name', places(place('h', at, hotel)), /hotel must not carry a name/],
  ['places-fit-to-publish', 'nightlife with a map id', places(place('n', at, nightlife)), /nightlife must not carry/],
  ['places-fit-to-publish', 'a market without a name', places(place('m', at, { name: null })), /needs a name/],
];
