import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { totpCode } from '../../running/totp.ts';
import { ADMIN, answerOf, type Enrolled, enrol, type House, makeFirstAdmin, openHouse, tokenOf } from './house.ts';
import { type Visitor, visitor } from './visitor.ts';

let house: House;
let admin: Visitor;
beforeEach(async () => {
  house = await openHouse();
  admin = (await makeFirstAdmin(house)).visitor;
});
afterEach(() => house.close());

const PASSWORD = ADMIN.password;

interface Made extends Enrolled {
  readonly id: string;
  readonly email: string;
}

/** Spends a link, second factor included. */
async function settle(link: unknown): Promise<Enrolled> {
  const who = visitor(house);
  await who.post('/api/setup', { token: tokenOf(String(link)), password: PASSWORD });
  return enrol(who, PASSWORD);
}

/** An account that the admin made, in the hands of whoever has the link: that may be the admin. */
async function make(name: string, role = 'satgas'): Promise<Made> {
  const email = `${name}@example.invalid`;
  const { id, link } = await answerOf(await admin.post('/api/users', { email, name, role }));
  return { id: String(id), email, ...(await settle(link)) };
}

const sessionOf = async ({ visitor: who }: Enrolled) => answerOf(await who.get('/api/session'));
const casesOf = async ({ visitor: who }: Enrolled) => answerOf(await who.get('/api/incidents'));
const waitingOf = async ({ visitor: who }: Enrolled) => answerOf(await who.get('/api/colleagues/waiting'));
const confirm = async ({ visitor: who }: Enrolled, id: string, code: string) =>
  answerOf(await who.post(`/api/colleagues/${id}/confirm`, { code }));

describe('a satgas whom no colleague has confirmed', () => {
  it('signs in and has the own account, and nothing of a case', async () => {
    await make('satu');
    const two = await make('dua');
    expect(await sessionOf(two)).toMatchObject({ role: 'public', pending: 'confirmation', user: { role: 'satgas' } });
    for (const path of ['/api/incidents', '/api/bands?role=rescue', '/api/imports', '/api/colleagues/waiting']) {
      const answer = await answerOf(await two.visitor.get(path));
      expect([path, answer.status, answer.code]).toEqual([path, 403, 'confirmation_required']);
    }
    expect((await two.visitor.get('/api/account/sessions')).status).toBe(200);
    expect((await two.visitor.get('/api/users')).status).toBe(403);
  });

  it('reads cases as soon as a colleague with a code of the phone says so, in the same session', async () => {
    const one = await make('satu');
    const two = await make('dua');
    expect((await casesOf(one)).status).toBe(200);
    const { waiting } = await waitingOf(one);
    expect(waiting).toEqual([
      { id: two.id, email: two.email, name: 'dua', since: expect.any(String), reason: 'new', setUp: true },
    ]);
    expect(await confirm(one, two.id, '000000')).toMatchObject({ status: 401, code: 'code_refused' });
    expect((await casesOf(two)).status).toBe(403);
    expect(await confirm(one, two.id, totpCode(one.uri, 1))).toMatchObject({ status: 200, next: 'done' });
    expect((await casesOf(two)).status).toBe(200);
    expect((await waitingOf(one)).waiting).toEqual([]);
    const [line] = await house.store.audit.rows({
      before: null,
      limit: 1,
      action: 'colleague_confirmed',
      userId: one.id,
    });
    expect(line).toMatchObject({ subject: `user:${two.id}`, role: 'satgas', detail: { by: 'colleague' } });
  });

  it('is confirmed neither by an admin, nor by a planner, nor by themselves', async () => {
    await make('satu');
    const two = await make('dua');
    const planner = await make('rencana', 'planner');
    expect((await answerOf(await admin.post(`/api/colleagues/${two.id}/confirm`, { code: '123456' }))).code).toBe(
      'forbidden',
    );
    expect((await answerOf(await admin.get('/api/colleagues/waiting'))).code).toBe('forbidden');
    expect((await confirm(planner, two.id, totpCode(planner.uri, 1))).code).toBe('forbidden');
    expect((await confirm(two, two.id, totpCode(two.uri, 1))).code).toBe('confirmation_required');
    expect((await casesOf(two)).code).toBe('confirmation_required');
  });

  it('cannot be confirmed before the link was spent, and a name that waits for nothing is not found', async () => {
    const one = await make('satu');
    const { id } = await answerOf(
      await admin.post('/api/users', { email: 'b@example.invalid', name: 'b', role: 'satgas' }),
    );
    expect(await confirm(one, String(id), totpCode(one.uri, 1))).toMatchObject({ status: 409, code: 'not_set_up' });
    expect(await confirm(one, 'tidak-ada', totpCode(one.uri, -1))).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('an admin who wants to read cases', () => {
  it('promotes an own account and waits', async () => {
    const one = await make('satu');
    const own = await make('admin.dua', 'admin');
    await admin.send('PATCH', `/api/users/${own.id}`, { role: 'satgas' });
    await own.visitor.post('/api/sign-in', { email: own.email, password: PASSWORD });
    await own.visitor.post('/api/sign-in/code', { code: totpCode(own.uri, 1) });
    expect((await casesOf(own)).code).toBe('confirmation_required');
    expect((await waitingOf(one)).waiting).toMatchObject([{ id: own.id, reason: 'promoted' }]);
  });

  it('resets a satgas, uses the link, and waits', async () => {
    const one = await make('satu');
    const two = await make('dua');
    await confirm(one, two.id, totpCode(one.uri, 1));
    const { link } = await answerOf(await admin.post(`/api/users/${two.id}/reset`));
    const taken = await settle(link);
    expect((await casesOf(taken)).code).toBe('confirmation_required');
    expect((await waitingOf(one)).waiting).toMatchObject([{ id: two.id, reason: 'reset', setUp: true }]);
  });

  it('gives a satgas another role and the old one back, and waits', async () => {
    const one = await make('satu');
    await admin.send('PATCH', `/api/users/${one.id}`, { role: 'trainer' });
    await admin.send('PATCH', `/api/users/${one.id}`, { role: 'satgas' });
    await one.visitor.post('/api/sign-in', { email: one.email, password: PASSWORD });
    await one.visitor.post('/api/sign-in/code', { code: totpCode(one.uri, 1) });
    expect((await casesOf(one)).code).toBe('confirmation_required');
  });

  it('locks and demotes every satgas: the next one is still not the first', async () => {
    const one = await make('satu');
    await admin.send('PATCH', `/api/users/${one.id}`, { locked: true });
    expect((await casesOf(await make('dua'))).code).toBe('confirmation_required');
    await admin.send('PATCH', `/api/users/${one.id}`, { role: 'trainer' });
    expect((await casesOf(await make('tiga'))).code).toBe('confirmation_required');
  });

  it('takes a confirmation away from a session that is open', async () => {
    const one = await make('satu');
    expect((await casesOf(one)).status).toBe(200);
    // As another server on the same store does it.
    await house.store.accounts.database.updateTable('satgas_membership').set({ confirmed_at: null }).execute();
    expect((await casesOf(one)).code).toBe('confirmation_required');
  });
});
