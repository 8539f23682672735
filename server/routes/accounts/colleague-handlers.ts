import * as z from 'zod/mini';
import { tryCode } from '../../accounts/try-code.ts';
import { privateJson } from '../../http/private-answer.ts';
import { readJson } from '../../http/read-json.ts';
import { type Problem, problemResponse } from '../../problem.ts';
import type { InternalHandler } from '../internal.ts';
import { type AccountInput, CODE_REFUSED, nextAnswer, sixDigits, tooManyTries } from './account-input.ts';

/** A session that was left open must not make a satgas: the code says that its owner is there. */
const confirmSchema = z.strictObject({ code: sixDigits });

const REFUSED: Readonly<Record<'not_found' | 'not_set_up' | 'not_allowed', Problem>> = {
  not_found: { code: 'not_found', detail: 'No such account waits for a colleague.' },
  not_set_up: {
    code: 'not_set_up',
    detail: 'The account has no password or no second factor yet: its owner signs in first, then it can be confirmed.',
  },
  not_allowed: { code: 'forbidden', detail: 'Another member of the Satgas must do this.' },
};

/** Split duty: an admin makes the account of a satgas, a member of the Satgas says that it is one. */
export function colleagueHandlers({ accounts, store, headers, now }: AccountInput) {
  const { colleagues } = store.accounts;
  const refuse = (problem: Problem) => problemResponse(problem, headers);
  return {
    'GET /api/colleagues/waiting': async () => privateJson({ waiting: await colleagues.waiting() }, headers),

    'POST /api/colleagues/:userId/confirm': async (c, actor) => {
      const read = await readJson(c, confirmSchema);
      if ('problem' in read) return refuse(read.problem);
      const { userId: by, role, ip } = actor;
      if (by === null) return refuse(REFUSED.not_allowed);
      const asked = { userId: by, headers: accounts.headersOf(c), address: ip };
      const result = await tryCode(await accounts.engine(), read.value, asked);
      if ('waitSeconds' in result) return tooManyTries(result.waitSeconds, headers);
      if (!result.ok) return refuse(CODE_REFUSED);
      const userId = c.req.param('userId') ?? '';
      const subject = `user:${userId}`;
      const audit = {
        userId: by,
        role,
        action: 'colleague_confirmed',
        subject,
        detail: { by: 'colleague' },
        ip,
      } as const;
      const confirmed = await colleagues.confirm(userId, by, { at: now().toISOString(), audit });
      return confirmed === 'done' ? nextAnswer('done', headers) : refuse(REFUSED[confirmed]);
    },
  } satisfies Record<string, InternalHandler>;
}
