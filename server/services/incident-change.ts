import { type Incident, treatAsChildCase } from '../../domain/incident.ts';
import type { IncidentChange } from '../../domain/incident-change.ts';
import type { Intake, IntakeResult } from './incident-intake.ts';

export type ChangeResult =
  | IntakeResult
  | { readonly faults: readonly [{ readonly field: 'keepPlaces'; readonly code: 'no_such_place' }] };

/**
 * A record after a correction: what the correction hands over goes through the intake, what it keeps is taken from
 * before. When the case becomes a child case, kept places lose their points as well.
 */
export function changedIncident(before: Incident, change: IncidentChange, intake: Intake): ChangeResult {
  const taken = intake(change.incident);
  if ('faults' in taken) return taken;
  const kept = change.keepPlaces.map((position) => before.places[position]);
  const places = kept.filter((place) => place !== undefined);
  if (places.length < kept.length) return { faults: [{ field: 'keepPlaces', code: 'no_such_place' }] };
  const childCase = treatAsChildCase(taken.incident);
  return {
    incident: {
      ...taken.incident,
      lpNumberHash: change.keepLpNumber ? before.lpNumberHash : taken.incident.lpNumberHash,
      places: [...places.map((place) => (childCase ? { ...place, point: null } : place)), ...taken.incident.places],
    },
  };
}
