import { afterEach, describe, expect, it } from 'vitest';
import { AREAS, all, closeHouses, EAST, house, look, post, ROLE, WEST } from './bands-house.ts';

afterEach(closeHouses);

describe('within a quarter', () => {
  it('a planner who asks at each case from 0 to 30 sees no byte change', async () => {
    const one = await house();
    const seen = await look(one);
    for (let n = 1; n <= 30; n += 1) {
      await one.add(n % 3 === 0 ? EAST : WEST, 2026);
      one.setClock(`2026-09-${String(n).padStart(2, '0')}T12:00:00Z`);
      expect(await look(one), `at ${n}`).toBe(seen);
    }
    one.setClock('2026-10-01T00:00:00Z');
    const next = await look(one);
    expect(next).not.toBe(seen);
    for (let n = 0; n < 11; n += 1) await one.add(EAST, 2026);
    one.setClock('2026-12-31T00:00:00Z');
    expect(await look(one), 'at most one change').toBe(next);
    one.setClock('2026-07-02T00:00:00Z');
    expect(await look(one), 'a clock put back').toBe(next);
  });

  it('two first readers at once make one release', async () => {
    const one = await house();
    const both = await Promise.all([all(one, one.planner), all(one, one.satgas)]);
    expect(both[0]).toBe(both[1]);
    expect(await one.server.store.releases.releases()).toHaveLength(1);
  });
});

describe('POST /api/bands/release', () => {
  it('shows a first import at once, leaves who and why, and waits for a day', async () => {
    const one = await house();
    await look(one);
    for (let n = 0; n < 25; n += 1) await one.add(WEST, 2026);
    const response = await one.release('first_import');
    expect([response.status, response.headers.get('cache-control'), await response.json()]).toEqual([
      200,
      'no-store',
      { outcome: 'released' },
    ]);
    expect(JSON.parse(JSON.parse(await look(one))[2]).rows[0].bands.at(-1)).toBe('20+');
    const query = { before: null, limit: 5, action: 'bands_released_by_hand', userId: one.satgas.userId } as const;
    expect(await one.server.store.audit.rows(query)).toMatchObject([
      { role: 'satgas', subject: `bands/${ROLE}`, detail: { reason: 'first_import' } },
    ]);
    const again = await post(one, one.satgas, { role: ROLE, reason: 'data_correction' });
    // The release by hand was on the day after 1 July.
    expect(await again.json()).toMatchObject({
      status: 429,
      code: 'too_many_requests',
      again: '2026-07-03T00:00:00.000Z',
    });
  });

  it('names to the Satgas the cells that were held back, and to nobody else', async () => {
    const one = await house();
    await look(one);
    for (let n = 0; n < 6; n += 1) for (const area of AREAS) await one.add(area, 2026);
    const problem = await (await one.release()).json();
    expect(problem).toMatchObject({ status: 422, code: 'release_refused' });
    expect(problem.cells).toEqual(expect.arrayContaining(AREAS.map((area) => `${ROLE}:${area}:2026`)));
    expect(await all(one, one.planner)).not.toMatch(/cells|refused/);
  });

  it.each([{}, { role: ROLE }, { role: ROLE, reason: 'karena saya mau' }, { role: 'x', reason: 'first_import' }])(
    'refuses %j',
    async (body) => {
      const one = await house();
      const response = await post(one, one.satgas, body);
      expect([response.status, (await response.json()).code]).toEqual([422, 'invalid_fields']);
      expect(await one.server.store.releases.releases()).toEqual([]);
    },
  );
});
