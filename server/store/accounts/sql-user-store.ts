import type { Kysely, Transaction } from 'kysely';
import { appendAudit } from '../audit-chain.ts';
import type { Invitation, UserStore } from '../contract/account-store.ts';
import type { Schema } from '../schema.ts';
import { inTransaction } from '../transaction.ts';
import { beginMembership, withdrawMembership } from './satgas-membership.ts';
import { selectUsers, toUser } from './user-row.ts';

async function endSessions(trx: Transaction<Schema>, userId: string): Promise<void> {
  await trx.deleteFrom('user_session').where('user_id', '=', userId).execute();
  // A sign-in that waits for its code, too.
  await trx.deleteFrom('user_challenge').where('value', '=', userId).execute();
}

/** Earlier links of the same user are void. */
async function offer(trx: Transaction<Schema>, invitation: Invitation, at: string): Promise<void> {
  await trx.deleteFrom('invitation').where('user_id', '=', invitation.userId).execute();
  const { tokenHash: token_hash, userId: user_id, expiresAt: expires_at } = invitation;
  await trx
    .insertInto('invitation')
    .values({ token_hash, user_id, expires_at, created_at: at, used_at: null })
    .execute();
}

/** Admins besides this one who could sign in now. */
async function otherAdmins(trx: Transaction<Schema>, id: string): Promise<number> {
  const rows = await trx
    .selectFrom('user_account')
    .select('id')
    .where('role', '=', 'admin')
    .where('locked', '=', 0)
    .where('id', '<>', id)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('user_credential').select('id').whereRef('user_credential.user_id', '=', 'user_account.id')),
    )
    .execute();
  return rows.length;
}

export function sqlUserStore(db: Kysely<Schema>): UserStore {
  return {
    async count() {
      const row = await db
        .selectFrom('user_account')
        .select(({ fn }) => fn.countAll<number | string>().as('n'))
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    all: async () => (await selectUsers(db).orderBy('name').orderBy('id').execute()).map(toUser),
    find: async (id) => {
      const row = await selectUsers(db).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toUser(row);
    },
    findByEmail: async (email) => {
      const row = await selectUsers(db).where('email', '=', email).executeTakeFirst();
      return row === undefined ? null : toUser(row);
    },
    create: ({ id, email, name, role }, invitation, write) =>
      inTransaction(db, async (trx) => {
        const { at, audit } = write;
        const taken = await trx.selectFrom('user_account').select('id').where('email', '=', email).executeTakeFirst();
        if (taken !== undefined) return 'email_taken';
        const row = { id, email, name, role, email_verified: 1, locked: 0, two_factor_enabled: 0 };
        await trx
          .insertInto('user_account')
          .values({ ...row, created_at: at, updated_at: at })
          .execute();
        await offer(trx, invitation, at);
        await appendAudit(trx, at, audit);
        if (role === 'satgas') await beginMembership(trx, id, 'new', write);
        return 'done';
      }),
    change: (id, change, write) =>
      inTransaction(db, async (trx) => {
        const { at, audit } = write;
        const before = await selectUsers(trx).where('id', '=', id).executeTakeFirst();
        if (before === undefined) return 'not_found';
        const was = toUser(before);
        const [role, locked] = [change.role ?? was.role, change.locked ?? was.locked];
        const leaves = was.role === 'admin' && !was.locked && (role !== 'admin' || locked);
        if (leaves && (await otherAdmins(trx, id)) === 0) return 'last_admin';
        await trx
          .updateTable('user_account')
          .set({ name: change.name ?? was.name, role, locked: locked ? 1 : 0, updated_at: at })
          .where('id', '=', id)
          .execute();
        if (role !== was.role || locked) await endSessions(trx, id);
        await appendAudit(trx, at, audit);
        if (role !== was.role && was.role === 'satgas') await withdrawMembership(trx, id, 'role', write);
        if (role !== was.role && role === 'satgas') await beginMembership(trx, id, 'promoted', write);
        return 'done';
      }),
    reset: (id, invitation, write) =>
      inTransaction(db, async (trx) => {
        const { at, audit } = write;
        const found = await trx.selectFrom('user_account').select('role').where('id', '=', id).executeTakeFirst();
        if (found === undefined) return 'not_found';
        await endSessions(trx, id);
        await trx.deleteFrom('user_credential').where('user_id', '=', id).execute();
        await trx.deleteFrom('user_second_factor').where('user_id', '=', id).execute();
        await trx
          .updateTable('user_account')
          .set({ two_factor_enabled: 0, updated_at: at })
          .where('id', '=', id)
          .execute();
        await offer(trx, invitation, at);
        await appendAudit(trx, at, audit);
        if (found.role === 'satgas') await withdrawMembership(trx, id, 'reset', write);
        return 'done';
      }),
  };
}
