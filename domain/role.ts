/** Who somebody is to the server. `public` is everybody who has not signed in. */
export const ROLES = ['public', 'trainer', 'planner', 'satgas', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that an account can have. */
export const ACCOUNT_ROLES = ['trainer', 'planner', 'satgas', 'admin'] as const satisfies readonly Role[];
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

export const PERMISSIONS = [
  'account.own',
  'incident.bands',
  'bands.release',
  'incident.read',
  'incident.write',
  'incident.import',
  'incident.export',
  'colleague.confirm',
  'user.manage',
  'audit.read',
  'retention.manage',
  'backup.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * What each role may do. `admin` keeps users and the machine and never sees a case; `satgas` keeps cases and no
 * users (split duty). So that no admin makes a satgas of whom they like, a satgas counts as one only when a colleague
 * has confirmed the account.
 */
export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  public: [],
  trainer: ['account.own'],
  planner: ['account.own', 'incident.bands'],
  satgas: [
    'account.own',
    'incident.bands',
    'bands.release',
    'incident.read',
    'incident.write',
    'incident.import',
    'incident.export',
    'colleague.confirm',
  ],
  admin: ['account.own', 'user.manage', 'audit.read', 'retention.manage', 'backup.manage'],
};

/** Roles that sign in with a second factor or not at all. */
export const SECOND_FACTOR_ROLES: readonly Role[] = ['satgas', 'admin'];

/** What a satgas may do whom no colleague has confirmed yet. */
export const PERMISSIONS_UNCONFIRMED: readonly Permission[] = ['account.own'];

/** Why a satgas waits for a colleague: the account is new, had another role before, or was reset. */
export const WAITING_REASONS = ['new', 'promoted', 'reset'] as const;
export type WaitingReason = (typeof WAITING_REASONS)[number];

export function mayDo(role: Role, permission: Permission): boolean {
  return PERMISSIONS_OF[role].includes(permission);
}
