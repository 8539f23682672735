import { type Incident, treatAsChildCase } from '../domain/incident.ts';
import { mayDo, PERMISSIONS_UNCONFIRMED, type Permission, type Role } from '../domain/role.ts';

/**
 * Who may have the answer of a route: everybody, whoever has a session (also one whose second factor is still missing),
 * or whoever holds the permission.
 */
export type Access = 'public' | 'session' | Permission;

/** Who asks. */
export interface Actor {
  readonly role: Role;
  /** Null when nobody signed in. */
  readonly userId: string | null;
  readonly sessionId: string | null;
  /** Address of the client, as far as the settings let it be believed; for the audit log and the throttle only. */
  readonly ip: string | null;
  /** A satgas whom no colleague has confirmed: signed in, and `public` to everything but the own account. */
  readonly unconfirmed?: true;
}

/** Somebody who signed in, second factor included where the role wants one. */
export interface SignedIn extends Actor {
  readonly userId: string;
  readonly sessionId: string;
}

export const ANONYMOUS: Actor = { role: 'public', userId: null, sessionId: null, ip: null };

/** The one decision whether somebody may have an answer. Default deny: what says nothing is refused. */
export function isAllowed(access: Access | undefined, actor: Actor): boolean {
  if (access === undefined) return false;
  if (access === 'public') return true;
  if (access === 'session') return actor.userId !== null && actor.sessionId !== null;
  if (actor.userId !== null && actor.unconfirmed === true) return PERMISSIONS_UNCONFIRMED.includes(access);
  return actor.userId !== null && mayDo(actor.role, access);
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
