import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN, answerOf, confirm, enrol, type House, makeFirstAdmin, member, openHouse, tokenOf } from './house.ts';
import { type Visitor, visitor } from './visitor.ts';

let house: House;
let admin: Visitor;
beforeEach(async () => {
  house = await openHouse();
  admin = (await makeFirstAdmin(house)).visitor;
});
afterEach(() => house.close());

const PASSWORD = ADMIN.password;

async function roleOf(who: Visitor): Promise<unknown> {
  return (await answerOf(await who.get('/api/session'))).role;
}

async function adminId(): Promise<string> {
  const { user } = await answerOf(await admin.get('/api/session'));
  return (user as { id: string }).id;
}

describe('accounts', () => {
  it('are listed with what an admin needs and nothing else', async () => {
    await member(house, admin, 'planner');
    const { users } = (await answerOf(await admin.get('/api/users'))) as unknown as { users: object[] };
    expect(users).toEqual([
      expect.objectContaining({ email: ADMIN.email, role: 'admin', secondFactor: true, ready: true, locked: false }),
      expect.objectContaining({ email: 'planner@example.invalid', secondFactor: false, ready: true }),
    ]);
    expect(Object.keys(users[0] ?? {}).sort()).toEqual(
      ['createdAt', 'email', 'id', 'locked', 'name', 'ready', 'role', 'secondFactor', 'unconfirmed'].sort(),
    );
  });

  it('an e-mail has one account, in any case', async () => {
    await member(house, admin, 'planner');
    const again = await admin.post('/api/users', { email: 'PLANNER@example.invalid', name: 'Lain', role: 'satgas' });
    expect(await answerOf(again)).toMatchObject({ status: 409, code: 'email_taken' });
  });

  it.each([
    [{ email: 'x', name: 'A', role: 'planner' }, 'email'],
    [{ email: 'a@example.invalid', name: '', role: 'planner' }, 'name'],
    [{ email: 'a@example.invalid', name: '<b>A</b>', role: 'planner' }, 'name'],
    [{ email: 'a@example.invalid', name: 'A', role: 'public' }, 'role'],
    [{ email: 'a@example.invalid', name: 'A', role: 'planner', phone: '1' }, ''],
  ])('%j is refused by its field', async (body, field) => {
    const answer = await answerOf(await admin.post('/api/users', body));
    expect([answer.status, answer.fields]).toEqual([422, [expect.objectContaining({ field })]]);
  });
});

describe('another role', () => {
  it('ends the sessions, and counts at the next sign-in', async () => {
    const { id, visitor: who, email } = await member(house, admin, 'satgas');
    expect(await roleOf(who)).toBe('satgas');
    expect((await admin.send('PATCH', `/api/users/${id}`, { role: 'planner' })).status).toBe(200);
    expect(await roleOf(who)).toBe('public');
    expect((await who.get('/api/account/sessions')).status).toBe(401);
    await who.post('/api/sign-in', { email, password: PASSWORD });
    expect(await house.store.accounts.users.findByEmail(email)).toMatchObject({ role: 'planner' });
  });

  it('a trainer who becomes an admin must first have a second factor', async () => {
    const { id, email } = await member(house, admin, 'trainer');
    await admin.send('PATCH', `/api/users/${id}`, { role: 'admin' });
    const who = visitor(house);
    expect((await answerOf(await who.post('/api/sign-in', { email, password: PASSWORD }))).next).toBe(
      'second_factor_enrolment',
    );
    expect(await answerOf(await who.get('/api/users'))).toMatchObject({ status: 401, code: 'second_factor_required' });
  });
});

describe('a lock', () => {
  it('ends the sessions and lets nobody in, with the answer of a wrong password', async () => {
    const { id, visitor: who, email } = await member(house, admin, 'planner');
    await admin.send('PATCH', `/api/users/${id}`, { locked: true });
    expect(await roleOf(who)).toBe('public');
    const right = await answerOf(await visitor(house).post('/api/sign-in', { email, password: PASSWORD }));
    const wrong = await answerOf(await visitor(house).post('/api/sign-in', { email, password: 'bukan sandi ini' }));
    expect(right).toEqual(wrong);
    expect(right).toMatchObject({ status: 401, code: 'sign_in_refused' });
    await admin.send('PATCH', `/api/users/${id}`, { locked: false });
    expect((await answerOf(await visitor(house).post('/api/sign-in', { email, password: PASSWORD }))).next).toBe(
      'done',
    );
  });

  it('ends a sign-in that waits for its code', async () => {
    const { id, email } = await member(house, admin, 'satgas');
    const who = visitor(house);
    await who.post('/api/sign-in', { email, password: PASSWORD });
    await admin.send('PATCH', `/api/users/${id}`, { locked: true });
    const code = await who.post('/api/sign-in/code', { code: '123456' });
    expect((await answerOf(code)).code).toBe('sign_in_required');
  });
});

describe('the last admin', () => {
  it('is neither locked nor demoted', async () => {
    const id = await adminId();
    for (const change of [{ locked: true }, { role: 'planner' }]) {
      expect(await answerOf(await admin.send('PATCH', `/api/users/${id}`, change))).toMatchObject({
        status: 409,
        code: 'last_admin',
      });
    }
    expect(await roleOf(admin)).toBe('admin');
  });

  it('is still the last one beside an admin who never used the link', async () => {
    await admin.post('/api/users', { email: 'b@example.invalid', name: 'B', role: 'admin' });
    const change = await admin.send('PATCH', `/api/users/${await adminId()}`, { role: 'planner' });
    expect((await answerOf(change)).code).toBe('last_admin');
  });

  it('of two who demote each other at once one stays', async () => {
    const other = await member(house, admin, 'admin', 'kedua@example.invalid');
    const first = await adminId();
    const answers = await Promise.all([
      admin.send('PATCH', `/api/users/${other.id}`, { role: 'planner' }),
      other.visitor.send('PATCH', `/api/users/${first}`, { role: 'planner' }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { users } = house.store.accounts;
    expect((await users.all()).filter(({ role }) => role === 'admin')).toHaveLength(1);
  });
});

describe('a reset', () => {
  it('takes password, second factor and sessions; the link begins anew', async () => {
    const { id, visitor: who, email } = await member(house, admin, 'satgas');
    const { link } = await answerOf(await admin.post(`/api/users/${id}/reset`));
    expect(await roleOf(who)).toBe('public');
    expect((await visitor(house).post('/api/sign-in', { email, password: PASSWORD })).status).toBe(401);
    const again = visitor(house);
    const set = await again.post('/api/setup', { token: tokenOf(String(link)), password: 'sandi baru yang panjang' });
    expect((await answerOf(set)).next).toBe('second_factor_enrolment');
    await enrol(again, 'sandi baru yang panjang');
    // Whoever has the link may be the admin: a colleague says who it is.
    expect(await answerOf(await again.get('/api/session'))).toMatchObject({ role: 'public', pending: 'confirmation' });
    await confirm(house, id);
    expect(await roleOf(again)).toBe('satgas');
  });

  it('of oneself, and of nobody, is refused', async () => {
    expect((await admin.post(`/api/users/${await adminId()}/reset`)).status).toBe(409);
    expect((await admin.post('/api/users/tidak-ada/reset')).status).toBe(404);
    expect((await admin.send('PATCH', '/api/users/tidak-ada', { locked: true })).status).toBe(404);
  });
});

describe('sessions', () => {
  it('one sees and ends the own ones only', async () => {
    const one = await member(house, admin, 'planner');
    const other = await member(house, admin, 'trainer');
    const second = visitor(house);
    await second.post('/api/sign-in', { email: one.email, password: PASSWORD });
    const { sessions } = (await answerOf(await one.visitor.get('/api/account/sessions'))) as unknown as {
      sessions: { id: string; current: boolean }[];
    };
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    const of = sessions.find(({ current }) => !current)?.id ?? '';
    expect((await other.visitor.send('DELETE', `/api/account/sessions/${of}`)).status).toBe(404);
    expect(await roleOf(second)).toBe('planner');
    expect((await one.visitor.send('DELETE', `/api/account/sessions/${of}`)).status).toBe(200);
    expect(await roleOf(second)).toBe('public');
  });

  it('an admin ends anybody’s', async () => {
    const { visitor: who } = await member(house, admin, 'planner');
    const { sessions } = (await answerOf(await admin.get('/api/sessions'))) as unknown as {
      sessions: { id: string; userName: string }[];
    };
    expect(sessions).toHaveLength(2);
    const of = sessions.find(({ userName }) => userName === 'Uji planner')?.id ?? '';
    expect((await admin.send('DELETE', `/api/sessions/${of}`)).status).toBe(200);
    expect(await roleOf(who)).toBe('public');
    expect((await admin.send('DELETE', `/api/sessions/${of}`)).status).toBe(404);
  });
});

describe('the audit log', () => {
  it('says who did what to whom, and no e-mail', async () => {
    const { id, email } = await member(house, admin, 'satgas');
    await admin.send('PATCH', `/api/users/${id}`, { role: 'planner' });
    await admin.send('PATCH', `/api/users/${id}`, { locked: true });
    await admin.send('PATCH', `/api/users/${id}`, { locked: false });
    await admin.post(`/api/users/${id}/reset`);
    await visitor(house).post('/api/sign-in', { email, password: 'tebakan' });
    await visitor(house).post('/api/sign-in', { email: 'orang@example.invalid', password: 'tebakan' });
    await admin.post('/api/sign-out');
    const rows = await house.store.audit.rows({ before: null, limit: 100, action: null, userId: null });
    const said = rows.map(({ action, subject, userId }) => [
      action,
      subject === `user:${id}` ? 'member' : subject === null ? null : 'admin',
      userId === id ? 'member' : userId === null ? null : 'admin',
    ]);
    expect(said.reverse()).toEqual([
      ['invitation_used', 'admin', 'admin'],
      ['sign_in', 'admin', 'admin'],
      ['second_factor_enrolled', 'admin', 'admin'],
      ['user_created', 'member', 'admin'],
      // The first of all.
      ['colleague_confirmed', 'member', 'admin'],
      ['invitation_used', 'member', 'member'],
      ['sign_in', 'member', 'member'],
      ['second_factor_enrolled', 'member', 'member'],
      ['user_changed', 'member', 'admin'],
      ['confirmation_withdrawn', 'member', 'admin'],
      ['user_locked', 'member', 'admin'],
      ['user_unlocked', 'member', 'admin'],
      ['user_reset', 'member', 'admin'],
      ['sign_in_refused', 'member', null],
      ['sign_in_refused', null, null],
      ['sign_out', 'admin', 'admin'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('@');
  });
});
