import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { bandTable } from '../../domain/privacy/band-table.ts';
import { AREAS, all, closeHouses, EAST, type House, house, look, PATH, ROLE, WEST, YEARS } from './bands-house.ts';
import { signInAs } from './fixture/sign-in.ts';

afterEach(closeHouses);

describe('GET /api/bands', () => {
  it('answers the released table byte for byte, with its hash, kept by nobody on the way', async () => {
    const one = await house();
    const response = await one.server.get(PATH, one.planner.headers);
    const body = await response.text();
    expect(response.status).toBe(200);
    expect(JSON.parse(body)).toEqual(bandTable({ placeRole: ROLE, areaCodes: AREAS, years: YEARS }, []));
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('vary')).toBe('Cookie');
    expect(response.headers.get('etag')).toBe(`"${createHash('sha256').update(body).digest('hex')}"`);
    expect((await one.server.store.releases.last(`bands/${ROLE}`))?.table).toBe(body);
  });

  it('answers 304 for the table that is still the one', async () => {
    const one = await house();
    const etag = (await one.server.get(PATH, one.planner.headers)).headers.get('etag') ?? '';
    const again = await one.server.get(PATH, { ...one.planner.headers, 'if-none-match': `"other", ${etag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect(again.headers.get('cache-control')).toBe('no-store');
    for (let n = 0; n < 11; n += 1) await one.add(WEST, 2026);
    expect((await one.release()).status).toBe(200);
    const changed = await one.server.get(PATH, { ...one.planner.headers, 'if-none-match': etag });
    expect(changed.status).toBe(200);
  });

  it.each([
    ['', 'invalid_parameter'],
    ['?role=', 'invalid_parameter'],
    ['?role=rumah_korban', 'invalid_parameter'],
    ['?role=Exploitation', 'invalid_parameter'],
    ['?role=transit&role=rescue', 'repeated_parameter'],
    ['?role=transit&year=2025', 'unknown_parameter'],
    ['?role=transit&area=99.01.01.1001', 'unknown_parameter'],
  ])('refuses %s', async (query, code) => {
    const one = await house();
    const response = await one.server.get(`/api/bands${query}`, one.planner.headers);
    expect([response.status, (await response.json()).code]).toEqual([400, code]);
    expect(await one.server.store.releases.releases()).toEqual([]);
  });

  it('is for planner and Satgas alone', async () => {
    const one = await house();
    const statusOf = async (headers: Record<string, string>) => (await one.server.get(PATH, headers)).status;
    expect(await statusOf({})).toBe(401);
    for (const role of ['trainer', 'admin'] as const) {
      expect(await statusOf({ ...(await signInAs(one.server, role)).headers })).toBe(403);
    }
  });

  it('leaves a line of each look: who, which role of place, which table', async () => {
    const one = await house();
    const seen = await one.server.get(PATH, one.planner.headers);
    const query = { before: null, limit: 10, action: 'bands_read', userId: one.planner.userId } as const;
    const lines = await one.server.store.audit.rows(query);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      role: 'planner',
      subject: `bands/${ROLE}`,
      detail: { placeRole: ROLE, table: seen.headers.get('etag')?.replaceAll('"', '') },
    });
  });

  it('keeps the roles of places apart', async () => {
    const one = await house();
    const before = await look(one);
    for (let n = 0; n < 25; n += 1) await one.add(WEST, 2026, 'transit');
    expect(await (await one.release()).json()).toEqual({ outcome: 'unchanged' });
    expect(await look(one)).toBe(before);
  });

  it('says nothing of cases without a kecamatan, or before its first year', async () => {
    const one = await house();
    const before = await look(one);
    for (let n = 0; n < 25; n += 1) {
      await one.add('99.01', 2026);
      await one.add(WEST, 2019);
    }
    expect(await (await one.release()).json()).toEqual({ outcome: 'unchanged' });
    expect(await look(one)).toBe(before);
  });
});

describe('what a planner gets changes only when a band changes', () => {
  it('released by hand from 0 to 25 cases one by one, then moved and deleted one by one', async () => {
    const one = await house();
    const changes: (readonly [string, number])[] = [];
    let before = await look(one);
    const note = async (act: string, n: number): Promise<void> => {
      await one.release();
      const now = await look(one);
      if (now !== before) changes.push([act, n]);
      before = now;
    };
    const ids: string[] = [];
    for (let n = 1; n <= 25; n += 1) {
      ids.push(await one.add(WEST, 2026));
      await note('in the west', n);
    }
    // 20 stay in the west: the east alone changes its band.
    for (let n = 24; n >= 20; n -= 1) {
      await one.move(ids.pop() ?? '', EAST);
      await note('in the west', n);
    }
    for (let n = 19; n >= 0; n -= 1) {
      await one.remove(ids.pop() ?? '');
      await note('in the west', n);
    }
    expect(changes).toEqual([
      ['in the west', 11],
      ['in the west', 20],
      ['in the west', 19],
      // At 10 and 5 the total of 11 or more would tell that neither is 0: held back until both make 10.
      ['in the west', 5],
    ]);
  });

  it('through any sequence of acts, for both who may see it, with 304 as without', async () => {
    const act = fc.record({
      kind: fc.constantFrom('add', 'add', 'move', 'remove'),
      area: fc.constantFrom(...AREAS),
      year: fc.constantFrom(2025, 2026),
      times: fc.integer({ min: 1, max: 12 }),
      pick: fc.nat(1000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 9 }), async (acts) => {
        const one = await house();
        const kept: { id: string; area: string; year: number }[] = [];
        const tableNow = () => {
          const counts = AREAS.flatMap((areaCode) =>
            YEARS.map((year) => {
              const here = kept.filter((record) => record.area === areaCode && record.year === year);
              return { areaCode, year, count: here.length };
            }),
          );
          return JSON.stringify(bandTable({ placeRole: ROLE, areaCodes: AREAS, years: YEARS }, counts));
        };
        let [table, seen] = [tableNow(), await look(one)];
        for (const { kind, area, year, times, pick } of acts) {
          for (let time = 0; time < times; time += 1) {
            const record = kept[pick % Math.max(1, kept.length)];
            if (kind === 'add' || record === undefined) kept.push({ id: await one.add(area, year), area, year });
            else if (kind === 'move') {
              await one.move(record.id, area);
              record.area = area;
            } else {
              await one.remove(record.id);
              kept.splice(kept.indexOf(record), 1);
            }
          }
          await one.release();
          const [nextTable, next] = [tableNow(), await look(one)];
          if (nextTable === table) expect(next).toBe(seen);
          // A table that the audit holds back is not seen: then everything is as it was.
          else if (next !== seen) expect(JSON.parse(next)[2]).toBe(nextTable);
          [table, seen] = [nextTable, next];
          const etag = (await one.server.get(PATH, one.planner.headers)).headers.get('etag') ?? '';
          expect(JSON.parse(await all(one, one.planner, { 'if-none-match': etag }))[0]).toBe(304);
        }
        await closeHouses();
      }),
      { numRuns: 10 },
    );
  });
});

describe('a table that would narrow a small number', () => {
  /** Of two kecamatan with at most ten each and eleven or more together neither can have none. */
  const narrow = async (one: House): Promise<void> => {
    for (let n = 0; n < 6; n += 1) for (const area of AREAS) await one.add(area, 2026);
  };

  it('is not shown: the last one stays as it was, and nothing says that there is another', async () => {
    const one = await house();
    const before = await look(one);
    await narrow(one);
    expect((await one.release()).status).toBe(422);
    expect(await look(one)).toBe(before);
    expect(await one.server.store.releases.releases()).toHaveLength(1);
    for (let n = 0; n < 5; n += 1) await one.add(WEST, 2026);
    await one.release();
    expect(await look(one), 'a later one may pass').not.toBe(before);
  });

  it('is a problem with a reason when there was none before', async () => {
    const one = await house();
    await narrow(one);
    const seen = await look(one);
    const [status, headers, body] = JSON.parse(seen);
    expect(status).toBe(422);
    expect(new Map(headers).get('etag')).toBeUndefined();
    expect(JSON.parse(body)).toMatchObject({ status: 422, code: 'release_refused' });
    expect(body).not.toMatch(/99\.01|2026|cell/);
    await one.add(WEST, 2026);
    expect(await look(one)).toBe(seen);
  });
});
