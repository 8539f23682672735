import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS_OF, ROLES, type Role } from '../../domain/role.ts';
import { type Actor, isAllowed } from '../../server/policy.ts';
import type { RouteRow } from '../../server/routes/route-row.ts';
import { INTERNAL_ROUTES, PUBLIC_ROUTES, ROUTES, routesOf } from '../../server/routes/table.ts';
import { BASE, openTestApp, type TestApp } from './fixture/app.ts';
import { type SignInOptions, signInAs } from './fixture/sign-in.ts';

/** Everybody who can ask: each role, and those whose second factor, or whose colleague's word, is missing. */
const ASKERS = [
  ...ROLES,
  'satgas without a code',
  'satgas without a confirmation',
  'admin without a code',
  'admin without a second factor',
] as const;
type Asker = (typeof ASKERS)[number];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

let app: TestApp;
const cookieOf = new Map<Asker, string>();

const OPTIONS: ReadonlyMap<string, SignInOptions> = new Map([
  ['a code', { enrolled: true, given: false }],
  ['a second factor', { enrolled: false }],
  ['a confirmation', { confirmed: false }],
]);

/** A new session for each: some of the routes end the one that asks. */
async function signIn(asker: Asker): Promise<void> {
  if (asker === 'public') return;
  const [name = '', missing] = asker.split(' without ');
  const role = ROLES.find((one) => one === name);
  if (role === undefined || role === 'public') throw new Error(asker);
  const options = OPTIONS.get(missing ?? '') ?? {};
  cookieOf.set(asker, (await signInAs(app, role, options)).cookie);
}

/** The role that counts. */
function roleOf(asker: Asker): Role {
  return ROLES.find((role) => role === asker) ?? 'public';
}

/** Ids that nothing has. */
function pathOf({ path }: RouteRow): string {
  return path.replace(/:\w+/g, 'tidak-ada');
}

async function ask(asker: Asker, method: string, path: string, headers: Readonly<Record<string, string>> = {}) {
  const cookie = cookieOf.get(asker);
  const writes = !['GET', 'HEAD', 'OPTIONS'].includes(method);
  const response = await app.app.request(path, {
    method,
    headers: {
      origin: BASE,
      ...(cookie === undefined ? {} : { cookie }),
      ...(writes ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(writes ? { body: '{}' } : {}),
  });
  const text = await response.text();
  const isProblem = response.headers.get('content-type') === 'application/problem+json';
  return { response, code: isProblem && text !== '' ? String(JSON.parse(text).code) : null };
}

/** What somebody is told whom the policy does not let through; null for whoever is let through. */
function refusalOf(asker: Asker, { access }: RouteRow): string | null {
  if (access === 'public') return null;
  if (asker === 'public') return 'sign_in_required';
  if (access === 'session' || PERMISSIONS_OF[roleOf(asker)].includes(access)) return null;
  if (asker === 'satgas without a confirmation') return access === 'account.own' ? null : 'confirmation_required';
  return roleOf(asker) === 'public' ? 'second_factor_required' : 'forbidden';
}

const REFUSALS = ['sign_in_required', 'second_factor_required', 'confirmation_required', 'forbidden', 'foreign_origin'];

/** Of a store in memory there is no copy to make. */
const NEEDS_A_FILE = ['POST /api/backups'];

/** Looks at the second factor itself. */
const OWN_REFUSAL = ['POST /api/sign-in/code'];

const EVERYBODY: readonly Role[] = ROLES;
const SIGNED_IN: readonly Role[] = ['trainer', 'planner', 'satgas', 'admin'];

/**
 * Whom each address is meant for, said a second time and apart from the rows: a row that is given away by mistake, and
 * a new address that nobody thought about, fail here. The first match counts.
 */
const MEANT_FOR: readonly (readonly [RegExp, readonly Role[]])[] = [
  [/^\/api\/(users|sessions|audit|retention|backups)(\/|$)/, ['admin']],
  [/^\/api\/bands\/release$/, ['satgas']],
  [/^\/api\/(incidents\/)?bands(\/|$)/, ['planner', 'satgas']],
  [/^\/api\/(incidents|imports|colleagues)(\/|$)/, ['satgas']],
  [/^\/api\/(account\/|sign-out$)/, SIGNED_IN],
  [/^\/api\/(session$|sign-in(\/|$)|setup(\/|$))/, EVERYBODY],
];

describe('the rows', () => {
  it.each(INTERNAL_ROUTES.map((row) => [`${row.method} ${row.path}`, row as RouteRow] as const))('%s', (_key, row) => {
    const meant = MEANT_FOR.find(([pattern]) => pattern.test(row.path))?.[1];
    const actorOf = (role: Role): Actor => ({ role, userId: role === 'public' ? null : 'u', sessionId: 's', ip: null });
    expect(ROLES.filter((role) => isAllowed(row.access, actorOf(role)))).toEqual(meant);
  });
});

beforeAll(async () => {
  app = await openTestApp();
  for (const asker of ASKERS) await signIn(asker);
});
afterAll(() => app.close());

describe.each(ASKERS)('%s', (asker) => {
  it.each(ROUTES.map((row) => [`${row.method} ${row.path}`, row] as const))('%s', async (key, row) => {
    await signIn(asker);
    const { response, code } = await ask(asker, row.method, pathOf(row));
    const refusal = refusalOf(asker, row);
    if (refusal !== null) expect(code).toBe(refusal);
    else if (!OWN_REFUSAL.includes(key)) expect(REFUSALS).not.toContain(code);
    // A handler that fails says nothing about permissions.
    if (!NEEDS_A_FILE.includes(key)) expect(response.status).not.toBe(500);
    if (!PUBLIC_ROUTES.some((open) => open.path === row.path)) {
      expect(response.headers.get('cache-control')).toContain('no-store');
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('every other method of a path is refused, whoever asks', async () => {
    await signIn(asker);
    for (const path of new Set(ROUTES.map(({ path }) => path))) {
      const spelled = path.replace(/:\w+/g, 'tidak-ada');
      const rows = routesOf(spelled);
      const given = rows.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
      const methods: readonly string[] = [...new Set<string>(given)];
      const open = PUBLIC_ROUTES.some((row) => row.path === path);
      for (const method of METHODS.filter((one) => !methods.includes(one) && !(open && one === 'OPTIONS'))) {
        const { response } = await ask(asker, method, spelled);
        expect([method, path, response.status]).toEqual([method, path, 405]);
        expect(response.headers.get('allow')?.split(', ').sort()).toEqual(
          [...methods, ...(open ? ['OPTIONS'] : [])].sort(),
        );
      }
    }
  });

  it('HEAD gives what GET gives, without a body', async () => {
    for (const row of ROUTES.filter(({ method }) => method === 'GET')) {
      const head = await ask(asker, 'HEAD', pathOf(row));
      const get = await ask(asker, 'GET', pathOf(row));
      expect([row.path, head.response.status]).toEqual([row.path, get.response.status]);
    }
  });
});

/** Other spellings of a path: what a proxy, a browser or an attacker makes of it. */
function spellingsOf(path: string): readonly string[] {
  const [, first = '', ...rest] = path.split('/');
  const tail = rest.join('/');
  return [
    `/${path}`,
    `/.${path}`,
    `/x/..${path}`,
    `/${first}//${tail}`,
    `/${first}/./${tail}`,
    `/${first}/%2e/${tail}`,
    `/${first}/x/%2e%2e/${tail}`,
    `/${first}%2f${tail}`,
    `/${first}/%2e%2e/${first}/${tail}`,
    `/${first}/..;/${first}/${tail}`,
    path.toUpperCase(),
    `/${first.toUpperCase()}/${tail}`,
    `${path}/`,
    `${path}.`,
    `${path}..`,
    `${path}%20`,
    `${path}%00`,
    `${path};a=b`,
    `${path}?_method=GET`,
    path.replace(/[aeiou]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  ].map((spelling) => BASE + spelling);
}

describe('another spelling of a path', () => {
  const guarded = (INTERNAL_ROUTES as readonly RouteRow[]).filter(({ access }) => access !== 'public');

  it.each(['public', 'planner', 'satgas without a confirmation', 'admin without a code'] as const)(
    'never gives %s more than the plain one',
    async (asker) => {
      await signIn(asker);
      const refused = guarded.filter((row) => refusalOf(asker, row) !== null);
      expect(refused.length).toBeGreaterThan(5);
      for (const row of refused) {
        for (const spelling of spellingsOf(pathOf(row))) {
          const { response } = await ask(asker, row.method, spelling);
          const said = [row.method, spelling, response.status];
          // Refused, unknown, another method's, or the page itself (which holds nothing).
          if (response.status < 400) {
            const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
            const isRedirect = response.status === 308 && !(response.headers.get('location') ?? '').startsWith('//');
            expect([...said, isPage || isRedirect]).toEqual([...said, true]);
          } else {
            expect([401, 403, 404, 405], said.join(' ')).toContain(response.status);
          }
        }
      }
    },
  );

  it('a method in a header or in the query is not one', async () => {
    await signIn('planner');
    for (const row of guarded.filter(({ method }) => method !== 'GET')) {
      for (const name of ['x-http-method-override', 'x-method-override', 'x-http-method']) {
        const { response } = await ask('planner', 'GET', `${pathOf(row)}?_method=${row.method}`, {
          [name]: row.method,
        });
        const get = await ask('planner', 'GET', pathOf(row));
        expect([row.path, response.status]).toEqual([row.path, get.response.status]);
      }
    }
  });
});

describe('a write that no page of ours sends', () => {
  const writes = (INTERNAL_ROUTES as readonly RouteRow[]).filter(({ method }) => method !== 'GET');
  const origins = [
    undefined,
    'null',
    'https://jahat.example',
    `${BASE}.jahat.example`,
    BASE.replace('https', 'http'),
    `${BASE}:8443`,
    BASE.toUpperCase(),
    `${BASE}/`,
  ];

  it.each(writes.map((row) => [`${row.method} ${row.path}`, row] as const))('%s is refused', async (_key, row) => {
    for (const asker of ['public', 'satgas', 'admin'] as const) {
      for (const origin of origins) {
        const cookie = cookieOf.get(asker);
        const response = await app.app.request(pathOf(row), {
          method: row.method,
          headers: {
            ...(cookie === undefined ? {} : { cookie }),
            ...(origin === undefined ? {} : { origin }),
            'content-type': 'application/json',
          },
          body: '{}',
        });
        expect([asker, origin, response.status, (await response.json()).code]).toEqual([
          asker,
          origin,
          403,
          'foreign_origin',
        ]);
      }
    }
  });

  it('there is something to write', () => expect(writes.length).toBeGreaterThan(10));
});
