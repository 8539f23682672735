/**
 * A value that can be missing for a reason. Unknown is not zero: no arithmetic is possible
 * without first asking for the status (law 1 of the design).
 */
export type Value<T> =
  | { readonly status: 'observed'; readonly value: T }
  | { readonly status: 'unknown' }
  | { readonly status: 'suppressed' }
  | { readonly status: 'not_applicable' };

export const UNKNOWN = { status: 'unknown' } as const;

export function observed<T>(value: T): { readonly status: 'observed'; readonly value: T } {
  return { status: 'observed', value };
}
