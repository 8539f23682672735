import type { Kysely, Transaction } from 'kysely';
import { WAITING_REASONS } from '../../../domain/role.ts';
import { appendAudit } from '../audit-chain.ts';
import type { ColleagueStore, WaitingColleague } from '../contract/account-store.ts';
import { DamagedStore } from '../damaged-store.ts';
import type { Schema } from '../schema.ts';
import { inTransaction } from '../transaction.ts';

/** Satgas accounts that are not locked, and whether each is in somebody's hands. */
function selectMembers(db: Kysely<Schema> | Transaction<Schema>) {
  return db
    .selectFrom('user_account')
    .innerJoin('satgas_membership', 'satgas_membership.user_id', 'user_account.id')
    .select(({ selectFrom, fn }) => [
      'user_account.id',
      'email',
      'name',
      'since',
      'reason',
      'two_factor_enabled',
      selectFrom('user_credential')
        .whereRef('user_credential.user_id', '=', 'user_account.id')
        .select(fn.countAll<number | string>().as('n'))
        .as('ways'),
    ])
    .where('role', '=', 'satgas')
    .where('locked', '=', 0);
}

type MemberRow = Awaited<ReturnType<ReturnType<typeof selectMembers>['execute']>>[number];

function isSetUp(row: MemberRow): boolean {
  return Number(row.ways) > 0 && row.two_factor_enabled === 1;
}

function toWaiting(row: MemberRow): WaitingColleague {
  const { id, email, name, since } = row;
  const reason = WAITING_REASONS.find((one) => one === row.reason);
  if (reason === undefined) throw new DamagedStore('its accounts cannot be read');
  return { id, email, name, since, reason, setUp: isSetUp(row) };
}

export function sqlColleagueStore(db: Kysely<Schema>): ColleagueStore {
  const waiting = (from: Kysely<Schema> | Transaction<Schema>) => selectMembers(from).where('confirmed_at', 'is', null);
  const confirmed = (from: Kysely<Schema> | Transaction<Schema>) =>
    selectMembers(from).where('confirmed_at', 'is not', null);
  return {
    async isConfirmed(userId) {
      const row = await db
        .selectFrom('satgas_membership')
        .select('user_id')
        .where('user_id', '=', userId)
        .where('confirmed_at', 'is not', null)
        .executeTakeFirst();
      return row !== undefined;
    },
    waiting: async () => (await waiting(db).orderBy('since').orderBy('user_account.id').execute()).map(toWaiting),
    confirmers: async () => (await confirmed(db).execute()).filter(isSetUp).length,
    confirm: (userId, by, { at, audit }) =>
      inTransaction(db, async (trx) => {
        if (by !== null) {
          const colleague = await confirmed(trx).where('user_account.id', '=', by).executeTakeFirst();
          if (colleague === undefined || by === userId) return 'not_allowed';
        }
        const found = await waiting(trx).where('user_account.id', '=', userId).executeTakeFirst();
        if (found === undefined) return 'not_found';
        // Before, whoever holds the link would be the one who is confirmed.
        if (!isSetUp(found)) return 'not_set_up';
        await trx
          .updateTable('satgas_membership')
          .set({ confirmed_at: at, confirmed_by: by })
          .where('user_id', '=', userId)
          .execute();
        await trx.deleteFrom('invitation').where('user_id', '=', userId).execute();
        await appendAudit(trx, at, audit);
        return 'done';
      }),
  };
}
