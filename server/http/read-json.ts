import type { z } from 'zod/mini';
import type { Problem } from '../problem.ts';
import type { HttpContext } from './send.ts';

/** The widest record of ours is some 4 kB. */
const MAX_BYTES = 65_536;
/** `JSON.parse` takes 200,000 nested arrays; ours nest four deep. */
const MAX_DEPTH = 12;

export interface FieldFault {
  /** Where in the body, as `places.0.areaCode`. */
  readonly field: string;
  readonly code: string;
}

export type JsonResult<T> = { readonly value: T } | { readonly problem: Problem };

function deeperThan(text: string, limit: number): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

type ReadText = { readonly text: string } | { readonly failed: 'too_large' | 'broken_off' };

async function readText(request: Request): Promise<ReadText> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) return { failed: 'too_large' };
  const reader = request.body?.getReader();
  if (reader === undefined) return { text: '' };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    // A client that goes away in the middle of its own request is no fault of ours.
    const step = await reader.read().catch(() => null);
    if (step === null) return { failed: 'broken_off' };
    const { done, value } = step;
    if (done) break;
    size += value.byteLength;
    if (size > MAX_BYTES) {
      await reader.cancel();
      return { failed: 'too_large' };
    }
    chunks.push(value);
  }
  return { text: Buffer.concat(chunks).toString('utf8') };
}

/** The body as JSON of the schema, or the problem to answer with: too large, no JSON, or the fields that are wrong. */
export async function readJson<T>(c: HttpContext, schema: z.ZodMiniType<T>): Promise<JsonResult<T>> {
  const refuse = (detail: string): JsonResult<T> => ({ problem: { code: 'bad_request', detail } });
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return refuse('Send application/json.');
  const read = await readText(c.req.raw);
  if ('failed' in read) {
    if (read.failed === 'broken_off') return refuse('The body was broken off: send it again.');
    return { problem: { code: 'too_large', detail: `At most ${MAX_BYTES} bytes.` } };
  }
  const { text } = read;
  if (deeperThan(text, MAX_DEPTH)) return refuse('The JSON is nested too deep.');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refuse('The body is not JSON.');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return { value: parsed.data };
  const fields = parsed.error.issues.slice(0, 50).flatMap((issue): FieldFault[] => {
    const path = issue.path.map(String).join('.');
    // The names of fields that are not known are the sender's own words: only their number goes back.
    if (issue.code === 'unrecognized_keys') return issue.keys.map(() => ({ field: path, code: 'unknown_field' }));
    return [{ field: path, code: issue.code === 'custom' ? 'not_consistent' : issue.code }];
  });
  return { problem: { code: 'invalid_fields', detail: 'Some fields cannot be taken.', fields } };
}
