import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { AreaPolygons } from '../../../client/map/area-labels.ts';
import { incidentLayer } from '../../../client/map/incident-layer.ts';
import SvgMap, { type SvgMapProps } from '../../../client/map/svg-map.tsx';
import { THEMES } from '../../../client/map/theme.ts';
import { DEFAULT_INCIDENTS } from '../../../client/view.ts';
import type { Incident } from '../../../domain/incident.ts';
import { areaRow } from './area-row.ts';

function square(code: string, west: number, south: number): AreaPolygons['features'][number] {
  const [east, north] = [west + 0.05, south + 0.05];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [ring] } };
}

const AREAS: AreaPolygons = {
  type: 'FeatureCollection',
  features: [square('a', 116.75, -1.2), square('b', 116.85, -1.2), square('c', 116.95, -1.2)],
};

const PROPS: SvgMapProps = {
  level: 'kecamatan',
  areas: { kecamatan: AREAS, kelurahan: AREAS },
  rows: [
    areaRow({ code: 'a', status: 'high', hatch: 'light' }),
    areaRow({ code: 'b', status: 'insufficient' }),
    areaRow({ code: 'c' }),
  ],
  layer: 'index',
  theme: 'day',
  selected: null,
  coast: null,
  roads: null,
  incidents: null,
  classLabel: (row) => row.assessment.status,
  labels: { map: 'Peta', title: 'Judul', north: 'U', stamp: 'DATA LATIHAN', area: (row) => `nama ${row.code}` },
  size: { width: 800, height: 640 },
};

const CASE: Incident = {
  id: 'TR-0001',
  training: true,
  month: '2025-06',
  day: null,
  acts: ['recruit'],
  means: [],
  purposes: ['other'],
  source: 'lp_a',
  stage: 'lp',
  platforms: [],
  places: [{ role: 'recruitment', precision: 'point', areaCode: 'a', h3: '88688a5147fffff', point: [116.83, -1.26] }],
  victims: '1',
  suspects: '1',
  childInvolved: 'no',
  lpNumberHash: null,
};

const draw = (part: Partial<SvgMapProps> = {}): string => renderToStaticMarkup(<SvgMap {...PROPS} {...part} />);

describe('SvgMap', () => {
  it('fills areas from the same paint as the map, with its pattern', () => {
    const svg = draw();
    expect(svg).toMatch(/data-code="a" data-key="indexHigh"><path[^>]*fill="#f03b20"/);
    expect(svg).toMatch(/data-code="c" data-key="notAssessed"><path[^>]*fill="#ffffff"/);
    const used = [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id ?? '');
    expect(used.map((id) => id.replace(/^.*-/, ''))).toEqual(['hatch_light', 'insufficient', 'not_assessed']);
    for (const id of used) expect(svg).toContain(`id="${id}"`);
  });

  it('makes every area a button with a name when it can be chosen, and none on paper', () => {
    const chosen = draw({ onSelect: () => undefined, selected: 'b' });
    expect(chosen.match(/role="button"/g)).toHaveLength(3);
    expect(chosen).toMatch(/aria-pressed="true" aria-label="nama b"/);
    expect(chosen).toContain('aria-label="nama c"');
    expect(draw()).not.toContain('role="button"');
  });

  it('outlines the selected area', () => {
    expect(draw({ selected: 'a' })).toContain(`stroke="${THEMES.day.selected}"`);
    expect(draw()).not.toContain(`stroke="${THEMES.day.selected}"`);
  });

  it('labels kecamatan with name and class, and has title, scale and north', () => {
    const svg = draw();
    for (const text of ['Area a', 'not_assessed', 'Judul', 'U<', ' km']) expect(svg).toContain(text);
  });

  it('stamps synthetic incidents, and has no stamp without them', () => {
    const incidents = incidentLayer([CASE], DEFAULT_INCIDENTS, null);
    expect(draw({ incidents })).toContain('DATA LATIHAN');
    expect(draw({ incidents })).toContain(`fill="${THEMES.day.incident}"`);
    expect(draw()).not.toContain('DATA LATIHAN');
  });
});
