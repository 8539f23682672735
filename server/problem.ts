import { STATUS_CODES } from 'node:http';
import type { HeaderRecord } from './http/header-sets.ts';

/** Stable: the page chooses its Indonesian or English text by it. */
export const PROBLEM_CODES = {
  invalid_parameter: 400,
  unknown_parameter: 400,
  repeated_parameter: 400,
  bad_request: 400,
  sign_in_required: 401,
  sign_in_refused: 401,
  second_factor_required: 401,
  code_refused: 401,
  password_refused: 401,
  forbidden: 403,
  confirmation_required: 403,
  foreign_origin: 403,
  not_found: 404,
  unknown_collection: 404,
  unknown_feature: 404,
  method_not_allowed: 405,
  changed_meanwhile: 409,
  conflict: 409,
  email_taken: 409,
  last_admin: 409,
  not_set_up: 409,
  gone: 410,
  too_large: 413,
  wrong_type: 415,
  invalid_fields: 422,
  identity_refused: 422,
  key_used: 422,
  gated: 422,
  release_refused: 422,
  too_many_requests: 429,
  internal_error: 500,
  provider_unavailable: 503,
  store_busy: 503,
  store_full: 507,
} as const;

export type ProblemCode = keyof typeof PROBLEM_CODES;

/**
 * RFC 9457, with `code`; a problem of a query names its parameter, one of a body its fields (`code` of each for the
 * page's texts), a closed gate its reason with what there is and what it takes.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly parameter?: string;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
  readonly reason?: string;
  /** The case that there is already. */
  readonly incidentId?: string;
  readonly have?: number;
  readonly need?: number;
  /** Cells of a table that was not released; for the Satgas alone. */
  readonly cells?: readonly string[];
  /** What came too soon may be asked again from then on, RFC 3339. */
  readonly again?: string;
}

/** The one shape of every error that leaves the server. Never cached. */
export function problemResponse(problem: Problem, headers: HeaderRecord): Response {
  const status = PROBLEM_CODES[problem.code];
  const body = JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, ...problem });
  return new Response(body, {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  });
}
