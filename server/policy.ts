import { type Incident, treatAsChildCase } from '../domain/incident.ts';

/** Who may read a route. Roles join this union when accounts do. */
export type Access = 'public';

/** Who asks. */
export interface Actor {
  readonly role: 'anonymous';
}

export const ANONYMOUS: Actor = { role: 'anonymous' };

/** The one decision whether somebody may have an answer. Default deny: what says nothing is refused. */
export function isAllowed(access: Access | undefined, actor: Actor): boolean {
  switch (access) {
    case 'public':
      return actor.role === 'anonymous';
    case undefined:
      return false;
  }
}

/**
 * A synthetic incident as everybody may see it, under the rules for real ones: no day, no LP number, and a case
 * with a child (or one that does not say) is placed no finer than H3 r8. Real incidents have no public answer: null.
 */
export function redactTrainingIncident(incident: Incident): Incident | null {
  if (!incident.training) return null;
  const blur = treatAsChildCase(incident);
  return {
    ...incident,
    day: null,
    lpNumberHash: null,
    places: incident.places.map((place) => (blur ? { ...place, point: null } : place)),
  };
}
