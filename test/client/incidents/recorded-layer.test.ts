import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchRecordedLayer } from '../../../client/incidents/recorded-layer.ts';
import { ServerProblem } from '../../../client/server-problem.ts';
import { DEFAULT_INCIDENTS, type IncidentView } from '../../../client/view.ts';

const VIEW: IncidentView = {
  ...DEFAULT_INCIDENTS,
  set: 'recorded',
  role: 'transit',
  source: 'lp_a',
  toMonth: '2026-02',
};
const SUMMARY = {
  events: 9,
  withPoint: 5,
  withCell: 7,
  unmapped: 2,
  areas: [{ areaCode: null, source: 'lp_a', n: 2 }],
  months: ['2025-01', '2026-02'],
};
const point = (id: string, source: string) => ({
  geometry: { coordinates: [116.8, -1.2] },
  properties: { id, source },
});

afterEach(() => vi.unstubAllGlobals());

/** Answers by path; says what was asked. */
function serve(overlay: (query: URLSearchParams) => { readonly status?: number; readonly body: unknown }): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    const { status = 200, body } = pathname.endsWith('summary') ? { body: SUMMARY } : overlay(searchParams);
    return new Response(JSON.stringify(body), { status });
  });
  return asked;
}

describe('the recorded cases for the map', () => {
  it('asks with the filter, and tells LP-A, LP-B and the others apart', async () => {
    const features = [point('1', 'lp_a'), point('2', 'lp_b'), point('3', 'media')];
    const asked = serve(() => ({ body: { features, cells: [{ h3: '88688a50dbfffff', n: 2 }], next: null } }));
    const layer = await fetchRecordedLayer(VIEW);
    expect(layer.points.features.map(({ properties }) => properties.kind)).toEqual(['lp_a', 'lp_b', 'other']);
    expect(layer).toMatchObject({
      mappedCount: 5,
      hexOnlyCount: 2,
      unmappedCount: 2,
      training: false,
      truncated: false,
    });
    expect(layer.hexagons.features[0]?.properties).toEqual({ cell: '88688a50dbfffff', count: 2 });
    expect(layer.hexagons.features[0]?.geometry.coordinates[0]?.[0]?.[0]).toBeCloseTo(116.8, 0);
    expect(asked).toEqual([
      '/api/incidents/summary?role=transit&source=lp_a&to=2026-02',
      '/api/incidents/overlay?role=transit&source=lp_a&to=2026-02&mode=points&limit=2000',
    ]);
  });

  it('a closed gate is a decision with its reason, and nothing is drawn', async () => {
    const body = { status: 422, code: 'gated', detail: '', reason: 'too_few_points', have: 5, need: 30 };
    serve(() => ({ status: 422, body }));
    const layer = await fetchRecordedLayer({ ...VIEW, mode: 'heat' });
    expect(layer.decision).toEqual({ open: false, reason: 'too_few_points', have: 5, need: 30 });
    expect(layer.points.features.length + layer.hexagons.features.length).toBe(0);
    expect(layer.areas).toHaveLength(1);
  });

  it('any other refusal is thrown on', async () => {
    serve(() => ({ status: 403, body: { status: 403, code: 'forbidden', detail: '' } }));
    await expect(fetchRecordedLayer(VIEW)).rejects.toBeInstanceOf(ServerProblem);
  });

  it('reads pages until there are no more, three at most, and says when there were', async () => {
    const pages = (most: number) => (query: URLSearchParams) => {
      const page = Number(query.get('after')?.split('.')[0] ?? 0);
      const next = page + 1 < most ? `${page + 1}.0` : null;
      return { body: { features: [point(String(page), 'lp_b')], cells: [], next } };
    };
    serve(pages(2));
    expect(await fetchRecordedLayer(VIEW)).toMatchObject({ truncated: false, points: { features: { length: 2 } } });
    serve(pages(9));
    expect(await fetchRecordedLayer(VIEW)).toMatchObject({ truncated: true, points: { features: { length: 3 } } });
  });
});
