import Papa from 'papaparse';
import readSheet from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXPORT_FORMATS, EXPORT_REASONS } from '../../../domain/export-request.ts';
import type { Incident } from '../../../domain/incident.ts';
import { pointOf } from '../../../server/keeping/export-rows.ts';
import { withoutFormula } from '../../../server/keeping/without-formula.ts';
import type { IncidentRecord } from '../../../server/store/contract/incident-store.ts';
import { openTestApp, type TestApp } from '../fixture/app.ts';
import { signInAs, type TestSession } from '../fixture/sign-in.ts';
import { expectProblem } from '../problem-shape.ts';

const EVERYTHING = { role: null, source: null, platform: null, stage: null, fromMonth: null, toMonth: null };
const POINT = { role: 'rescue', precision: 'point', areaCode: '99.01.01.1001', h3: '886a1d2a1bfffff' } as const;

const INCIDENT: Incident = {
  id: '',
  training: false,
  month: '2026-02',
  day: 3,
  acts: ['recruit', 'harbour'],
  means: ['deception'],
  purposes: ['forced_labour'],
  source: 'lp_b',
  stage: 'investigation',
  platforms: ['michat'],
  places: [
    { ...POINT, point: [10.5, -0.5] },
    { role: 'recruitment', precision: 'online', areaCode: null, h3: null, point: null },
  ],
  victims: '2-4',
  suspects: '1',
  childInvolved: 'no',
  lpNumberHash: 'secret-digest',
};

let app: TestApp;
let satgas: TestSession;

beforeEach(async () => {
  app = await openTestApp();
  satgas = await signInAs(app, 'satgas');
});
afterEach(() => app.close());

async function add(more: Partial<Incident> = {}): Promise<void> {
  await app.store.incidents.create(
    { ...INCIDENT, ...more },
    {
      at: '2026-11-24T00:00:00Z',
      audit: { userId: satgas.userId, role: 'satgas', action: 'incident_created', subject: null, detail: {}, ip: null },
    },
  );
}

const take = (body: object) =>
  app.app.request('/api/incidents/export', {
    method: 'POST',
    headers: satgas.headers,
    body: JSON.stringify({ reason: 'case_conference', filter: EVERYTHING, format: 'csv', ...body }),
  });

async function rename(name: string): Promise<void> {
  await app.store.accounts.database.updateTable('user_account').set({ name }).execute();
}

async function exportLines() {
  const rows = await app.store.audit.rows({ before: null, limit: 9, action: 'incident_exported', userId: null });
  return rows.map(({ detail }) => detail).reverse();
}

describe('an export of cases', () => {
  it('as CSV: one row a case, watermark in each, nothing about a person, logged before and after', async () => {
    await add();
    await add({ month: '2026-03', childInvolved: 'unknown' });
    const response = await take({ format: 'csv' });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="petarawan-kejadian-20261124T000000Z.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const text = await response.text();
    expect(text).not.toContain('secret-digest');
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    const mark = {
      export_by: 'Uji satgas',
      export_at: '2026-11-24T00:00:00.000Z',
      export_reason: 'case_conference',
    };
    expect(data).toMatchObject([
      { ...mark, month: '2026-03', child_involved: 'unknown', place1_longitude: '', place1_h3: POINT.h3 },
      {
        ...mark,
        month: '2026-02',
        acts: 'recruit|harbour',
        victims: '2-4',
        closed: 'no',
        place1_role: 'rescue',
        place1_longitude: '10.5',
        place1_latitude: '-0.5',
        place2_precision: 'online',
        place2_area: '',
        place3_role: '',
      },
    ]);
    expect(await exportLines()).toMatchObject([
      { part: 'begun', format: 'csv', reason: 'case_conference', source: null },
      { part: 'ended', cases: 2 },
    ]);
  });

  it('as GeoJSON: a feature a place, null where there is no point to give', async () => {
    await add();
    await add({ childInvolved: 'yes' });
    const text = await (await take({ format: 'geojson' })).text();
    const collection = JSON.parse(text);
    expect(collection.export).toMatchObject({ by: 'Uji satgas', reason: 'case_conference' });
    expect(collection.features.map(({ geometry }: { geometry: unknown }) => geometry)).toEqual([
      null,
      null,
      { type: 'Point', coordinates: [10.5, -0.5] },
      null,
    ]);
    for (const { properties } of collection.features) {
      expect(properties).toMatchObject({ export_by: 'Uji satgas', export_reason: 'case_conference' });
    }
    expect(text).not.toContain('secret-digest');
  });

  it('as a workbook that opens, the same rows as the CSV', async () => {
    await add();
    await add({ childInvolved: 'yes', month: '2025-12' });
    const response = await take({ format: 'xlsx' });
    const bytes = Buffer.from(await response.arrayBuffer());
    const [header, first, second] = (await readSheet(bytes))[0]?.data ?? [];
    const csv = Papa.parse<string[]>(await (await take({ format: 'csv' })).text(), { skipEmptyLines: true }).data;
    expect(header?.map(String)).toEqual(csv[0]);
    for (const [row, line] of [
      [first, csv[1]],
      [second, csv[2]],
    ]) {
      expect(csv[0]?.map((_, i) => String(row?.[i] ?? ''))).toEqual(line);
    }
    expect(await exportLines()).toHaveLength(4);
  });

  it('makes two sheets at a time, and says so to a third', async () => {
    await add();
    const statuses = await Promise.all(Array.from({ length: 3 }, async () => (await take({ format: 'xlsx' })).status));
    expect(statuses.sort()).toEqual([200, 200, 409]);
    expect((await take({ format: 'xlsx' })).status).toBe(200);
  });

  it('takes what the filter says, and no deleted case', async () => {
    await add();
    await add({ source: 'lp_a' });
    await add({ month: '2020-01' });
    const [newest] = (await app.store.incidents.list({ ...EVERYTHING, after: null, limit: 9, deleted: false })).records;
    const audit = {
      userId: 'u',
      role: 'satgas',
      action: 'incident_deleted',
      subject: null,
      detail: {},
      ip: null,
    } as const;
    const count = async (filter: object) =>
      (await (await take({ filter: { ...EVERYTHING, ...filter } })).text()).trim().split('\r\n').length - 1;
    expect(await count({})).toBe(3);
    expect(await count({ source: 'lp_a' })).toBe(1);
    expect(await count({ fromMonth: '2021-01' })).toBe(2);
    await app.store.incidents.remove(newest?.incident.id ?? '', 1, { at: '2026-11-24T00:00:00Z', audit });
    expect(await count({})).toBe(2);
    expect(await count({ source: 'media' })).toBe(0);
  });

  it.each([
    [{ reason: 'curiosity' }, 'reason'],
    [{ reason: undefined }, 'reason'],
    [{ format: 'pdf' }, 'format'],
    [{ filter: { ...EVERYTHING, fromMonth: '2026' } }, 'filter.fromMonth'],
    [{ filter: { ...EVERYTHING, sql: '1=1' } }, 'filter'],
  ])('refuses %j, and logs none', async (body, field) => {
    const response = await take(body);
    expect(response.status).toBe(422);
    expect((await response.json()).fields[0].field).toBe(field);
    expect(await exportLines()).toEqual([]);
  });

  it('gives nothing when its line cannot be kept', async () => {
    await add();
    await app.store.accounts.database.deleteFrom('audit_head').execute();
    await expectProblem(await take({}), 'internal_error');
  });

  it.each(EXPORT_FORMATS)('%s with a name that a spreadsheet would reckon', async (format) => {
    await add();
    await rename('=HYPERLINK("http://x","y")');
    const response = await take({ format });
    const given =
      format === 'xlsx'
        ? String((await readSheet(Buffer.from(await response.arrayBuffer())))[0]?.data[1]?.[0])
        : await response.text();
    expect(given).toContain("'=HYPERLINK(");
    expect(given).not.toMatch(/(^|[,"\n])=HYPERLINK/);
  });
});

describe('pointOf', () => {
  it.each(['yes', 'unknown'] as const)('of a child case (%s) is none, whatever the record says', (childInvolved) => {
    const record = { incident: { ...INCIDENT, childInvolved } } as IncidentRecord;
    const [place] = INCIDENT.places;
    if (place === undefined) throw new Error('no place');
    expect(pointOf(record, place)).toBeNull();
    expect(pointOf({ ...record, incident: INCIDENT }, place)).toEqual([10.5, -0.5]);
  });
});

describe('withoutFormula', () => {
  it.each(['=1', '+1', '-1', '@x', '\tx', '\rx', '\nx', ' =1', '\u00a0=1', '\u0000=1', '＝1', '|x', '%x'])(
    '%j',
    (text) => {
      expect(withoutFormula(text)).toBe(`'${text}`);
    },
  );
  it.each(['', 'a=1', '2-4', '10+', 'lp_b', ...EXPORT_REASONS])('leaves %j', (text) => {
    expect(withoutFormula(text)).toBe(text);
  });
});
