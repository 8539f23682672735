import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstAdminLink } from '../../../server/accounts/one-time-link.ts';
import { BASE } from '../fixture/app.ts';
import { ADMIN, answerOf, enrol, type House, later, makeFirstAdmin, openHouse, tokenOf } from './house.ts';
import { visitor } from './visitor.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const offer = () => firstAdminLink(house.store.accounts, BASE, house.clock.now);

describe('the link of the first admin', () => {
  it('makes the admin once; only its hash is kept', async () => {
    const link = await offer();
    expect(link).toMatch(/^https:\/\/peta\.example\.go\.id\/setup#[\w-]{43}$/);
    const token = tokenOf(link);
    const kept = await house.store.accounts.database.selectFrom('invitation').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(token);
    const who = visitor(house);
    expect(await answerOf(await who.post('/api/setup/check', { token }))).toEqual({
      status: 200,
      firstAdmin: true,
      email: null,
      name: null,
    });
    expect(await answerOf(await who.post('/api/setup', { token, ...ADMIN }))).toEqual({
      status: 200,
      next: 'second_factor_enrolment',
    });
    expect(await answerOf(await who.get('/api/session'))).toMatchObject({
      role: 'public',
      pending: 'second_factor_enrolment',
      user: { email: ADMIN.email, name: ADMIN.name, role: 'admin', secondFactor: false },
    });
    const again = await visitor(house).post('/api/setup', { token, ...ADMIN, email: 'lain@example.invalid' });
    expect(await answerOf(again)).toMatchObject({ status: 410, code: 'gone' });
    expect(await house.store.accounts.users.count()).toBe(1);
    expect(await offer()).toBeNull();
  });

  it('two who use it at once make one admin', async () => {
    const token = tokenOf(await offer());
    const answers = await Promise.all(
      [1, 2, 3, 4].map((i) => visitor(house).post('/api/setup', { token, ...ADMIN, email: `a${i}@example.invalid` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410]);
    expect(await house.store.accounts.users.count()).toBe(1);
  });

  it('is void after a day, and when the next start prints another', async () => {
    const first = tokenOf(await offer());
    const second = tokenOf(await offer());
    const check = async (token: string) => (await visitor(house).post('/api/setup/check', { token })).status;
    expect([await check(first), await check(second)]).toEqual([410, 200]);
    later(house, 24 * 60);
    expect(await check(second)).toBe(410);
  });

  it('takes no short password, no missing name and no token of another shape', async () => {
    const token = tokenOf(await offer());
    const who = visitor(house);
    for (const [body, field] of [
      [{ token, ...ADMIN, password: 'pendek' }, 'password'],
      [{ token, password: ADMIN.password, email: ADMIN.email }, 'name'],
      [{ token, ...ADMIN, email: 'bukan surel' }, 'email'],
      [{ token, ...ADMIN, name: 'a\u0000b' }, 'name'],
      [{ ...ADMIN, token: 'x' }, 'token'],
    ] as const) {
      const answer = await answerOf(await who.post('/api/setup', body));
      expect([answer.status, answer.fields]).toEqual([422, [expect.objectContaining({ field })]]);
    }
    expect(await house.store.accounts.users.count()).toBe(0);
  });
});

describe('the link of a new user', () => {
  it('sets the password once; a satgas then wants a second factor', async () => {
    const admin = (await makeFirstAdmin(house)).visitor;
    const user = { email: 'Anggota@Example.invalid', name: 'Anggota', role: 'satgas' };
    const made = await answerOf(await admin.post('/api/users', user));
    expect(made.status).toBe(201);
    const token = tokenOf(String(made.link));
    const who = visitor(house);
    expect(await answerOf(await who.post('/api/setup/check', { token }))).toMatchObject({
      firstAdmin: false,
      email: 'anggota@example.invalid',
    });
    const set = await answerOf(await who.post('/api/setup', { token, password: ADMIN.password }));
    expect(set.next).toBe('second_factor_enrolment');
    await enrol(who, ADMIN.password);
    expect(await answerOf(await who.get('/api/session'))).toMatchObject({ role: 'satgas', pending: null });
    expect((await visitor(house).post('/api/setup', { token, password: ADMIN.password })).status).toBe(410);
  });

  it('is void after 72 hours and after a reset', async () => {
    const admin = (await makeFirstAdmin(house)).visitor;
    const made = await answerOf(
      await admin.post('/api/users', { email: 'a@example.invalid', name: 'A', role: 'planner' }),
    );
    const again = await answerOf(await admin.post(`/api/users/${made.id}/reset`));
    const check = async (link: unknown) =>
      (await visitor(house).post('/api/setup/check', { token: tokenOf(String(link)) })).status;
    expect([await check(made.link), await check(again.link)]).toEqual([410, 200]);
    later(house, 72 * 60);
    expect(await check(again.link)).toBe(410);
  });
});
