import * as z from 'zod/mini';
import { ServerProblem } from './server-problem.ts';

const problemSchema = z.object({
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  fields: z.optional(z.array(z.object({ field: z.string(), code: z.string() }))),
  reason: z.optional(z.string()),
  incidentId: z.optional(z.string()),
  have: z.optional(z.number()),
  need: z.optional(z.number()),
  cells: z.optional(z.array(z.string())),
  again: z.optional(z.string()),
});

/** What an answer that is no 2xx says. */
export async function problemOf(response: Response): Promise<ServerProblem> {
  const parsed = z.safeParse(problemSchema, await response.json().catch(() => null));
  return new ServerProblem(
    parsed.data ?? { status: response.status, code: 'internal_error', detail: response.statusText },
  );
}

/**
 * Asks an internal route and checks the answer against its schema; null as schema takes an empty answer. A file goes as it is,
 * anything else as JSON; `more` are headers besides.
 * Throws a ServerProblem with the server's `code`, or one with the code `network` or `shape`.
 */
export async function askServer<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  schema: z.ZodMiniType<T>,
  body?: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<T> {
  const init: RequestInit = { method, headers: { accept: 'application/json', ...more }, cache: 'no-store' };
  if (body instanceof Blob) {
    init.headers = { ...init.headers, 'content-type': 'application/octet-stream' };
    init.body = body;
  } else if (body !== undefined) {
    init.headers = { ...init.headers, 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new ServerProblem({ status: 0, code: 'network', detail: '' });
  }
  if (!response.ok) throw await problemOf(response);
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => undefined);
  const parsed = z.safeParse(schema, answer);
  if (parsed.success) return parsed.data;
  throw new ServerProblem({ status: response.status, code: 'shape', detail: path });
}
