import { attempt, type Outcome } from './attempt.ts';
import type { Engine } from './engine.ts';

/** What stands for the second factor: the code of the phone, or a recovery code, which is spent by it. */
export type GivenCode = { readonly code: string } | { readonly recoveryCode: string };

interface Asked {
  /** Whose code it is. The library goes by the session, or the sign-in under way, that the headers name. */
  readonly userId: string;
  readonly headers: Headers;
  readonly address: string | null;
}

/** `waitSeconds`: too many tries, and the code was not looked at. */
export type CodeResult = { readonly waitSeconds: number } | Outcome<{ readonly token?: string | null | undefined }>;

/** Counts a try of a code and looks at it: a code of the phone is taken once, also when it stays right for a while. */
export async function tryCode(
  { auth, throttle }: Engine,
  given: GivenCode,
  { userId, headers, address }: Asked,
): Promise<CodeResult> {
  const waitSeconds = await throttle.beginTry('code', userId, address);
  if (waitSeconds !== null) return { waitSeconds };
  if ('code' in given && !(await throttle.isFreshCode(userId, given.code))) return { ok: false, code: 'spent' };
  const request = { headers, returnHeaders: true } as const;
  const outcome = await attempt<{ readonly token?: string | null | undefined }>(() =>
    'code' in given
      ? auth.api.verifyTOTP({ ...request, body: { code: given.code } })
      : auth.api.verifyBackupCode({ ...request, body: { code: given.recoveryCode.trim() } }),
  );
  if (outcome.ok) await throttle.succeeded('code', userId, address);
  return outcome;
}
