import { describe, expect, it } from 'vitest';
import { type CellBoundary, hexagonClasses, incidentLayer } from '../../../client/map/incident-layer.ts';
import { hexagonColour } from '../../../client/map/layers/incident-layers.ts';
import { THEMES } from '../../../client/map/theme.ts';
import { DEFAULT_INCIDENTS, type IncidentView } from '../../../client/view.ts';
import type { Incident, IncidentPlace } from '../../../domain/incident.ts';

const CELL = '88688a5147fffff';
const AT: IncidentPlace = {
  role: 'recruitment',
  precision: 'point',
  areaCode: '64.71.06.1002',
  h3: CELL,
  point: [116.83, -1.26],
};
const ONLINE: IncidentPlace = { role: 'recruitment', precision: 'online', areaCode: null, h3: null, point: null };

function incident(part: Partial<Incident> = {}): Incident {
  return {
    id: 'TR-0001',
    training: true,
    month: '2025-06',
    day: null,
    acts: ['recruit'],
    means: [],
    purposes: ['other'],
    source: 'lp_a',
    stage: 'lp',
    platforms: ['whatsapp'],
    places: [AT],
    victims: '1',
    suspects: '1',
    childInvolved: 'no',
    lpNumberHash: null,
    ...part,
  };
}

const SQUARE: CellBoundary = () => [
  [116.8, -1.3],
  [116.9, -1.3],
  [116.9, -1.2],
  [116.8, -1.3],
];
const view = (part: Partial<IncidentView> = {}): IncidentView => ({ ...DEFAULT_INCIDENTS, ...part });
const many = (count: number): Incident[] => Array.from({ length: count }, (_, i) => incident({ id: `TR-${i}` }));

describe('incidentLayer', () => {
  it('draws a case at its point, LP-A and LP-B apart', () => {
    const layer = incidentLayer(
      [incident(), incident({ id: 'b', source: 'lp_b' }), incident({ id: 'c', source: 'media' })],
      view(),
      null,
    );
    expect(layer.points.features.map(({ properties }) => properties.kind)).toEqual(['lp_a', 'lp_b', 'other']);
    expect(layer.points.features[0]?.geometry.coordinates).toEqual([116.83, -1.26]);
    expect(layer.decision).toEqual({ open: true });
  });

  it('counts what has no place on the map instead of inventing one', () => {
    const byArea: IncidentPlace = { ...ONLINE, precision: 'kecamatan', areaCode: '64.71.06' };
    const layer = incidentLayer(
      [incident(), incident({ places: [ONLINE] }), incident({ places: [byArea] })],
      view(),
      null,
    );
    expect([layer.mappedCount, layer.unmappedCount, layer.points.features.length]).toEqual([1, 2, 1]);
  });

  it.each(['yes', 'unknown'] as const)(
    'shows no point when a child is involved (%s), only the hexagon',
    (childInvolved) => {
      const cases = [incident(), incident({ id: 'child', childInvolved })];
      const points = incidentLayer(cases, view(), null);
      expect(points.points.features.map(({ properties }) => properties.id)).toEqual(['TR-0001']);
      expect([points.mappedCount, points.hexOnlyCount, points.unmappedCount]).toEqual([1, 1, 0]);
      const hexagons = incidentLayer(cases, view({ mode: 'hexagons' }), SQUARE);
      expect(hexagons.hexagons.features[0]?.properties).toEqual({ cell: CELL, count: 2 });
      expect([hexagons.mappedCount, hexagons.points.features.length]).toEqual([2, 0]);
    },
  );

  it('draws one place role only', () => {
    const layer = incidentLayer(
      [incident({ places: [{ ...AT, role: 'rescue' }] })],
      view({ role: 'recruitment' }),
      null,
    );
    expect([layer.mappedCount, layer.unmappedCount]).toEqual([0, 0]);
    expect(layer.decision).toEqual({ open: false, reason: 'no_place_on_map', have: 0, need: 1 });
  });

  it('filters by months, both ends in, and by platform, and still tells all months', () => {
    const cases = ['2025-01', '2025-02', '2025-03', '2025-04'].map((month, i) =>
      incident({ id: month, month, platforms: i === 1 ? ['michat'] : ['whatsapp', 'facebook'] }),
    );
    const ids = (part: Partial<IncidentView>) =>
      incidentLayer(cases, view(part), null).points.features.map(({ properties }) => properties.id);
    expect(ids({ fromMonth: '2025-02', toMonth: '2025-03' })).toEqual(['2025-02', '2025-03']);
    expect(ids({ platform: 'michat' })).toEqual(['2025-02']);
    expect(incidentLayer(cases, view({ toMonth: '2025-02' }), null).months).toEqual(['2025-01', '2025-04']);
  });

  it('keeps vice raids and cases that were not trafficking apart', () => {
    const cases = [incident(), incident({ id: 'raid', stage: 'vice_raid' }), incident({ id: 'no', stage: 'not_tppo' })];
    const layer = incidentLayer(cases, view(), null);
    expect([layer.mappedCount, layer.apartCount]).toEqual([1, 2]);
  });

  it('draws no heat map below 30 points, and says why', () => {
    const closed = incidentLayer(many(29), view({ mode: 'heat' }), null);
    expect(closed.decision).toEqual({ open: false, reason: 'too_few_points', have: 29, need: 30 });
    expect(closed.points.features).toEqual([]);
    expect(incidentLayer(many(30), view({ mode: 'heat' }), null).points.features).toHaveLength(30);
  });

  it('says that synthetic records are among them, even when none is drawn', () => {
    expect(incidentLayer([incident()], view({ role: 'rescue' }), null).training).toBe(true);
    expect(incidentLayer([incident({ training: false })], view(), null).training).toBe(false);
  });

  it('has no months without cases', () => {
    expect(incidentLayer([], view(), null).months).toBeNull();
  });
});

describe('hexagonClasses', () => {
  it('covers every count without gap, in the colours of the layer', () => {
    const classes = hexagonClasses(THEMES.day);
    expect(classes.map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [2, 3],
      [4, 7],
      [8, null],
    ]);
    for (const { from, to, fill } of classes) {
      expect(hexagonColour(from, THEMES.day)).toBe(fill);
      if (to !== null) expect(hexagonColour(to, THEMES.day)).toBe(fill);
    }
  });
});
