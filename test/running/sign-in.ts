import type { AccountRole } from '../../domain/role.ts';
import type { RunningServer } from './server.ts';
import { totpCode } from './totp.ts';

/** Of every account that a test makes. */
export const TEST_PASSWORD = 'sandi uji yang panjang';

export interface RunningSession {
  readonly email: string;
  /** `otpauth:` address; null when the role wants no second factor. */
  readonly uri: string | null;
  /** The `Cookie` header of a request. */
  readonly cookie: string;
  /** The same for `context.addCookies` of a browser. */
  readonly cookies: readonly { readonly name: string; readonly value: string; readonly url: string }[];
}

interface Talk {
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Readonly<Record<string, unknown>>>;
  readonly jar: ReadonlyMap<string, string>;
}

/** Requests of one browser to a running server; throws with the answer when it is no 2xx. */
function talk(url: string): Talk {
  const jar = new Map<string, string>();
  return {
    jar,
    ask: async (method, path, body = {}) => {
      const response = await fetch(url + path, {
        method,
        headers: {
          origin: url,
          'content-type': 'application/json',
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
      });
      for (const set of response.headers.getSetCookie()) {
        const [pair = ''] = set.split(';');
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return JSON.parse(text) as Readonly<Record<string, unknown>>;
    },
  };
}

async function spendLink(
  url: string,
  link: string,
  firstAdmin: object,
  email: string,
): Promise<[RunningSession, Talk]> {
  const { ask, jar } = talk(url);
  const token = link.split('#')[1];
  const { next } = await ask('POST', '/api/setup', { token, password: TEST_PASSWORD, ...firstAdmin });
  let uri: string | null = null;
  if (next === 'second_factor_enrolment') {
    const begun = await ask('POST', '/api/account/second-factor', { password: TEST_PASSWORD });
    uri = String(begun.uri);
    // A code is good once: a sign-in takes the next one (`totpCode(uri, 1)`), which is accepted early.
    await ask('POST', '/api/account/second-factor/confirm', { code: totpCode(uri) });
  }
  const cookies = [...jar].filter(([, value]) => value !== '').map(([name, value]) => ({ name, value, url }));
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return [
    { email, uri, cookie, cookies },
    { ask, jar },
  ];
}

const admins = new WeakMap<RunningServer, Promise<[RunningSession, Talk]>>();

/** The one-time link of the first admin, as the server printed it. */
export async function firstAdminLinkOf(server: RunningServer): Promise<string> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const link = /\S+\/setup#\S+/.exec(server.said())?.[0];
    if (link !== undefined) return link;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`the server printed no link:\n${server.said()}`);
}

async function makeAdmin(server: RunningServer): Promise<[RunningSession, Talk]> {
  const firstAdmin = { email: 'admin@example.invalid', name: 'Uji admin' };
  return spendLink(server.url, await firstAdminLinkOf(server), firstAdmin, firstAdmin.email);
}

let made = 0;

/** Confirmed members of the Satgas, the newest last. */
const members = new WeakMap<RunningServer, readonly (readonly [RunningSession, Talk])[]>();

/** A confirmed member says that a new one is one; the first of all has nobody to ask. */
async function confirmOn(server: RunningServer, email: string): Promise<void> {
  const colleagues = members.get(server) ?? [];
  const refusals: unknown[] = [];
  // The code of the step before, or of this one where enrolling took that: a test may sign in with the next.
  const ways = [...colleagues].reverse().flatMap((colleague) => [-1, 0].map((step) => ({ colleague, step })));
  for (const {
    colleague: [{ uri }, { ask }],
    step,
  } of ways) {
    try {
      const { waiting } = await ask('GET', '/api/colleagues/waiting');
      const id = (waiting as { id: string; email: string }[]).find((one) => one.email === email)?.id;
      if (id === undefined) throw new Error(`${email} does not wait`);
      await ask('POST', `/api/colleagues/${id}/confirm`, { code: totpCode(uri ?? '', step) });
      return;
    } catch (refused) {
      // A test may have ended, locked or reset that member.
      refusals.push(refused);
    }
  }
  throw new Error(`nobody confirmed ${email}: ${refusals.join('; ')}`);
}

/**
 * Somebody of this role, signed in on a running server with a data folder of its own, through the same requests that
 * the pages make: the printed link makes the admin, who makes everybody else.
 */
export async function signInOn(server: RunningServer, role: AccountRole): Promise<RunningSession> {
  const admin = admins.get(server) ?? makeAdmin(server);
  admins.set(server, admin);
  const [own, { ask }] = await admin;
  if (role === 'admin') return own;
  made += 1;
  const email = `${role}-${made}@example.invalid`;
  const { link } = await ask('POST', '/api/users', { email, name: `Uji ${role}`, role });
  const [session, talk] = await spendLink(server.url, String(link), {}, email);
  if (role !== 'satgas') return session;
  const { pending } = await talk.ask('GET', '/api/session');
  if (pending === 'confirmation') await confirmOn(server, email);
  members.set(server, [...(members.get(server) ?? []), [session, talk]]);
  return session;
}
