import type { Kysely, Transaction } from 'kysely';
import { ACCOUNT_ROLES, type AccountRole } from '../../../domain/role.ts';
import type { User } from '../contract/account-store.ts';
import { DamagedStore } from '../damaged-store.ts';
import type { Schema } from '../schema.ts';

function roleOf(value: string): AccountRole {
  const role = ACCOUNT_ROLES.find((one) => one === value);
  if (role === undefined) throw new DamagedStore('its accounts cannot be read');
  return role;
}

/** Users with whether each has a way to sign in, and is confirmed by a colleague. */
export function selectUsers(db: Kysely<Schema> | Transaction<Schema>) {
  return db
    .selectFrom('user_account')
    .select(({ selectFrom, fn }) => [
      'id',
      'email',
      'name',
      'role',
      'locked',
      'two_factor_enabled',
      'created_at',
      selectFrom('user_credential')
        .whereRef('user_credential.user_id', '=', 'user_account.id')
        .select(fn.countAll<number | string>().as('n'))
        .as('ways'),
      selectFrom('satgas_membership')
        .whereRef('satgas_membership.user_id', '=', 'user_account.id')
        .where('confirmed_at', 'is not', null)
        .select(fn.countAll<number | string>().as('n'))
        .as('confirmations'),
    ]);
}

type UserRow = Awaited<ReturnType<ReturnType<typeof selectUsers>['execute']>>[number];

export function toUser(row: UserRow): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: roleOf(row.role),
    locked: row.locked === 1,
    secondFactor: row.two_factor_enabled === 1,
    ready: Number(row.ways) > 0,
    unconfirmed: row.role === 'satgas' && Number(row.confirmations) === 0,
    createdAt: row.created_at,
  };
}
