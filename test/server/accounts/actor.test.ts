import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpContext } from '../../../server/http/send.ts';
import { openTestApp, type TestApp } from '../fixture/app.ts';
import { signInAs } from '../fixture/sign-in.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

/** Just enough of a context: the headers of a request. */
function contextOf(headers: Readonly<Record<string, string>>): HttpContext {
  const request = new Request('https://peta.example.go.id/', { headers });
  return { env: {}, req: { raw: request, header: (name: string) => request.headers.get(name) ?? undefined } } as never;
}

const actorOf = (headers: Readonly<Record<string, string>>) => app.accounts.actorOf(contextOf(headers));

describe('who asks', () => {
  it.each(['trainer', 'planner', 'satgas', 'admin'] as const)('a session of %s counts as that', async (role) => {
    const { headers, userId, sessionId } = await signInAs(app, role);
    expect(await actorOf(headers)).toEqual({ role, userId, sessionId, ip: null });
  });

  it('without a cookie, or with a wrong one, it is nobody', async () => {
    const { cookie } = await signInAs(app, 'admin');
    for (const forged of ['', cookie.replace(/=./, '=x'), cookie.slice(0, -6), 'petarawan.session_token=x']) {
      expect(await actorOf({ cookie: forged })).toEqual({ role: 'public', userId: null, sessionId: null, ip: null });
    }
  });

  it.each(['satgas', 'admin'] as const)('%s without a second factor has no role', async (role) => {
    for (const missing of [{ enrolled: false }, { given: false }]) {
      const { headers, userId } = await signInAs(app, role, missing);
      expect(await actorOf(headers)).toMatchObject({ role: 'public', userId });
    }
  });

  it('a satgas whom no colleague has confirmed has no role, and none either when nothing is kept about it', async () => {
    const { headers, userId } = await signInAs(app, 'satgas', { confirmed: false });
    expect(await actorOf(headers)).toMatchObject({ role: 'public', userId, unconfirmed: true });
    await app.store.accounts.database.deleteFrom('satgas_membership').where('user_id', '=', userId).execute();
    expect(await actorOf(headers)).toMatchObject({ role: 'public', userId, unconfirmed: true });
  });
});
