import { type Role, SECOND_FACTOR_ROLES } from '../../domain/role.ts';

export interface SessionLimits {
  readonly idleMinutes: number;
  readonly maxHours: number;
}

interface SessionTimes {
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
}

/** Whether a session still counts: neither too old since it began nor too long unused. */
export function isAlive(session: SessionTimes, limits: SessionLimits, now: Date): boolean {
  const ageMs = now.getTime() - session.createdAt.getTime();
  const idleMs = now.getTime() - session.lastUsedAt.getTime();
  return ageMs < limits.maxHours * 3_600_000 && idleMs < limits.idleMinutes * 60_000;
}

export type PendingFactor = 'second_factor' | 'second_factor_enrolment';

/** What is still missing before the role counts. */
export type Pending = PendingFactor | 'confirmation';

/** What is still missing of the second factor; null when nothing is. */
export function pendingFactorOf(user: {
  readonly role: Role;
  /** Whether the account has a second factor. */
  readonly enrolled: boolean;
  /** Whether a code was given in this session. */
  readonly given: boolean;
}): PendingFactor | null {
  if (user.enrolled) return user.given ? null : 'second_factor';
  return SECOND_FACTOR_ROLES.includes(user.role) ? 'second_factor_enrolment' : null;
}
