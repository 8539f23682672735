import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { appendAudit } from '../audit-chain.ts';
import type { InvitationStore, User } from '../contract/account-store.ts';
import type { Schema } from '../schema.ts';
import { inTransaction } from '../transaction.ts';
import { selectUsers, toUser } from './user-row.ts';

/** Null when there is an account already: the link of the first admin is for an empty house. */
async function makeFirstAdmin(
  trx: Transaction<Schema>,
  { id, email, name }: Pick<User, 'id' | 'email' | 'name'>,
  at: string,
): Promise<string | null> {
  if ((await trx.selectFrom('user_account').select('id').limit(1).executeTakeFirst()) !== undefined) return null;
  const row = { id, email, name, role: 'admin', email_verified: 1, locked: 0, two_factor_enabled: 0 };
  await trx
    .insertInto('user_account')
    .values({ ...row, created_at: at, updated_at: at })
    .execute();
  return id;
}

export function sqlInvitationStore(db: Kysely<Schema>): InvitationStore {
  return {
    offerFirst: (invitation, at) =>
      inTransaction(db, async (trx) => {
        await trx.deleteFrom('invitation').where('user_id', 'is', null).execute();
        const { tokenHash: token_hash, userId: user_id, expiresAt: expires_at } = invitation;
        const row = { token_hash, user_id, expires_at, created_at: at, used_at: null };
        await trx.insertInto('invitation').values(row).execute();
      }),
    async find(tokenHash, at) {
      const row = await db
        .selectFrom('invitation')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', at)
        .executeTakeFirst();
      return row === undefined ? null : { tokenHash, userId: row.user_id, expiresAt: row.expires_at };
    },
    use: (tokenHash, passwordHash, firstAdmin, { at, ip }) =>
      inTransaction(db, async (trx) => {
        const spent = await trx
          .updateTable('invitation')
          .set({ used_at: at })
          .where('token_hash', '=', tokenHash)
          .where('used_at', 'is', null)
          .where('expires_at', '>', at)
          .where('user_id', firstAdmin === null ? 'is not' : 'is', null)
          .returning(['user_id'])
          .executeTakeFirst();
        if (spent === undefined) return null;
        const userId = firstAdmin === null ? spent.user_id : await makeFirstAdmin(trx, firstAdmin, at);
        if (userId === null) return null;
        const credential = { provider_id: 'credential', account_id: userId, user_id: userId, password: passwordHash };
        await trx.deleteFrom('user_credential').where('user_id', '=', userId).execute();
        await trx
          .insertInto('user_credential')
          .values({ ...credential, id: randomUUID(), created_at: at, updated_at: at })
          .execute();
        const user = toUser(await selectUsers(trx).where('id', '=', userId).executeTakeFirstOrThrow());
        const subject = `user:${userId}`;
        await appendAudit(trx, at, { userId, role: user.role, action: 'invitation_used', subject, detail: {}, ip });
        return user;
      }),
  };
}
