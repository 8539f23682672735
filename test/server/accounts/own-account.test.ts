import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { totpCode } from '../../running/totp.ts';
import { signInAs } from '../fixture/sign-in.ts';
import { ADMIN, answerOf, enrol, type House, makeFirstAdmin, member, openHouse, tokenOf } from './house.ts';
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

describe('the own account', () => {
  it('a new password ends the other sessions and keeps what this one was given', async () => {
    const { visitor: who, email } = await member(house, admin, 'satgas');
    const neighbour = await signInAs(house, 'trainer', { begun: house.clock.now });
    const next = 'sandi pengganti yang panjang';
    expect((await answerOf(await who.post('/api/account/password', { current: 'bukan yang ini', next }))).code).toBe(
      'password_refused',
    );
    const before = who.cookie();
    expect((await who.post('/api/account/password', { current: PASSWORD, next })).status).toBe(200);
    expect(await roleOf(who)).toBe('satgas');
    const old = visitor(house);
    old.setCookie(before);
    expect(await roleOf(old)).toBe('public');
    expect((await visitor(house).post('/api/sign-in', { email, password: PASSWORD })).status).toBe(401);
    expect((await visitor(house).post('/api/sign-in', { email, password: next })).status).toBe(200);
    // Nobody else's session ended.
    const bystander = visitor(house);
    bystander.setCookie(neighbour.cookie);
    expect(await roleOf(bystander)).toBe('trainer');
  });

  it('another phone takes the role away until it is confirmed; the old one is void', async () => {
    const made = await answerOf(
      await admin.post('/api/users', { email: 's@example.invalid', name: 'S', role: 'satgas' }),
    );
    const who = visitor(house);
    await who.post('/api/setup', { token: tokenOf(String(made.link)), password: PASSWORD });
    const old = await enrol(who, PASSWORD);
    expect((await who.post('/api/account/second-factor', { password: PASSWORD })).status).toBe(409);
    const code = totpCode(old.uri, 1);
    const remove = async (body: object) => answerOf(await who.post('/api/account/second-factor/remove', body));
    expect((await remove({ code })).code).toBe('password_refused');
    const fresh = totpCode(old.uri, -1);
    expect((await remove({ password: PASSWORD, code: fresh })).status).toBe(200);
    expect(await answerOf(await who.get('/api/session'))).toMatchObject({
      role: 'public',
      pending: 'second_factor_enrolment',
    });
    const begun = (await (await who.post('/api/account/second-factor', { password: PASSWORD })).json()) as {
      uri: string;
    };
    const confirm = async (code: string) => answerOf(await who.post('/api/account/second-factor/confirm', { code }));
    expect((await confirm(totpCode(old.uri, 0))).code).toBe('code_refused');
    expect((await confirm(totpCode(begun.uri, 1))).next).toBe('done');
    expect(await roleOf(who)).toBe('satgas');
  });

  it('new recovery codes make the old ones void', async () => {
    const { email } = await member(house, admin, 'planner', 'p@example.invalid');
    const who = visitor(house);
    await who.post('/api/sign-in', { email, password: PASSWORD });
    const { recoveryCodes: old, uri } = await enrol(who, PASSWORD);
    const renewed = (await (
      await who.post('/api/account/recovery-codes', { password: PASSWORD, code: totpCode(uri, 1) })
    ).json()) as {
      recoveryCodes: string[];
    };
    expect(renewed.recoveryCodes).toHaveLength(10);
    const again = visitor(house);
    await again.post('/api/sign-in', { email, password: PASSWORD });
    expect((await again.post('/api/sign-in/code', { recoveryCode: old[0] })).status).toBe(401);
    expect((await again.post('/api/sign-in/code', { recoveryCode: renewed.recoveryCodes[0] })).status).toBe(200);
  });

  it('a session and its password change nothing of the second factor without a code', async () => {
    const made = await answerOf(
      await admin.post('/api/users', { email: 's@example.invalid', name: 'S', role: 'satgas' }),
    );
    const who = visitor(house);
    await who.post('/api/setup', { token: tokenOf(String(made.link)), password: PASSWORD });
    const { uri, recoveryCodes } = await enrol(who, PASSWORD);
    for (const path of ['/api/account/second-factor/remove', '/api/account/recovery-codes']) {
      const give = async (body: object) => answerOf(await who.post(path, { password: PASSWORD, ...body }));
      expect(await give({})).toMatchObject({ status: 422, code: 'invalid_fields' });
      expect(await give({ code: totpCode(uri) })).toMatchObject({ status: 401, code: 'code_refused' });
      expect(await give({ recoveryCode: 'AAAAA-AAAAA' })).toMatchObject({ status: 401, code: 'code_refused' });
      expect(await roleOf(who)).toBe('satgas');
      // A wrong password spends no code.
      const code = totpCode(uri, path.endsWith('remove') ? -1 : 1);
      expect((await give({ password: 'bukan yang ini', code })).code).toBe('password_refused');
      if (path.endsWith('codes')) expect((await give({ code })).status).toBe(200);
    }
    const kept = await answerOf(
      await who.post('/api/account/second-factor/remove', { password: PASSWORD, recoveryCode: recoveryCodes[0] }),
    );
    expect(kept.code).toBe('code_refused');
  });

  it('a code asked for to confirm cannot be guessed with a stolen session and password', async () => {
    const { visitor: who } = await member(house, admin, 'satgas');
    const statuses: number[] = [];
    for (let i = 0; i < 12; i += 1) {
      const body = { password: PASSWORD, code: `00000${i % 10}` };
      statuses.push((await who.post('/api/account/recovery-codes', body)).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  });

  it('a password asked for to confirm cannot be guessed with a stolen session', async () => {
    const { visitor: who } = await member(house, admin, 'satgas');
    const statuses: number[] = [];
    for (let i = 0; i < 12; i += 1) {
      statuses.push(
        (await who.post('/api/account/second-factor/remove', { password: `tebakan ${i}`, code: '000000' })).status,
      );
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.slice(10)).toEqual([429, 429]);
  });
});
