import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ACTS,
  CHILD_INVOLVED,
  INCIDENT_SOURCES,
  MEANS,
  PLACE_PRECISIONS,
  PLACE_ROLES,
  PLATFORMS,
  PURPOSES,
  STAGES,
  SUSPECT_COUNTS,
} from '../../domain/incident.ts';
import { type IncidentInput, incidentInputSchema } from '../../domain/incident-input.ts';
import type { Write } from '../../server/store/contract/incident-store.ts';
import { incidentRecord } from '../domain/incident-arbitrary.ts';
import { openTestApp, type TestApp } from './fixture/app.ts';

/** Law 6: nothing that is accepted can hold a free text about a person. */
const CODES: ReadonlySet<string> = new Set([
  ...ACTS,
  ...MEANS,
  ...PURPOSES,
  ...INCIDENT_SOURCES,
  ...STAGES,
  ...PLATFORMS,
  ...PLACE_ROLES,
  ...PLACE_PRECISIONS,
  ...SUSPECT_COUNTS,
  ...CHILD_INVOLVED,
]);
/** What is no code and may stand in a record: months, area codes, H3 cells, hashes, moments, numbers of records and users. */
const FORMS: readonly RegExp[] = [
  /^(19|20)\d{2}-(0[1-9]|1[0-2])$/,
  /^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/,
  /^8[0-9a-f]{14}$/,
  /^[\w-]{43}$/,
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
];
const isHarmless = (text: string): boolean => CODES.has(text) || FORMS.some((form) => form.test(text));

const INPUT: IncidentInput = {
  month: '2026-01',
  day: 3,
  acts: ['recruit'],
  means: ['deception'],
  purposes: ['sexual_exploitation'],
  source: 'lp_b',
  stage: 'lp',
  platforms: ['michat'],
  places: [
    { role: 'recruitment', precision: 'kelurahan', areaCode: '64.71.01.1001', point: null },
    { role: 'exploitation', precision: 'point', areaCode: null, point: [116.85, -1.25] },
  ],
  victims: '1',
  suspects: '2-4',
  childInvolved: 'no',
  lpNumber: null,
};

type Path = readonly (string | number)[];

function pathsOf(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([key, inner]) =>
      pathsOf(inner, [...at, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function withAt(value: unknown, path: Path, put: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put(value);
  if (Array.isArray(value)) return value.map((inner, index) => (index === key ? withAt(inner, rest, put) : inner));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: withAt(record[key], rest, put) };
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

const PATHS = pathsOf(INPUT);
const OBJECTS = PATHS.filter((path) => {
  const value = path.reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>>)[key], INPUT);
  return typeof value === 'object' && value !== null && !Array.isArray(value);
});

describe('the input of an incident', () => {
  it('is accepted as it stands', () => {
    expect(incidentInputSchema.safeParse(INPUT).success).toBe(true);
  });

  it('takes no text in place of any of its values, whatever it says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), fc.string({ minLength: 1, maxLength: 80 }), (path, text) => {
        fc.pre(!isHarmless(text));
        expect(incidentInputSchema.safeParse(withAt(INPUT, path, () => text)).success).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes no field that it does not know, at any depth', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OBJECTS),
        fc.string({ minLength: 1, maxLength: 20 }),
        fc.anything(),
        (path, name, value) => {
          const target = path.reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>>)[key], INPUT);
          fc.pre(!Object.hasOwn(target as object, name) && name !== '__proto__');
          const put = (old: unknown): unknown => ({ ...(old as object), [name]: value });
          expect(incidentInputSchema.safeParse(withAt(INPUT, path, put)).success).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('what the store keeps of incidents', () => {
  let server: TestApp;
  const at = '2026-11-24T00:00:00Z';
  const write: Write = {
    at,
    audit: { userId: 'u', role: 'satgas', action: 'incident_created', subject: null, detail: {}, ip: null },
  };
  beforeAll(async () => {
    server = await openTestApp();
  });
  afterAll(() => server.close());

  it('holds codes, months, areas, cells, hashes and numbers, and no other text', async () => {
    for (const incident of fc.sample(incidentRecord, { numRuns: 200, seed: 3 })) {
      const record = await server.store.incidents.create(incident, write);
      const { id, ...rest } = record.incident;
      expect(id).toMatch(/^\d+$/);
      expect(stringsIn({ ...rest, createdAt: record.createdAt }).filter((text) => !isHarmless(text))).toEqual([]);
    }
  });

  /** Text columns by table, and what each may hold. A new one is refused until somebody says here what it holds. */
  const TEXT_COLUMNS: Readonly<Record<string, readonly string[]>> = {
    incident: [
      'source',
      'stage',
      'victims',
      'suspects',
      'child_involved',
      'lp_hash',
      'created_at',
      'created_by',
      'updated_at',
      'deleted_at',
    ],
    incident_place: ['role', 'precision', 'area_code', 'h3', 'source', 'stage'],
    incident_tally: ['area_code', 'role', 'dimension', 'category'],
    incident_revision: ['at', 'user_id', 'action', 'before'],
    // A key is a UUID, or the route refuses it.
    incident_sent: ['user_id', 'key', 'at'],
    counter: ['name'],
  };

  it('has no column for a text about a person', async () => {
    const tables = await server.store.accounts.database.introspection.getTables();
    const found = Object.fromEntries(
      tables
        .filter(({ name }) => name.startsWith('incident') || name === 'counter')
        .map(({ name, columns }) => [
          name,
          columns.filter(({ dataType }) => /text|char/i.test(dataType)).map((column) => column.name),
        ]),
    );
    expect(found).toEqual(TEXT_COLUMNS);
  });
});
