import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IncidentInput } from '../../../domain/incident-input.ts';
import { openTestApp, type TestApp } from '../fixture/app.ts';
import { signInAs } from '../fixture/sign-in.ts';
import { incidentBody } from './incident-body.ts';

let app: TestApp;
let satgas: Readonly<Record<string, string>>;
let planner: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await openTestApp();
  satgas = (await signInAs(app, 'satgas')).headers;
  planner = (await signInAs(app, 'planner')).headers;
});
afterAll(() => app.close());

async function read(path: string, headers = satgas) {
  const response = await app.app.request(path, { headers });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) };
}

async function create(part: Partial<IncidentInput>): Promise<string> {
  const body = JSON.stringify(incidentBody(part));
  const response = await app.app.request('/api/incidents', { method: 'POST', headers: satgas, body });
  expect(response.status).toBe(201);
  return (await response.json()).record.incident.id;
}

const transit = (x: number): IncidentInput['places'] => [
  { role: 'transit', precision: 'point', areaCode: null, point: [x, 0.5] },
];
const OVERLAY = '/api/incidents/overlay';

describe('the overlay', () => {
  it('is shut with its reason until there is something to draw', async () => {
    await create({ places: [{ role: 'transit', precision: 'online', areaCode: null, point: null }] });
    const { status, body } = await read(`${OVERLAY}?mode=points&role=transit`);
    expect([status, body.code, body.reason, body.have, body.need]).toEqual([422, 'gated', 'no_place_on_map', 0, 1]);
  });

  it('shows points, LP-A and LP-B told apart, and a child case as its cell only', async () => {
    const a = await create({ places: transit(10.1), source: 'lp_a' });
    const b = await create({ places: transit(10.2) });
    await create({ places: transit(10.3), childInvolved: 'unknown' });
    await create({ places: transit(10.4), stage: 'vice_raid' });
    const { body } = await read(`${OVERLAY}?mode=points&role=transit`);
    expect(body.features.map(({ properties }: never) => properties)).toMatchObject([
      { id: a, source: 'lp_a' },
      { id: b, source: 'lp_b' },
    ]);
    expect(body.cells).toHaveLength(1);
    expect(body).toMatchObject({ events: 4, withPoint: 2, withCell: 3, unmapped: 1, next: null });
    const boxed = await read(`${OVERLAY}?mode=clusters&role=transit&bbox=10.15,0,10.25,1`);
    expect(boxed.body.features.map(({ properties }: never) => (properties as { id: string }).id)).toEqual([b]);
  });

  it('hexagons hold every case with a cell, and no point', async () => {
    const { body } = await read(`${OVERLAY}?mode=hexagons&role=transit`);
    expect(body.features).toEqual([]);
    expect(body.cells.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(3);
  });

  it('a heat map of few is refused, and nothing of them is in the refusal', async () => {
    const { status, body, text } = await read(`${OVERLAY}?mode=heat&role=transit`);
    expect([status, body.reason, body.have, body.need]).toEqual([422, 'too_few_points', 2, 30]);
    expect(text).not.toContain('features');
  });

  it('takes one place role, and says so', async () => {
    const { status, body } = await read(`${OVERLAY}?mode=points&role=transit&role=rescue`);
    expect([status, body.reason]).toEqual([422, 'one_place_role_only']);
    expect((await read(`${OVERLAY}?mode=points`)).body.parameter).toBe('role');
    expect((await read(`${OVERLAY}?mode=dots&role=transit`)).body.parameter).toBe('mode');
    expect((await read(`${OVERLAY}?mode=points&role=transit&bbox=1,2,3`)).body.parameter).toBe('bbox');
  });

  it('has an equal table by area, with what no map shows', async () => {
    const { body } = await read('/api/incidents/summary?role=transit');
    expect(body).toMatchObject({ events: 4, unmapped: 1, months: ['2026-03', '2026-03'] });
    expect(body.areas).toEqual([
      { areaCode: null, source: 'lp_b', n: 1 },
      { areaCode: '99.01.01.1001', source: 'lp_a', n: 1 },
      { areaCode: '99.01.01.1001', source: 'lp_b', n: 2 },
    ]);
    const counts = await read('/api/incidents/counts?role=transit&by=stage');
    expect(counts.body.counts).toContainEqual({ areaCode: '99.01.01.1001', year: 2026, category: 'vice_raid', n: 1 });
  });

  it('each look leaves a line with what was looked at', async () => {
    await read(`${OVERLAY}?mode=points&role=transit&source=lp_a`);
    const [line] = await app.store.audit.rows({ before: null, limit: 1, action: null, userId: null });
    expect(line).toMatchObject({
      action: 'incident_mapped',
      role: 'satgas',
      detail: { mode: 'points', placeRole: 'transit', source: 'lp_a', open: true },
    });
  });
});

describe('/api/bands', () => {
  const bands = () => read('/api/bands?role=transit', planner);

  it('is one table of bands; its bytes change only when a band does', async () => {
    const before = await bands();
    expect(before.body.rows).toHaveLength(2);
    expect(before.body.years).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    const id = await create({ places: transit(10.1) });
    expect((await bands()).text).toBe(before.text);
    const body = JSON.stringify({ version: 1 });
    await app.app.request(`/api/incidents/${id}`, { method: 'DELETE', headers: satgas, body });
    expect((await bands()).text).toBe(before.text);
    for (let i = 0; i < 11; i += 1) await create({ places: transit(10.1), stage: 'vice_raid' });
    expect((await bands()).text).toBe(before.text);
    for (let i = 0; i < 11; i += 1) await create({ places: transit(10.1) });
    expect((await bands()).text, 'until the quarter is over').toBe(before.text);
    const request = JSON.stringify({ role: 'transit', reason: 'first_import' });
    await app.app.request('/api/bands/release', { method: 'POST', headers: satgas, body: request });
    const after = await bands();
    expect(after.body.rows[0].bands.at(-1)).toBe('11-19');
    expect(after.text).not.toMatch(/"n":|count/);
  });

  it('is not for trainers, and the cases are not for planners', async () => {
    const trainer = (await signInAs(app, 'trainer')).headers;
    expect((await read('/api/bands?role=transit', trainer)).body.code).toBe('forbidden');
    for (const path of [OVERLAY, '/api/incidents', '/api/incidents/summary', '/api/incidents/counts']) {
      expect((await read(`${path}?role=transit`, planner)).body.code).toBe('forbidden');
    }
  });
});
