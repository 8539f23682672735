import { STATUS_CODES } from 'node:http';
import type { HeaderRecord } from './http/header-sets.ts';

/** Stable: the page chooses its Indonesian or English text by it. */
export const PROBLEM_CODES = {
  invalid_parameter: 400,
  unknown_parameter: 400,
  repeated_parameter: 400,
  bad_request: 400,
  forbidden: 403,
  not_found: 404,
  unknown_collection: 404,
  unknown_feature: 404,
  method_not_allowed: 405,
  internal_error: 500,
} as const;

export type ProblemCode = keyof typeof PROBLEM_CODES;

/** RFC 9457, with `code`; a problem of a query names its parameter. */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly parameter?: string;
}

/** The one shape of every error that leaves the server. Never cached. */
export function problemResponse(problem: Problem, headers: HeaderRecord): Response {
  const status = PROBLEM_CODES[problem.code];
  const body = JSON.stringify({
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code: problem.code,
    detail: problem.detail,
    ...(problem.parameter === undefined ? {} : { parameter: problem.parameter }),
  });
  return new Response(body, {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  });
}
