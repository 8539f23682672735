import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpCode } from '../../running/totp.ts';
import { ADMIN, answerOf, type Enrolled, type House, later, makeFirstAdmin, openHouse } from './house.ts';
import { type Visitor, visitor } from './visitor.ts';

let house: House;
let admin: Enrolled;
beforeAll(async () => {
  house = await openHouse();
  admin = await makeFirstAdmin(house);
});
afterAll(() => house.close());

const credentials = { email: ADMIN.email, password: ADMIN.password };

/** Steps so far: a code is good once, so each sign-in of the file takes another one the server still accepts. */
async function signIn(who: Visitor): Promise<void> {
  expect(await answerOf(await who.post('/api/sign-in', credentials))).toEqual({ status: 200, next: 'second_factor' });
  const code = admin.recoveryCodes[used++];
  expect(await answerOf(await who.post('/api/sign-in/code', { recoveryCode: code }))).toEqual({
    status: 200,
    next: 'done',
  });
}
let used = 0;

describe('sign-in', () => {
  it('takes e-mail and password, then a code; the e-mail in any case', async () => {
    const who = visitor(house);
    const first = await who.post('/api/sign-in', { ...credentials, email: ` ${ADMIN.email.toUpperCase()} ` });
    expect(await answerOf(first)).toEqual({ status: 200, next: 'second_factor' });
    // The password alone is no session.
    expect(await answerOf(await who.get('/api/session'))).toMatchObject({ role: 'public', user: null });
    expect((await who.get('/api/users')).status).toBe(401);
    const code = totpCode(admin.uri, 1);
    expect(await answerOf(await who.post('/api/sign-in/code', { code }))).toEqual({ status: 200, next: 'done' });
    expect(await answerOf(await who.get('/api/session'))).toMatchObject({ role: 'admin', pending: null });
    expect((await who.get('/api/users')).status).toBe(200);

    // RFC 6238 §5.2: the same code a second time is none.
    const thief = visitor(house);
    await thief.post('/api/sign-in', credentials);
    expect(await answerOf(await thief.post('/api/sign-in/code', { code }))).toMatchObject({
      status: 401,
      code: 'code_refused',
    });
  });

  it('a recovery code is good once', async () => {
    await signIn(visitor(house));
    const who = visitor(house);
    await who.post('/api/sign-in', credentials);
    const spent = await who.post('/api/sign-in/code', { recoveryCode: admin.recoveryCodes[used - 1] });
    expect((await answerOf(spent)).code).toBe('code_refused');
  });

  it('a code without a sign-in under way is none, nor with a forged one', async () => {
    // Right, and never used: nothing but the missing sign-in speaks against it.
    const recoveryCode = admin.recoveryCodes[9];
    const alone = await visitor(house).post('/api/sign-in/code', { recoveryCode });
    expect((await answerOf(alone)).code).toBe('sign_in_required');
    const who = visitor(house);
    await who.post('/api/sign-in', credentials);
    const forger = visitor(house);
    forger.setCookie(who.cookie().replace(/.{6}$/, 'xxxxx='));
    expect((await answerOf(await forger.post('/api/sign-in/code', { recoveryCode }))).code).toBe('sign_in_required');
    expect((await who.post('/api/sign-in/code', { recoveryCode })).status).toBe(200);
  });

  it('cookies are HttpOnly, Secure, SameSite=Strict and end with the session', async () => {
    const who = visitor(house);
    await who.post('/api/sign-in', credentials);
    const challenge = who.lastCookies();
    await who.post('/api/sign-in/code', { recoveryCode: admin.recoveryCodes[used++] });
    const all = [...challenge, ...who.lastCookies()];
    expect(all.length).toBeGreaterThan(2);
    for (const cookie of all) {
      expect(cookie).toMatch(/^__Secure-petarawan\.\w+=/);
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; Secure/);
      expect(cookie).toMatch(/; Path=\//);
      expect(cookie).not.toMatch(/; Domain/i);
    }
    const session = who.lastCookies().find((cookie) => cookie.includes('session_token'));
    expect(session).toMatch(/; Max-Age=43200; .*SameSite=Strict/);
  });

  it('the session is a new one, and the one before it ends', async () => {
    const who = visitor(house);
    await signIn(who);
    const before = who.cookie();
    // A cookie that somebody planted is not taken over.
    await signIn(who);
    expect(who.cookie()).not.toBe(before);
    const old = visitor(house);
    old.setCookie(before);
    expect((await answerOf(await old.get('/api/session'))).role).toBe('public');
  });

  it('sign-out ends it on the server too', async () => {
    const who = visitor(house);
    await signIn(who);
    const cookie = who.cookie();
    expect((await who.post('/api/sign-out')).status).toBe(200);
    expect(who.cookie()).not.toContain('session_token');
    const copy = visitor(house);
    copy.setCookie(cookie);
    expect((await copy.get('/api/users')).status).toBe(401);
  });
});

describe('a session', () => {
  it('ends after an hour unused, by its own clock', async () => {
    const who = visitor(house);
    await signIn(who);
    later(house, 59);
    expect((await who.get('/api/users')).status).toBe(200);
    later(house, 59);
    expect((await who.get('/api/users')).status).toBe(200);
    later(house, 60);
    expect((await who.get('/api/users')).status).toBe(401);
  });

  it('ends twelve hours after it began, however much it is used', async () => {
    const who = visitor(house);
    await signIn(who);
    for (let minutes = 0; minutes < 12 * 60 - 30; minutes += 30) {
      later(house, 30);
      expect((await who.get('/api/users')).status).toBe(200);
    }
    later(house, 30);
    expect((await who.get('/api/users')).status).toBe(401);
  });
});
