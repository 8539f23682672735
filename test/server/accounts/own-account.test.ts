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
    expect((await answerOf(await who.post('/api/account/second-factor/remove', {}))).code).toBe('password_refused');
    expect(await roleOf(who)).toBe('satgas');
    expect((await who.post('/api/account/second-factor/remove', { password: PASSWORD })).status).toBe(200);
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
    const { recoveryCodes: old } = await enrol(who, PASSWORD);
    const renewed = (await (await who.post('/api/account/recovery-codes', { password: PASSWORD })).json()) as {
      recoveryCodes: string[];
    };
    expect(renewed.recoveryCodes).toHaveLength(10);
    const again = visitor(house);
    await again.post('/api/sign-in', { email, password: PASSWORD });
    expect((await again.post('/api/sign-in/code', { recoveryCode: old[0] })).status).toBe(401);
    expect((await again.post('/api/sign-in/code', { recoveryCode: renewed.recoveryCodes[0] })).status).toBe(200);
  });

  it('a password asked for to confirm cannot be guessed with a stolen session', async () => {
    const { visitor: who } = await member(house, admin, 'satgas');
    const statuses: number[] = [];
    for (let i = 0; i < 12; i += 1) {
      statuses.push((await who.post('/api/account/second-factor/remove', { password: `tebakan ${i}` })).status);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.slice(10)).toEqual([429, 429]);
  });
});
