import { expect } from 'vitest';
import * as z from 'zod/mini';
import { PROBLEM_CODES, type ProblemCode } from '../../server/problem.ts';

const problemSchema = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string().check(z.minLength(1)),
  status: z.int(),
  code: z.enum(Object.keys(PROBLEM_CODES) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string().check(z.minLength(1)),
  parameter: z.optional(z.string()),
});

/** The one error shape: media type, members, status equal inside and outside, not cached, readable from anywhere. */
export async function expectProblem(response: Response, code: ProblemCode, parameter?: string): Promise<void> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const problem = problemSchema.parse(await response.json());
  expect(problem.code).toBe(code);
  expect(problem.status).toBe(response.status);
  expect(response.status).toBe(PROBLEM_CODES[code]);
  expect(problem.parameter).toBe(parameter);
  if (parameter !== undefined) expect(problem.detail).toContain(parameter);
}
