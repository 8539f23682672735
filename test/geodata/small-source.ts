import type { Polygon, Position } from 'geojson';
import { squareMetres } from '../../geodata/equal-area.ts';
import type { Kecamatan, Kelurahan, Place, Source } from '../../geodata/source.ts';

/** Longitude and latitude of a corner of the toy grid, whole steps of 0.01° from a point in the city's box. */
export const corner = (x: number, y: number): Position => [
  Math.round((116.8 + x / 100) * 1e6) / 1e6,
  Math.round((-1.25 + y / 100) * 1e6) / 1e6,
];

/** Closed counter-clockwise ring through grid corners. */
export function ring(...corners: readonly (readonly [number, number])[]): Position[] {
  const positions = corners.map(([x, y]) => corner(x, y));
  return [...positions, positions[0] ?? []];
}

export function square(x: number, y: number): Polygon {
  return { type: 'Polygon', coordinates: [ring([x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1])] };
}

export function kelurahan(code: string, geometry: Polygon): Kelurahan {
  return {
    type: 'Feature',
    properties: { code, name: `Kelurahan ${code}`, kecamatan_code: code.slice(0, 8) },
    geometry,
  };
}

export function kecamatan(code: string, geometry: Polygon): Kecamatan {
  return { type: 'Feature', properties: { code, name: `Kecamatan ${code}` }, geometry };
}

export function place(id: string, coordinates: Position, more: Partial<Place['properties']> = {}): Place {
  return {
    type: 'Feature',
    properties: { id, name: 'Pasar', category: 'market', precision: 'exact', source: 'OpenStreetMap', ...more },
    geometry: { type: 'Point', coordinates },
  };
}

type EvidenceCell = Source['evidence'][number]['cell'];

export function evidenceRow(more: Partial<EvidenceCell> = {}, line = 2): Source['evidence'][number] {
  return {
    line,
    cell: {
      id: 'EV001',
      area_code: '64.71.01',
      factor: 'trade',
      kind: 'statement',
      direction: 'raises',
      strength: 'named',
      grade: 'B',
      finding: 'Ada pasar.',
      finding_en: 'There is a market.',
      source_title: 'Pasar',
      source_publisher: 'Koran',
      source_date: '2025-01',
      source_url: 'https://example.org/pasar',
      measured_value: '',
      goal_low: '',
      goal_high: '',
      unit: '',
      ...more,
    },
  };
}

type PopulationCell = Source['population'][number]['cell'];

export function populationRow(more: Partial<PopulationCell> = {}, line = 2): Source['population'][number] {
  const cell = {
    code: '64.71.01',
    name: 'Satu',
    level: 'kecamatan',
    year: '2024',
    period: '2024',
    population: '100',
    stated_total: '300',
    source: 'Kantor',
    ...more,
  };
  return { line, cell };
}

/** Two kecamatan of two squares each, side by side: a sound source but for the size of the city. */
export function smallSource(): Source {
  const areas = [
    kelurahan('64.71.01.1001', square(0, 0)),
    kelurahan('64.71.01.1002', square(1, 0)),
    kelurahan('64.71.02.1001', square(2, 0)),
    kelurahan('64.71.02.1002', square(3, 0)),
  ];
  const districts = [
    kecamatan('64.71.01', { type: 'Polygon', coordinates: [ring([0, 0], [1, 0], [2, 0], [2, 1], [1, 1], [0, 1])] }),
    kecamatan('64.71.02', { type: 'Polygon', coordinates: [ring([2, 0], [3, 0], [4, 0], [4, 1], [3, 1], [2, 1])] }),
  ];
  const km2 = (geometry: Polygon) => squareMetres(geometry) / 1e6;
  const stated = [
    { code: '64.71', size: areas.reduce((sum, { geometry }) => sum + km2(geometry as Polygon), 0) },
    ...[...districts, ...areas].map(({ properties, geometry }) => ({
      code: properties.code,
      size: km2(geometry as Polygon),
    })),
  ];
  return {
    edition: {
      title: 'Kota kecil',
      status: 'initial_unapproved',
      publishedAt: '2026-11-24T00:00:00Z',
      asOf: '2026-11-24',
      policeStatementSource: 'https://example.org/polresta',
    },
    kecamatan: districts,
    kelurahan: areas,
    context: [],
    coast: [],
    roads: [],
    places: [place('market-satu', corner(0.5, 0.5))],
    evidence: [evidenceRow()],
    population: [populationRow(), populationRow({ code: '64.71.02', name: 'Dua', population: '200' }, 3)],
    publishedAreas: stated.map(({ code, size }, index) => ({
      line: index + 2,
      cell: {
        code,
        name: '',
        level: '',
        area_km2_geometry: size.toFixed(3),
        area_km2_published: '',
        published_source: '',
      },
    })),
    helplines: [
      {
        line: 2,
        cell: {
          id: 'polri',
          name_id: 'Polri',
          name_en: 'Police',
          phone: '110',
          whatsapp: '',
          hours: '',
          scope: 'nasional',
          source: 'laman resmi',
          source_date: '2025',
          last_checked: '',
          print: 'yes',
        },
      },
    ],
    cityContext: [
      {
        line: 2,
        cell: { topic: 'pasar', headline_id: 'Pasar', headline_en: 'Market', as_of: '2025-01', evidence_ids: 'EV001' },
      },
    ],
  };
}
