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
  'user.manage',
  'audit.read',
  'retention.manage',
  'backup.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * What each role may do. `admin` keeps users and the machine and never sees a case; `satgas` keeps cases and no
 * users (split duty).
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
  ],
  admin: ['account.own', 'user.manage', 'audit.read', 'retention.manage', 'backup.manage'],
};

/** Roles that sign in with a second factor or not at all. */
export const SECOND_FACTOR_ROLES: readonly Role[] = ['satgas', 'admin'];

export function mayDo(role: Role, permission: Permission): boolean {
  return PERMISSIONS_OF[role].includes(permission);
}
