import * as z from 'zod/mini';
import { attempt } from '../../accounts/attempt.ts';
import { AUTH_PATH } from '../../accounts/auth-names.ts';
import { tokenSet } from '../../accounts/cookies.ts';
import { privateJson } from '../../http/private-answer.ts';
import { readJson } from '../../http/read-json.ts';
import { problemResponse } from '../../problem.ts';
import type { InternalHandler } from '../internal.ts';
import { type AccountInput, withCookies } from './account-input.ts';
import { beginSession } from './begin-session.ts';

/** A path of ours, never `//elsewhere`. */
const beginSchema = z.strictObject({
  next: z.optional(z.string().check(z.maxLength(500), z.regex(/^\/(?![/\\])[^\\\s]*$/))),
});

export function oidcHandlers(input: AccountInput) {
  const { accounts, store, baseUrl, headers, log } = input;
  const page = (answer: 'done' | 'refused', next?: string): string => {
    const query = new URLSearchParams({ oidc: answer, ...(next === undefined ? {} : { next }) });
    return `${baseUrl}/sign-in?${query}`;
  };
  const backTo = (location: string): Response =>
    new Response(null, { status: 302, headers: { ...headers, 'Cache-Control': 'no-store', Location: location } });
  return {
    'POST /api/sign-in/oidc': async (c) => {
      const read = await readJson(c, beginSchema);
      if ('problem' in read) return problemResponse(read.problem, headers);
      if (accounts.settings.oidc === null) {
        return problemResponse({ code: 'not_found', detail: 'There is no provider to sign in by.' }, headers);
      }
      const auth = (await accounts.engine()).oidcAuth();
      const body = {
        provider: 'oidc',
        callbackURL: page('done', read.value.next),
        errorCallbackURL: page('refused'),
        disableRedirect: true,
      };
      const outcome = await attempt(() =>
        auth.api.signInSocial({ body, headers: accounts.headersOf(c), returnHeaders: true }),
      );
      if (outcome.ok && outcome.answer.url !== undefined) {
        return withCookies(privateJson({ url: outcome.answer.url }, headers), outcome.cookies);
      }
      return problemResponse({ code: 'provider_unavailable', detail: 'The provider does not answer.' }, headers);
    },

    'GET /api/sign-in/oidc/callback': async (c, actor) => {
      if (accounts.settings.oidc === null) return backTo(page('refused'));
      const auth = (await accounts.engine()).oidcAuth();
      // The one path of the library's router that is ever asked, rebuilt from what we let it see.
      const url = `${baseUrl}${AUTH_PATH}/callback/oidc${new URL(c.req.url).search}`;
      const answer = await auth.handler(new Request(url, { headers: accounts.headersOf(c) }));
      const cookies = answer.headers.getSetCookie();
      const location = answer.headers.get('location') ?? '';
      const token = tokenSet(baseUrl, cookies);
      const session = token === null || token === '' ? null : await store.accounts.sessions.findByToken(token);
      const user = session === null ? null : await store.accounts.users.find(session.userId);
      if (user === null || !location.startsWith(`${baseUrl}/sign-in?oidc=done`)) {
        log.info({ status: answer.status }, 'sign-in by the provider refused');
        const detail = { by: 'oidc' };
        const { ip } = actor;
        await store.audit.append({
          userId: null,
          role: 'public',
          action: 'sign_in_refused',
          subject: null,
          detail,
          ip,
        });
        // The reasons of the provider and of the library stay out of the address.
        return backTo(page('refused'));
      }
      const before = await accounts.signInOf(c);
      if (before !== null) await store.accounts.sessions.end(before.sessionId);
      await beginSession(input, actor, { user, token, by: 'oidc' });
      return withCookies(backTo(location), cookies);
    },
  } satisfies Record<string, InternalHandler>;
}
