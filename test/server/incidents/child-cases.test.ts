import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHILD_INVOLVED } from '../../../domain/incident.ts';
import { openTestApp, type TestApp } from '../fixture/app.ts';
import { signInAs } from '../fixture/sign-in.ts';
import { incidentBody } from './incident-body.ts';

let app: TestApp;
let headers: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await openTestApp();
  ({ headers } = await signInAs(app, 'satgas'));
});
afterAll(() => app.close());

async function ask(method: string, path: string, body?: unknown): Promise<string> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await app.app.request(path, { method, headers, ...init });
  const text = await response.text();
  if (!response.ok && response.status !== 422) throw new Error(`${method} ${path}: ${text}`);
  return text;
}

/** Every way that a case can leave the server by. */
async function everyAnswer(ids: readonly string[]): Promise<string> {
  const reads = ids.flatMap((id) => ['', '/revisions', '/duplicates'].map((part) => `/api/incidents/${id}${part}`));
  const maps = ['points', 'clusters', 'hexagons', 'heat'].map(
    (mode) => `/api/incidents/overlay?mode=${mode}&role=exploitation&limit=2000`,
  );
  const tables = [
    '/api/incidents?limit=100',
    '/api/incidents/summary?role=exploitation',
    '/api/bands?role=exploitation',
  ];
  const filter = { role: null, source: null, platform: null, stage: null, fromMonth: null, toMonth: null };
  const exports = ['csv', 'geojson'].map((format) =>
    ask('POST', '/api/incidents/export', { format, reason: 'investigation', filter }),
  );
  const answers = [...reads, ...maps, ...tables].map((path) => ask('GET', path));
  return (await Promise.all([...answers, ...exports])).join('\n');
}

/** Seven digits that stand nowhere else. */
const longitude = fc.integer({ min: 1_000_000, max: 9_999_999 }).map((digits) => ({
  digits: String(digits),
  value: Number(`10.2${digits}`),
}));

describe('a child case', () => {
  it('leaves no point in any answer, whether it was one from the beginning or became one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.tuple(longitude, fc.constantFrom(...CHILD_INVOLVED), fc.option(fc.constantFrom(...CHILD_INVOLVED))),
          {
            minLength: 1,
            maxLength: 5,
            selector: ([{ digits }]) => digits,
          },
        ),
        async (cases) => {
          const ids: string[] = [];
          const hidden: string[] = [];
          const open: string[] = [];
          for (const [{ digits, value }, first, later] of cases) {
            const body = (childInvolved: (typeof CHILD_INVOLVED)[number]) =>
              incidentBody({
                childInvolved,
                places: [{ role: 'exploitation', precision: 'point', areaCode: null, point: [value, 0.5] }],
              });
            const { id } = JSON.parse(await ask('POST', '/api/incidents', body(first))).record.incident;
            ids.push(id);
            const kept = { ...body(later ?? first), places: [] };
            const change = { version: 1, keepLpNumber: true, keepPlaces: [0], incident: kept };
            if (later !== null) await ask('PUT', `/api/incidents/${id}`, change);
            (first === 'no' && (later ?? 'no') === 'no' ? open : hidden).push(digits);
          }
          const text = await everyAnswer(ids);
          expect(hidden.filter((digits) => text.includes(digits))).toEqual([]);
          expect(open.filter((digits) => !text.includes(digits))).toEqual([]);
          // Those that stay would be in the answers of the next run as well.
          for (const id of ids) {
            const { version } = JSON.parse(await ask('GET', `/api/incidents/${id}`));
            await ask('DELETE', `/api/incidents/${id}`, { version });
          }
        },
      ),
      { numRuns: 25, seed: 8 },
    );
  });
});
