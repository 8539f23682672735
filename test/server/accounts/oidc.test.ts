import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { totpCode } from '../../running/totp.ts';
import { BASE } from '../fixture/app.ts';
import { answerOf, type House, makeFirstAdmin, member, openHouse } from './house.ts';
import { type MockIssuer, oidcSettings, openMockIssuer } from './mock-issuer.ts';
import { type Visitor, visitor } from './visitor.ts';

let issuer: MockIssuer;
let house: House;
let admin: Visitor;
beforeEach(async () => {
  issuer = await openMockIssuer();
  house = await openHouse({ accountSettings: { oidc: oidcSettings(issuer) } });
  admin = (await makeFirstAdmin(house)).visitor;
});
afterEach(async () => {
  await house.close();
  await issuer.close();
});

const EMAIL = 'anggota@example.invalid';

function makeUser(role: string) {
  return admin.post('/api/users', { email: EMAIL, name: 'Anggota', role });
}

/** From our page to the provider and back; the address that the server then opens. */
async function signIn(who: Visitor, next?: string): Promise<string> {
  const begun = await answerOf(await who.post('/api/sign-in/oidc', next === undefined ? {} : { next }));
  if (begun.status !== 200) throw new Error(JSON.stringify(begun));
  const back = await who.get(issuer.approve(String(begun.url)));
  expect(back.status).toBe(302);
  expect(await back.text()).toBe('');
  return back.headers.get('location') ?? '';
}

const session = async (who: Visitor) => answerOf(await who.get('/api/session'));

describe('sign-in by a provider', () => {
  it('lets in whom the admin made an account for, by the e-mail that the provider verified', async () => {
    await makeUser('planner');
    issuer.person = { sub: 's1', email: EMAIL.toUpperCase(), email_verified: true, name: 'Nama Lain' };
    const who = visitor(house);
    expect(await signIn(who, '/data')).toBe(`${BASE}/sign-in?oidc=done&next=%2Fdata`);
    // The name that the admin gave stays.
    expect(await session(who)).toMatchObject({ role: 'planner', pending: null, user: { name: 'Anggota' } });
    // The subject counts from now on, whatever the e-mail.
    issuer.person = { sub: 's1', email: 'baru@example.invalid', email_verified: true };
    const again = visitor(house);
    await signIn(again);
    expect((await session(again)).role).toBe('planner');
  });

  it('keeps no token of the provider', async () => {
    await makeUser('planner');
    issuer.person = { sub: 's1', email: EMAIL, email_verified: true };
    await signIn(visitor(house));
    const kept = await house.store.accounts.database
      .selectFrom('user_credential')
      .selectAll()
      .where('provider_id', '=', 'oidc')
      .execute();
    expect(kept).toMatchObject([{ account_id: 's1', access_token: null, refresh_token: null, id_token: null }]);
  });

  it('asks a satgas for a second factor all the same', async () => {
    await makeUser('satgas');
    issuer.person = { sub: 's1', email: EMAIL, email_verified: true };
    const first = visitor(house);
    await signIn(first);
    expect(await session(first)).toMatchObject({ role: 'public', pending: 'second_factor_enrolment' });
    expect((await answerOf(await first.get('/api/account/sessions'))).code).toBe('second_factor_required');
    const begun = (await (await first.post('/api/account/second-factor', {})).json()) as { uri: string };
    await first.post('/api/account/second-factor/confirm', { code: totpCode(begun.uri) });
    expect((await session(first)).role).toBe('satgas');

    const second = visitor(house);
    await signIn(second);
    expect(await session(second)).toMatchObject({ role: 'public', pending: 'second_factor' });
    expect((await second.post('/api/sign-in/code', { code: '000000' })).status).toBe(401);
    expect((await second.post('/api/sign-in/code', { code: totpCode(begun.uri, 1) })).status).toBe(200);
    expect((await session(second)).role).toBe('satgas');
  });

  it('goes around no colleague: a second satgas waits', async () => {
    await member(house, admin, 'satgas', 'satu@example.invalid');
    await makeUser('satgas');
    issuer.person = { sub: 's1', email: EMAIL, email_verified: true };
    const who = visitor(house);
    await signIn(who);
    const begun = (await (await who.post('/api/account/second-factor', {})).json()) as { uri: string };
    await who.post('/api/account/second-factor/confirm', { code: totpCode(begun.uri) });
    expect(await session(who)).toMatchObject({ role: 'public', pending: 'confirmation' });
    expect((await answerOf(await who.get('/api/incidents'))).code).toBe('confirmation_required');
  });

  it('a planner who chose a second factor is asked for it too', async () => {
    await makeUser('planner');
    issuer.person = { sub: 's1', email: EMAIL, email_verified: true };
    const first = visitor(house);
    await signIn(first);
    const begun = (await (await first.post('/api/account/second-factor', {})).json()) as { uri: string };
    await first.post('/api/account/second-factor/confirm', { code: totpCode(begun.uri) });
    const second = visitor(house);
    await signIn(second);
    expect(await session(second)).toMatchObject({ role: 'public', pending: 'second_factor' });
  });
});

describe('is refused', () => {
  const refused = async () => {
    const who = visitor(house);
    const location = await signIn(who);
    expect(location).toBe(`${BASE}/sign-in?oidc=refused`);
    expect((await session(who)).user).toBeNull();
    expect(who.cookie()).not.toContain('session_token');
  };

  it('who has no account here; none is made', async () => {
    issuer.person = { sub: 's9', email: 'orang@example.invalid', email_verified: true };
    await refused();
    expect(await house.store.accounts.users.count()).toBe(1);
  });

  it('whose e-mail the provider did not verify', async () => {
    await makeUser('planner');
    issuer.person = { sub: 's1', email: EMAIL, email_verified: false };
    await refused();
  });

  it('who is locked', async () => {
    const { id } = await answerOf(await makeUser('planner'));
    await admin.send('PATCH', `/api/users/${id}`, { locked: true });
    issuer.person = { sub: 's1', email: EMAIL, email_verified: true };
    await refused();
  });

  it.each([
    ['another nonce', { nonce: 'lain' }],
    ['another audience', { audience: 'lain' }],
    ['another issuer', { issuer: 'https://lain.example' }],
    ['a key that is not the provider’s', { key: 'foreign' }],
    ['no issuer', { without: 'iss' }],
    ['no nonce', { without: 'nonce' }],
    ['no audience', { without: 'aud' }],
    ['no e-mail', { without: 'email' }],
    ['no word on whether the e-mail is verified', { without: 'email_verified' }],
  ] as const)('an ID token of %s', async (_what, forge) => {
    await makeUser('planner');
    issuer.person = { sub: 's1', email: EMAIL, email_verified: true };
    issuer.forge = forge;
    await refused();
  });

  it('an answer that this browser did not ask for', async () => {
    await makeUser('planner');
    issuer.person = { sub: 's1', email: EMAIL, email_verified: true };
    const asked = await answerOf(await visitor(house).post('/api/sign-in/oidc'));
    const back = await visitor(house).get(issuer.approve(String(asked.url)));
    expect(back.headers.get('location')).toBe(`${BASE}/sign-in?oidc=refused`);
    const none = await visitor(house).get('/api/sign-in/oidc/callback?error=access_denied&error_description=%3Cb%3E');
    expect(none.headers.get('location')).toBe(`${BASE}/sign-in?oidc=refused`);
  });

  it('a state that was made up, was another sign-in’s of this browser, or was used', async () => {
    await makeUser('planner');
    issuer.person = { sub: 's1', email: EMAIL, email_verified: true };
    const who = visitor(house);
    const url = String((await answerOf(await who.post('/api/sign-in/oidc'))).url);
    expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256');
    const withState = (path: string, state: string) => path.replace(/state=[^&]*/, `state=${state}`);
    const madeUp = await who.get(withState(issuer.approve(url), 'x'.repeat(32)));
    expect(madeUp.headers.get('location')).toBe(`${BASE}/sign-in?oidc=refused`);
    const none = await who.get(issuer.approve(url).replace(/&?state=[^&]*/, ''));
    expect(none.headers.get('location')).toBe(`${BASE}/sign-in?oidc=refused`);
    // The code of one sign-in under the state of another: its PKCE verifier is not that one's.
    const again = visitor(house);
    const first = issuer.approve(String((await answerOf(await again.post('/api/sign-in/oidc'))).url));
    const second = String((await answerOf(await again.post('/api/sign-in/oidc'))).url);
    const crossed = await again.get(withState(first, new URL(second).searchParams.get('state') ?? ''));
    expect(crossed.headers.get('location')).toBe(`${BASE}/sign-in?oidc=refused`);
    const right = visitor(house);
    const asked = String((await answerOf(await right.post('/api/sign-in/oidc'))).url);
    const back = issuer.approve(asked);
    expect((await right.get(back)).headers.get('location')).toContain('oidc=done');
    expect((await right.get(back)).headers.get('location')).toBe(`${BASE}/sign-in?oidc=refused`);
    const used = await right.get(withState(issuer.approve(asked), new URL(asked).searchParams.get('state') ?? ''));
    expect(used.headers.get('location')).toBe(`${BASE}/sign-in?oidc=refused`);
  });

  it('a next that is no path of ours', async () => {
    for (const next of ['https://jahat.example', '//jahat.example', '/\\jahat.example']) {
      expect((await visitor(house).post('/api/sign-in/oidc', { next })).status).toBe(422);
    }
  });
});

describe('without the provider', () => {
  it('one that does not answer is said to be so, and passwords go on', async () => {
    await issuer.close();
    const begun = await answerOf(await visitor(house).post('/api/sign-in/oidc'));
    expect(begun).toMatchObject({ status: 503, code: 'provider_unavailable' });
    await makeUser('planner');
    issuer = await openMockIssuer();
  });

  it('that is not set there is no such sign-in', async () => {
    const other = await openHouse();
    expect((await visitor(other).post('/api/sign-in/oidc')).status).toBe(404);
    const back = await visitor(other).get('/api/sign-in/oidc/callback?code=x&state=y');
    expect(back.headers.get('location')).toBe(`${BASE}/sign-in?oidc=refused`);
    await other.close();
  });
});
