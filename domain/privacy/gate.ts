import type { Role } from '../role.ts';
import { bandOf, intervalOf } from './band.ts';

/**
 * The data gates of METHODS §0 in one module: every view of incidents asks here first.
 * Texts for the reasons are in the page's catalogues under `gate.<reason>`.
 */
export const GATED_VIEWS = [
  'points',
  'clusters',
  'heat',
  'hexagons',
  'kde',
  'rate',
  'empirical_bayes',
  'local_empirical_bayes',
  'local_statistics',
  'kulldorff',
  'knox',
  'terrain_fit',
  'evaluation',
] as const;
export type GatedView = (typeof GATED_VIEWS)[number];

export const GATE_REASONS = [
  'one_place_role_only',
  'no_place_on_map',
  'too_few_points',
  'too_few_events',
  'too_few_areas',
  'too_few_cells',
  'too_few_expected',
  'too_few_per_variable',
  'rate_too_small_for_role',
] as const;
export type GateReason = (typeof GATE_REASONS)[number];

export type GateDecision =
  /** `unstable`: it may be shown only with its interval and the mark "tidak stabil". */
  | { readonly open: true; readonly unstable?: true }
  | { readonly open: false; readonly reason: GateReason; readonly have: number; readonly need: number };

/** What a view is made from. What a statistic needs and is not given counts as none: it stays shut. */
export interface GateInput {
  /** Mapped points of the chosen place role after filters. */
  readonly pointCount: number;
  /** Distinct place roles in the selection. */
  readonly placeRoleCount: number;
  /** Events after filters; for `evaluation` those reported in the test period, for `rate` those of the one area. */
  readonly eventCount: number;
  /** Areas that are smoothed together (empirical Bayes). */
  readonly areaCount?: number;
  /** Cells that are tested (local statistics). */
  readonly cellCount?: number;
  /** Least expected count of a cell with its neighbours (local statistics). */
  readonly expectedCount?: number;
  /** Candidate variables (terrain fit). */
  readonly variableCount?: number;
  /** Who looks, where cases are real. Left out for the synthetic set and for statistics that nobody is shown. */
  readonly role?: Role;
}

interface Condition {
  readonly reason: GateReason;
  readonly have: (input: GateInput) => number;
  readonly need: number;
}

/** Under it a rate says next to nothing: 95 % interval of 10 events 4.8–18.4 (CDC WISQARS hides them). */
const LEAST_FOR_RATE = 10;
/** From here on a rate counts as stable (CDC WISQARS). */
const STABLE_RATE = 20;

const points = (need: number): Condition => ({ reason: 'too_few_points', have: (input) => input.pointCount, need });
const events = (need: number): Condition => ({ reason: 'too_few_events', have: (input) => input.eventCount, need });
const areas = (need: number): Condition => ({ reason: 'too_few_areas', have: (input) => input.areaCount ?? 0, need });
const onMap: Condition = { reason: 'no_place_on_map', have: (input) => input.pointCount, need: 1 };
const cells: Condition = { reason: 'too_few_cells', have: (input) => input.cellCount ?? 0, need: 30 };
const expected: Condition = { reason: 'too_few_expected', have: (input) => input.expectedCount ?? 0, need: 5 };
const perVariable: Condition = {
  reason: 'too_few_per_variable',
  have: ({ eventCount, variableCount }) => (variableCount ? Math.floor(eventCount / variableCount) : 0),
  need: 10,
};
/** The planner's bands end at 20+; a rate of fewer would tell the count (METHODS §6 b). */
const rateForRole: Condition = {
  reason: 'rate_too_small_for_role',
  have: (input) => (seesCounts(input) ? STABLE_RATE : input.eventCount),
  need: STABLE_RATE,
};

/** In the order in which they are named: what is missing first of all comes first. */
const CONDITIONS: Readonly<Record<GatedView, readonly Condition[]>> = {
  points: [onMap],
  clusters: [onMap],
  hexagons: [onMap],
  heat: [onMap, points(30)],
  kde: [onMap, points(30)],
  rate: [rateForRole, events(LEAST_FOR_RATE)],
  empirical_bayes: [areas(6), events(20)],
  // On the 34 kelurahan, never on 6 kecamatan.
  local_empirical_bayes: [areas(30), events(20)],
  // Fewer: the exact binomial test (METHODS §3.3), which needs no gate.
  local_statistics: [events(30), cells, expected],
  kulldorff: [events(20)],
  knox: [events(50)],
  terrain_fit: [events(50), perVariable],
  evaluation: [events(20)],
};

/**
 * Whether a view of incidents may be made, and if not, the first thing that is missing: reason, have and need. Who
 * may not see counts is told the least count of its band: a refusal is no way to learn one.
 */
export function gate(view: GatedView, input: GateInput): GateDecision {
  if (input.placeRoleCount > 1)
    return { open: false, reason: 'one_place_role_only', have: input.placeRoleCount, need: 1 };
  // Not "less than": a NaN opens nothing.
  const missing = CONDITIONS[view].find(({ have, need }) => !(have(input) >= need));
  if (missing) {
    const have = missing.have(input);
    return {
      open: false,
      reason: missing.reason,
      have: seesCounts(input) ? have : leastOfBand(have),
      need: missing.need,
    };
  }
  return view === 'rate' && input.eventCount < STABLE_RATE ? { open: true, unstable: true } : { open: true };
}

function seesCounts({ role }: GateInput): boolean {
  return role === undefined || role === 'satgas';
}

function leastOfBand(count: number): number {
  return count >= 0 ? intervalOf(bandOf(Math.floor(count))).low : 0;
}
