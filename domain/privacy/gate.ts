/**
 * The data gates of METHODS §0 in one module: every view of incidents asks here first.
 * Texts for the reasons are in the page's catalogues under `gate.<reason>`.
 */
export const GATED_VIEWS = [
  'points',
  'clusters',
  'heat',
  'hexagons',
  'rate',
  'local_statistics',
  'terrain_fit',
  'evaluation',
] as const;
export type GatedView = (typeof GATED_VIEWS)[number];

export type GateReason = 'one_place_role_only' | 'too_few_points' | 'too_few_events' | 'no_place_on_map';

export type GateDecision =
  | { readonly open: true }
  | { readonly open: false; readonly reason: GateReason; readonly have: number; readonly need: number };

export interface GateInput {
  /** Mapped points of the chosen place role after filters. */
  readonly pointCount: number;
  /** Distinct place roles in the selection. */
  readonly placeRoleCount: number;
  /** Events after filters. */
  readonly eventCount: number;
}

/** Least points for a density surface; least events for the others (METHODS §0). */
const MINIMUM: Readonly<Record<GatedView, { readonly of: 'points' | 'events'; readonly need: number }>> = {
  points: { of: 'points', need: 1 },
  clusters: { of: 'points', need: 1 },
  hexagons: { of: 'points', need: 1 },
  heat: { of: 'points', need: 30 },
  rate: { of: 'events', need: 10 },
  local_statistics: { of: 'events', need: 30 },
  terrain_fit: { of: 'events', need: 50 },
  evaluation: { of: 'events', need: 20 },
};

/** Whether a view of incidents may be drawn, and if not, why. */
export function gate(view: GatedView, input: GateInput): GateDecision {
  if (input.placeRoleCount > 1)
    return { open: false, reason: 'one_place_role_only', have: input.placeRoleCount, need: 1 };
  const { of, need } = MINIMUM[view];
  const have = of === 'points' ? input.pointCount : input.eventCount;
  if (have >= need) return { open: true };
  if (of === 'points' && have === 0) return { open: false, reason: 'no_place_on_map', have, need };
  return { open: false, reason: of === 'points' ? 'too_few_points' : 'too_few_events', have, need };
}
