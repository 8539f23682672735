import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IncidentInput } from '../../../domain/incident-input.ts';
import { openTestApp, type TestApp } from '../fixture/app.ts';
import { signInAs } from '../fixture/sign-in.ts';
import { incidentBody } from './incident-body.ts';

const NO_FILTER = { role: null, source: null, platform: null, stage: null, fromMonth: null, toMonth: null };

let app: TestApp;
let headers: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await openTestApp();
  ({ headers } = await signInAs(app, 'satgas'));
});
afterAll(() => app.close());

async function ask(method: string, path: string, body?: unknown) {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await app.app.request(path, { method, headers, ...init });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** As the form sends a new case: under a key. */
async function sendUnder(key: string, part: Partial<IncidentInput> = {}, by = headers) {
  const init = { method: 'POST', headers: { ...by, 'idempotency-key': key }, body: JSON.stringify(incidentBody(part)) };
  const response = await app.app.request('/api/incidents', init);
  return { status: response.status, body: await response.json() };
}

async function create(part: Partial<IncidentInput> = {}) {
  const { status, body } = await ask('POST', '/api/incidents', incidentBody(part));
  expect(status).toBe(201);
  return body.record;
}

const change = (part: Partial<IncidentInput>, more: object = {}) => ({
  version: 1,
  keepLpNumber: false,
  keepPlaces: [],
  incident: incidentBody(part),
  ...more,
});

async function auditLines(count: number) {
  const rows = await app.store.audit.rows({ before: null, limit: count, action: null, userId: null });
  return rows.map(({ action, subject }) => `${action} ${subject}`);
}

describe('/api/incidents', () => {
  it('makes one record of what a form sends again under its key', async () => {
    const key = '"7d0a4c5e-2f31-4b8e-9a06-0c1d2e3f4a5b"';
    const first = await sendUnder(key);
    expect(first.status).toBe(201);
    const again = await sendUnder(key);
    expect([again.status, again.body.record]).toEqual([200, first.body.record]);
    const { id } = first.body.record.incident;
    const other = await sendUnder(key, { stage: 'verdict' });
    expect(other).toMatchObject({ status: 422, body: { code: 'key_used', incidentId: id } });
    const { headers: colleague } = await signInAs(app, 'satgas');
    const theirs = await sendUnder(key, {}, colleague);
    expect(theirs.status).toBe(201);
    expect(theirs.body.record.incident.id).not.toBe(id);
  });

  it.each(['"nomor 12"', '7d0a4c5e-2f31-4b8e-9a06-0c1d2e3f4a5b', '""', '"7d0a4c5e-2f31-1b8e-9a06-0c1d2e3f4a5b"'])(
    'takes no key that is no random UUID in quotes: %s',
    async (key) => {
      const answer = await sendUnder(key);
      expect(answer).toMatchObject({ status: 400, body: { parameter: 'Idempotency-Key' } });
    },
  );

  it('records a case, kept by nobody on the way, with its kelurahan and cell', async () => {
    const { status, body, headers: answered } = await ask('POST', '/api/incidents', incidentBody());
    expect(status).toBe(201);
    expect(answered.get('cache-control')).toBe('no-store');
    expect(body.record).toMatchObject({ version: 1, closed: false, deletedAt: null, incident: { hasLpNumber: false } });
    expect(body.record.incident.places[0]).toMatchObject({ areaCode: '99.01.01.1001', point: [10.25, 0.5] });
    expect(await auditLines(1)).toEqual([`incident_created incident:${body.record.incident.id}`]);
    expect((await ask('GET', `/api/incidents/${body.record.incident.id}`)).body).toEqual({
      ...body.record,
      createdByName: 'Uji satgas',
    });
    expect(await auditLines(1)).toEqual([`incident_read incident:${body.record.incident.id}`]);
  });

  it.each<[string, Partial<IncidentInput>]>([
    ['a suspicion of which only an act is known', { stage: 'suspected', acts: ['send'], means: [], purposes: [] }],
    ['a vice raid without an element', { stage: 'vice_raid', acts: [], means: [], purposes: [] }],
    ['what was no TPPO, without an element', { stage: 'not_tppo', acts: [], means: [], purposes: [] }],
    ['victims not counted, and no suspect yet', { victims: 'unknown', suspects: '0' }],
    ['suspects not counted', { suspects: 'unknown' }],
  ])('keeps %s, and exports it as it is', async (_, part) => {
    const { incident } = await create({ month: '2022-03', ...part });
    expect(incident).toMatchObject(part);
    const filter = { ...NO_FILTER, fromMonth: '2022-03', toMonth: '2022-03' };
    const body = JSON.stringify({ reason: 'case_conference', format: 'geojson', filter });
    const answer = await app.app.request('/api/incidents/export', { method: 'POST', headers, body });
    const exported = (await answer.json()).features.find(
      ({ properties }: { properties: { incident_id: string } }) => properties.incident_id === incident.id,
    );
    expect(exported.properties).toMatchObject({
      acts: incident.acts.join('|'),
      victims: incident.victims,
      suspects: incident.suspects,
    });
  });

  it('says what may be the same case', async () => {
    const first = await create({ month: '2025-05', lpNumber: 'LP/B/77/V/2025' });
    const { body } = await ask(
      'POST',
      '/api/incidents',
      incidentBody({ month: '2025-05', lpNumber: 'LP/B/77/V/2025' }),
    );
    expect(body.duplicates).toEqual([first.incident.id]);
    const { body: found } = await ask('GET', `/api/incidents/${first.incident.id}/duplicates`);
    expect(found.records.map((record: typeof first) => record.incident.id)).toEqual([body.record.incident.id]);
  });

  it('neither the LP number nor its hash comes back or lies in the store as it was', async () => {
    const record = await create({ lpNumber: 'LP/B/4242/XI/2025' });
    expect(record.incident.hasLpNumber).toBe(true);
    const stored = await app.store.incidents.get(record.incident.id);
    expect(stored?.incident.lpNumberHash).toHaveLength(43);
    expect(JSON.stringify([record, stored])).not.toContain('4242');
    expect(JSON.stringify(record)).not.toContain(stored?.incident.lpNumberHash);
  });

  it.each(['yes', 'unknown'] as const)(
    'a case with childInvolved %s has no point in any answer',
    async (childInvolved) => {
      const { incident } = await create({ childInvolved });
      const id = incident.id;
      await ask('PUT', `/api/incidents/${id}`, change({ childInvolved, stage: 'p21' }));
      for (const path of [`/${id}`, `/${id}/revisions`, '?limit=100', `/overlay?mode=points&role=exploitation`]) {
        const text = JSON.stringify((await ask('GET', `/api/incidents${path}`)).body);
        const own = path.startsWith('?') || path.startsWith('/overlay');
        expect(own ? (text.split(`"id":"${id}"`)[1]?.slice(0, 700) ?? '') : text).not.toMatch(
          /"point":\[|10\.25.{0,40}"id"/,
        );
      }
      expect(incident.places[0]).toMatchObject({ areaCode: '99.01.01.1001', point: null });
      expect(incident.places[0].h3).toMatch(/^88/);
    },
  );

  it('a case that turns out to be a child case loses its point in the history as well', async () => {
    const { incident } = await create();
    const kept = change({ childInvolved: 'yes', places: [] }, { keepPlaces: [0], keepLpNumber: true });
    const { status, body } = await ask('PUT', `/api/incidents/${incident.id}`, kept);
    expect(status).toBe(200);
    expect(body.incident.places).toEqual([{ ...incident.places[0], point: null }]);
    const history = await ask('GET', `/api/incidents/${incident.id}/revisions`);
    expect(history.body.revisions).toHaveLength(1);
    expect(JSON.stringify(history.body)).not.toContain('10.25');
  });

  it('a correction keeps the number and the places that it names, and takes the others', async () => {
    const { incident } = await create({
      lpNumber: 'LP/A/9/I/2026',
      places: [
        { role: 'exploitation', precision: 'point', areaCode: null, point: [10.25, 0.5] },
        { role: 'recruitment', precision: 'online', areaCode: null, point: null },
      ],
    });
    const next = change(
      { stage: 'verdict', places: [{ role: 'transit', precision: 'kota', areaCode: null, point: null }] },
      { keepPlaces: [1], keepLpNumber: true },
    );
    const { body } = await ask('PUT', `/api/incidents/${incident.id}`, next);
    expect(body).toMatchObject({ version: 2, incident: { stage: 'verdict', hasLpNumber: true } });
    expect(body.incident.places.map(({ role }: { role: string }) => role)).toEqual(['recruitment', 'transit']);
    const again = await ask('PUT', `/api/incidents/${incident.id}`, next);
    expect([again.status, again.body.code]).toEqual([409, 'changed_meanwhile']);
  });

  it('closes, reopens, deletes and merges', async () => {
    const { id } = (await create({ month: '2024-01' })).incident;
    const into = (await create({ month: '2024-01' })).incident.id;
    const path = `/api/incidents/${id}`;
    expect((await ask('POST', `${path}/close`, { version: 1 })).body.closed).toBe(true);
    const refused = await ask('PUT', path, change({}, { version: 2 }));
    expect([refused.status, refused.body.reason]).toEqual([409, 'closed']);
    expect((await ask('POST', `${path}/reopen`, { version: 2 })).body.closed).toBe(false);
    const merged = await ask('POST', `${path}/merge`, { version: 3, into });
    expect(merged.body).toMatchObject({ version: 4, mergedInto: into });
    expect((await ask('DELETE', path, { version: 4 })).status).toBe(404);
    expect((await ask('DELETE', `/api/incidents/${into}`, { version: 1 })).status).toBe(200);
    const { body } = await ask('GET', '/api/incidents?deleted=1&to=2024-01');
    expect(body.records.map((record: { incident: { id: string } }) => record.incident.id)).toEqual([into, id]);
    expect(await auditLines(3)).toEqual([
      'incident_listed null',
      `incident_deleted incident:${into}`,
      `incident_merged incident:${id}`,
    ]);
  });

  it('lists by filters and pages', async () => {
    for (let i = 0; i < 3; i += 1) await create({ month: '2023-07', source: 'referral' });
    const first = await ask('GET', '/api/incidents?source=referral&limit=2&role=exploitation');
    const rest = await ask('GET', `/api/incidents?source=referral&limit=2&role=exploitation&after=${first.body.next}`);
    expect([first.body.records.length, rest.body.records.length, rest.body.next]).toEqual([2, 1, null]);
  });

  it.each<[string, object, string]>([
    ['a field that is not known', { ...incidentBody(), victimName: 'x' }, 'unknown_field'],
    ['a case without a victim', { ...incidentBody(), victims: '0' }, 'invalid_value'],
    ['a text instead of a code', { ...incidentBody(), victims: 'dua orang' }, 'invalid_value'],
    [
      'a point outside the city',
      incidentBody({ places: [{ role: 'transit', precision: 'point', areaCode: null, point: [5, 5] }] }),
      'outside_city',
    ],
    ['a month to come', incidentBody({ month: '2027-01', day: null }), 'in_future'],
    ['a number that is none', incidentBody({ lpNumber: 'Budi' }), 'invalid_format'],
  ])('refuses %s, and says which field', async (_, body, code) => {
    const { status, body: problem } = await ask('POST', '/api/incidents', body);
    expect([status, problem.code, problem.fields[0].code]).toEqual([422, 'invalid_fields', code]);
    expect(JSON.stringify(problem)).not.toMatch(/Budi|dua orang|victimName/);
  });

  it.each([
    ['/api/incidents/0', 404],
    ['/api/incidents/1e3', 404],
    ["/api/incidents/1'--", 404],
    ['/api/incidents?stage=x', 400],
    ['/api/incidents?from=2025-13', 400],
    ['/api/incidents?after=1', 400],
    ['/api/incidents?after=24300.4294967296', 400],
    ['/api/incidents?limit=0', 400],
    ['/api/incidents?limit=1&limit=2', 400],
    ['/api/incidents?name=x', 400],
  ])('%s is %s', async (path, status) => {
    expect((await ask('GET', path)).status).toBe(status);
  });
});
