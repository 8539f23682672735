import * as z from 'zod/mini';

/** In lower case: the same address in capitals is the same account. */
export const emailAddress = z.pipe(z.string().check(z.maxLength(254), z.trim(), z.toLowerCase()), z.email());

/** One line, no markup and no control characters. */
export const displayName = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(80), z.regex(/^[^<>\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u));
