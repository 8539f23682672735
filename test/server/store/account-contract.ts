import { describe, expect, it } from 'vitest';
import { attempt } from '../../../server/accounts/attempt.ts';
import { cookieName } from '../../../server/accounts/auth-names.ts';
import { tokenSet } from '../../../server/accounts/cookies.ts';
import { openEngine } from '../../../server/accounts/engine.ts';
import { oneTimeLink } from '../../../server/accounts/one-time-link.ts';
import type { AccountWrite, User } from '../../../server/store/contract/account-store.ts';
import { sqlAccountStore } from '../../../server/store/sql-account-store.ts';
import { totpCode } from '../../running/totp.ts';
import type { OpenDb } from './back-end.ts';

const BASE = 'https://peta.example.go.id';
const NOW = new Date();
const AT = NOW.toISOString();
const BY = { at: AT, ip: null };
const PASSWORD = 'sebuah sandi yang panjang';

const write: AccountWrite = {
  at: AT,
  audit: { userId: 'u0', role: 'admin', action: 'user_created', subject: 'user:x', detail: {}, ip: null },
};

function linkOf(userId: string | null) {
  return oneTimeLink(BASE, userId, NOW).invitation;
}

const person = (id: string): Pick<User, 'id' | 'email' | 'name'> => ({ id, email: `${id}@example.invalid`, name: id });

export function accountContract(openDb: OpenDb): void {
  describe('accounts', () => {
    const open = async () => {
      const store = sqlAccountStore(await openDb());
      const key = Buffer.alloc(32, 3);
      const times = { sessionMaxHours: 12, now: () => NOW };
      const engine = openEngine({ store, baseUrl: BASE, key, throttleKey: key, oidc: null, ...times });
      return { store, engine };
    };

    it('a link is spent once, by whoever is first', async () => {
      const { store } = await open();
      const first = linkOf(null);
      await store.invitations.offerFirst(linkOf(null), AT);
      await store.invitations.offerFirst(first, AT);
      const users = await Promise.all(
        ['a', 'b', 'c'].map((id) => store.invitations.use(first.tokenHash, 'hash', person(id), BY)),
      );
      expect(users.filter((user) => user !== null)).toMatchObject([{ role: 'admin', ready: true, locked: false }]);
      expect(await store.users.count()).toBe(1);
      expect(await store.invitations.find(first.tokenHash, AT)).toBeNull();
      // A second first admin there is not.
      const late = linkOf(null);
      await store.invitations.offerFirst(late, AT);
      expect(await store.invitations.use(late.tokenHash, 'hash', person('d'), BY)).toBeNull();
    });

    it('an e-mail has one account; a reset leaves the new link only', async () => {
      const { store } = await open();
      const { users, invitations } = store;
      const link = linkOf('u1');
      expect(await users.create({ ...person('u1'), role: 'planner' }, link, write)).toBe('done');
      expect(await users.create({ ...person('u1'), id: 'u2', role: 'satgas' }, linkOf('u2'), write)).toBe(
        'email_taken',
      );
      expect(await invitations.use(link.tokenHash, 'hash', null, BY)).toMatchObject({ id: 'u1', ready: true });
      const next = linkOf('u1');
      expect(await users.reset('u1', next, write)).toBe('done');
      expect(await users.find('u1')).toMatchObject({ ready: false, secondFactor: false });
      expect(await invitations.find(next.tokenHash, AT)).toMatchObject({ userId: 'u1' });
      expect(await users.reset('u9', linkOf('u9'), write)).toBe('not_found');
    });

    it('of two admins who demote each other at once one stays', async () => {
      const { store } = await open();
      const { users, invitations } = store;
      for (const id of ['u1', 'u2']) {
        const link = linkOf(id);
        await users.create({ ...person(id), role: 'admin' }, link, write);
        await invitations.use(link.tokenHash, 'hash', null, BY);
      }
      const results = await Promise.all([
        users.change('u1', { role: 'planner' }, write),
        users.change('u2', { locked: true }, write),
      ]);
      expect([...results].sort()).toEqual(['done', 'last_admin']);
      expect((await users.all()).filter(({ role, locked }) => role === 'admin' && !locked)).toHaveLength(1);
    });

    it('the library signs in, asks for the second factor, and the store ends what is to end', async () => {
      const { store, engine } = await open();
      const { auth } = engine;
      const link = linkOf('u1');
      await store.users.create({ ...person('u1'), role: 'satgas' }, link, write);
      await store.invitations.use(link.tokenHash, await engine.hashPassword(PASSWORD), null, BY);
      const body = { email: person('u1').email, password: PASSWORD };
      const jar = new Map<string, string>();
      const headers = () => new Headers({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });
      const act = async <T>(does: () => Promise<{ headers: Headers; response: T }>): Promise<T> => {
        const outcome = await attempt(does);
        if (!outcome.ok) throw new Error(outcome.code);
        for (const cookie of outcome.cookies) {
          const pair = cookie.split(';')[0] ?? '';
          jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
        }
        return outcome.answer;
      };
      const request = () => ({ headers: headers(), returnHeaders: true }) as const;
      await act(() => auth.api.signInEmail({ ...request(), body }));
      const begun = await act(() =>
        auth.api.enableTwoFactor({ ...request(), body: { password: PASSWORD, method: 'totp' } }),
      );
      const uri = 'totpURI' in begun ? begun.totpURI : '';
      await act(() => auth.api.verifyTOTP({ ...request(), body: { code: totpCode(uri) } }));
      const cookie = `${cookieName(BASE, 'session_token')}=${jar.get(cookieName(BASE, 'session_token'))}`;
      const token = tokenSet(BASE, [cookie]) ?? '';
      await store.sessions.markSecondFactor(token);
      const found = await auth.api.getSession({ headers: headers() });
      expect(found?.user).toMatchObject({ role: 'satgas', locked: false, twoFactorEnabled: true });
      expect(found?.session).toMatchObject({ secondFactor: true, createdAt: NOW });
      expect(await store.users.find('u1')).toMatchObject({ secondFactor: true });
      expect(await store.sessions.list('u1')).toMatchObject([{ userId: 'u1', secondFactor: true }]);

      jar.clear();
      const asked = await act(() => auth.api.signInEmail({ ...request(), body }));
      expect(asked).toMatchObject({ twoFactorRedirect: true });
      expect(jar.has(cookieName(BASE, 'two_factor'))).toBe(true);
      await expect(act(() => auth.api.verifyTOTP({ ...request(), body: { code: '000000' } }))).rejects.toThrow(
        'INVALID_CODE',
      );
      expect(await store.users.change('u1', { locked: true }, write)).toBe('done');
      expect(await store.sessions.list(null)).toEqual([]);
      await expect(act(() => auth.api.verifyTOTP({ ...request(), body: { code: totpCode(uri, 1) } }))).rejects.toThrow(
        'INVALID_TWO_FACTOR_COOKIE',
      );
      await expect(act(() => auth.api.signInEmail({ ...request(), body }))).rejects.toThrow('FAILED_TO_CREATE_SESSION');
    });

    it('a satgas counts when a colleague says so; the first of all has none', async () => {
      const { store } = await open();
      const { users, colleagues, invitations, database } = store;
      const setUp = async (id: string, link: ReturnType<typeof linkOf>) => {
        await invitations.use(link.tokenHash, 'hash', null, BY);
        await database.updateTable('user_account').set({ two_factor_enabled: 1 }).where('id', '=', id).execute();
      };
      const make = async (id: string, role: 'satgas' | 'planner') => {
        const link = linkOf(id);
        await users.create({ ...person(id), role }, link, write);
        return link;
      };
      const confirm = (id: string, by: string | null) => colleagues.confirm(id, by, write);
      // Two at once: one of them is the first.
      const [first, second] = await Promise.all([make('u1', 'satgas'), make('u2', 'satgas')]);
      const begun = await Promise.all(['u1', 'u2'].map((id) => colleagues.isConfirmed(id)));
      expect([...begun].sort()).toEqual([false, true]);
      const [one, two] = begun[0] === true ? ['u1', 'u2'] : ['u2', 'u1'];
      expect(await users.find(two)).toMatchObject({ unconfirmed: true });
      expect(await colleagues.waiting()).toEqual([{ ...person(two), since: AT, reason: 'new', setUp: false }]);
      expect(await colleagues.confirmers()).toBe(0);
      // Nobody is confirmed before the account is in somebody's hands, by themselves, or by somebody who is not.
      expect(await confirm(two, one)).toBe('not_set_up');
      await setUp('u1', first);
      await setUp('u2', second);
      expect(await colleagues.confirmers()).toBe(1);
      expect(await confirm(two, two)).toBe('not_allowed');
      expect(await confirm(two, 'u9')).toBe('not_allowed');
      expect(await confirm('u9', one)).toBe('not_found');
      expect(await confirm(two, one)).toBe('done');
      expect(await confirm(two, one)).toBe('not_found');
      expect(await users.find(two)).toMatchObject({ unconfirmed: false });
      // A reset, another role and back, or a new account wait again, also when nobody is left.
      await users.reset(two, linkOf(two), write);
      expect(await colleagues.isConfirmed(two)).toBe(false);
      expect(await colleagues.waiting()).toMatchObject([{ id: two, reason: 'reset', setUp: false }]);
      await users.change(one, { role: 'planner' }, write);
      await users.change(one, { role: 'satgas' }, write);
      expect(await colleagues.isConfirmed(one)).toBe(false);
      expect(await colleagues.confirmers()).toBe(0);
      await make('u3', 'satgas');
      expect(await colleagues.isConfirmed('u3')).toBe(false);
      expect((await colleagues.waiting()).map(({ reason }) => reason).sort()).toEqual(['new', 'promoted', 'reset']);
      // A locked one neither confirms nor is confirmed.
      expect(await confirm(one, null)).toBe('done');
      await users.change(one, { locked: true }, write);
      expect([await colleagues.confirmers(), await confirm('u3', one)]).toEqual([0, 'not_allowed']);
    });

    it('a link that is still open is void when its account is confirmed', async () => {
      const { store } = await open();
      const { users, colleagues, invitations, database } = store;
      await users.create({ ...person('u1'), role: 'satgas' }, linkOf('u1'), write);
      const open2 = linkOf('u2');
      await users.create({ ...person('u2'), role: 'satgas' }, open2, write);
      // Set up by the provider of OIDC, the link unspent.
      const provider = {
        id: 'c2',
        account_id: 's2',
        provider_id: 'oidc',
        user_id: 'u2',
        created_at: AT,
        updated_at: AT,
      };
      await database.insertInto('user_credential').values(provider).execute();
      await database.updateTable('user_account').set({ two_factor_enabled: 1 }).where('id', '=', 'u2').execute();
      expect(await colleagues.confirm('u2', null, write)).toBe('done');
      expect(await invitations.find(open2.tokenHash, AT)).toBeNull();
    });

    it('tries side by side are counted one by one', async () => {
      const { engine } = await open();
      const waits = await Promise.all(
        Array.from({ length: 25 }, () => engine.throttle.beginTry('password', 'a@example.invalid', '10.0.0.1')),
      );
      expect(waits.filter((wait) => wait === null)).toHaveLength(10);
      expect(waits.filter((wait) => wait !== null && wait > 890 && wait <= 900)).toHaveLength(15);
      await engine.throttle.succeeded('password', 'a@example.invalid', '10.0.0.1');
      expect(await engine.throttle.beginTry('password', 'a@example.invalid', '10.0.0.1')).toBeNull();
      const fresh = await Promise.all([1, 2, 3].map(() => engine.throttle.isFreshCode('u1', '123456')));
      expect(fresh.filter(Boolean)).toHaveLength(1);
    });

    it('what is over is swept away', async () => {
      const { store, engine } = await open();
      await engine.throttle.beginTry('password', 'a', null);
      await store.invitations.offerFirst(linkOf(null), AT);
      const inTwoDays = new Date(NOW.getTime() + 48 * 3_600_000).toISOString();
      await store.sessions.sweep({ begunBefore: AT, usedBefore: AT, now: AT });
      const count = async (table: 'invitation' | 'throttle') =>
        (await store.database.selectFrom(table).selectAll().execute()).length;
      expect([await count('invitation'), await count('throttle')]).toEqual([1, 3]);
      await store.sessions.sweep({ begunBefore: AT, usedBefore: AT, now: inTwoDays });
      expect([await count('invitation'), await count('throttle')]).toEqual([0, 0]);
    });
  });
}
