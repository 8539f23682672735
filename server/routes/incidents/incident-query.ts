import { INCIDENT_SOURCES, PLACE_ROLES, PLATFORMS, type PlaceRole, STAGES } from '../../../domain/incident.ts';
import type { Problem } from '../../problem.ts';
import type { IncidentFilter, MapFilter } from '../../store/contract/incident-store.ts';

const MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;
const FILTERS = ['role', 'source', 'platform', 'stage', 'from', 'to'] as const;

export type Result<T> = { readonly value: T } | { readonly problem: Problem };

export function invalid(parameter: string, detail: string): { readonly problem: Problem } {
  return { problem: { code: 'invalid_parameter', parameter, detail } };
}

/** A parameter that the address does not know, or that is given twice, is refused; `role` alone may be repeated. */
function strangeParameter(given: URLSearchParams, known: readonly string[]): Problem | null {
  for (const name of new Set(given.keys())) {
    if (!known.includes(name)) {
      return { code: 'unknown_parameter', parameter: name.slice(0, 60), detail: `Known here: ${known.join(', ')}.` };
    }
    if (name !== 'role' && given.getAll(name).length > 1) {
      return { code: 'repeated_parameter', parameter: name, detail: 'Given more than once.' };
    }
  }
  return null;
}

function codeOf<T extends string>(given: URLSearchParams, name: string, codes: readonly T[]): Result<T | null> {
  const text = given.get(name);
  if (text === null) return { value: null };
  const code = codes.find((one) => one === text);
  return code === undefined ? invalid(name, `One of: ${codes.join(', ')}.`) : { value: code };
}

function monthOf(given: URLSearchParams, name: string): Result<string | null> {
  const text = given.get(name);
  return text === null || MONTH.test(text) ? { value: text } : invalid(name, 'A month as YYYY-MM.');
}

/** `role source platform stage from to`, each optional; `more` are the other parameters of the address. */
export function parseFilter(given: URLSearchParams, more: readonly string[]): Result<IncidentFilter> {
  const strange = strangeParameter(given, [...FILTERS, ...more]);
  if (strange !== null) return { problem: strange };
  const role = codeOf(given, 'role', PLACE_ROLES);
  if ('problem' in role) return role;
  const source = codeOf(given, 'source', INCIDENT_SOURCES);
  if ('problem' in source) return source;
  const platform = codeOf(given, 'platform', PLATFORMS);
  if ('problem' in platform) return platform;
  const stage = codeOf(given, 'stage', STAGES);
  if ('problem' in stage) return stage;
  const from = monthOf(given, 'from');
  if ('problem' in from) return from;
  const to = monthOf(given, 'to');
  if ('problem' in to) return to;
  return {
    value: {
      role: role.value,
      source: source.value,
      platform: platform.value,
      stage: stage.value,
      fromMonth: from.value,
      toMonth: to.value,
    },
  };
}

/** One map shows one place role: none is a fault of the query, more than one a closed gate. */
export function oneRole(given: URLSearchParams): Result<PlaceRole> {
  const roles = given.getAll('role');
  if (roles.length > 1) {
    const reason = 'one_place_role_only';
    return { problem: { code: 'gated', reason, have: roles.length, need: 1, detail: 'One map shows one place role.' } };
  }
  const role = PLACE_ROLES.find((one) => one === roles[0]);
  return role === undefined ? invalid('role', `One of: ${PLACE_ROLES.join(', ')}.`) : { value: role };
}

export function parseMapFilter(given: URLSearchParams, more: readonly string[]): Result<MapFilter> {
  const role = oneRole(given);
  if ('problem' in role) return role;
  const filter = parseFilter(given, more);
  return 'problem' in filter ? filter : { value: { ...filter.value, role: role.value } };
}

/** A whole number from 1 to `most`; `standard` when it is not given. */
export function parseLimit(given: URLSearchParams, standard: number, most: number): Result<number> {
  const text = given.get('limit');
  if (text === null) return { value: standard };
  const limit = Number(text);
  if (!/^\d{1,6}$/.test(text) || limit < 1) return invalid('limit', 'A whole number from 1.');
  return { value: Math.min(limit, most) };
}

/** What `next` of the page before said: two numbers, no greater than an integer of PostgreSQL. */
export function parseAfter(given: URLSearchParams): Result<string | null> {
  const text = given.get('after');
  if (text === null) return { value: null };
  const numbers = /^(\d{1,10})\.(\d{1,10})$/.exec(text)?.slice(1).map(Number) ?? [];
  const sound = numbers.length === 2 && numbers.every((number) => number < 2 ** 31);
  return sound ? { value: text } : invalid('after', 'What `next` of the page before said.');
}

/** The whole world when it is not given. */
export function parseBox(given: URLSearchParams): Result<readonly [number, number, number, number]> {
  const text = given.get('bbox');
  if (text === null) return { value: [-180, -90, 180, 90] };
  const parts = text.split(',').map((part) => (/^-?\d{1,3}(\.\d{1,12})?$/.test(part) ? Number(part) : Number.NaN));
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = parts;
  const sound = parts.length === 4 && west <= east && south <= north;
  return sound ? { value: [west, south, east, north] } : invalid('bbox', 'west,south,east,north in degrees.');
}
