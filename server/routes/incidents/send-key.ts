import * as z from 'zod/mini';
import type { Problem } from '../../problem.ts';

const uuid = z.uuidv4();

/**
 * The header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a quoted string, here of a random UUID, so
 * that it can say nothing of a case. Null when it is not sent.
 */
export function parseSendKey(header: string | undefined): { readonly value: string | null } | { problem: Problem } {
  if (header === undefined) return { value: null };
  const text = /^"([^"]*)"$/.exec(header)?.[1];
  if (text !== undefined && uuid.safeParse(text).success) return { value: text.toLowerCase() };
  const parameter = 'Idempotency-Key';
  return { problem: { code: 'invalid_parameter', parameter, detail: `${parameter}: a UUID (version 4) in quotes.` } };
}
