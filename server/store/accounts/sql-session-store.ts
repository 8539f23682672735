import type { Kysely } from 'kysely';
import type { SessionStore, UserSession } from '../contract/account-store.ts';
import type { Schema } from '../schema.ts';

function toSession(row: Schema['user_session']): UserSession {
  return {
    id: row.id,
    userId: row.user_id,
    createdAt: row.created_at,
    lastUsedAt: row.updated_at,
    ip: row.ip_address === '' ? null : row.ip_address,
    secondFactor: row.second_factor === 1,
  };
}

export function sqlSessionStore(db: Kysely<Schema>): SessionStore {
  return {
    async list(userId) {
      let query = db.selectFrom('user_session').selectAll();
      if (userId !== null) query = query.where('user_id', '=', userId);
      return (await query.orderBy('created_at', 'desc').orderBy('id').limit(1000).execute()).map(toSession);
    },
    async find(id) {
      const row = await db.selectFrom('user_session').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toSession(row);
    },
    async findByToken(token) {
      const row = await db.selectFrom('user_session').selectAll().where('token', '=', token).executeTakeFirst();
      return row === undefined ? null : toSession(row);
    },
    async end(id) {
      const { numDeletedRows } = await db.deleteFrom('user_session').where('id', '=', id).executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
    async endAllBut(userId, keepId) {
      const { numDeletedRows } = await db
        .deleteFrom('user_session')
        .where('user_id', '=', userId)
        .where('id', '<>', keepId)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
    async touch(id, at) {
      await db.updateTable('user_session').set({ updated_at: at }).where('id', '=', id).execute();
    },
    async markSecondFactor(token) {
      await db.updateTable('user_session').set({ second_factor: 1 }).where('token', '=', token).execute();
    },
    async challengedUser(identifier) {
      const row = await db
        .selectFrom('user_challenge')
        .select('value')
        .where('identifier', '=', identifier)
        .executeTakeFirst();
      return row?.value ?? null;
    },
    async sweep({ begunBefore, usedBefore, now }) {
      await db
        .deleteFrom('user_session')
        .where((on) => on.or([on('created_at', '<=', begunBefore), on('updated_at', '<=', usedBefore)]))
        .execute();
      await db.deleteFrom('user_challenge').where('expires_at', '<=', now).execute();
      await db.deleteFrom('invitation').where('expires_at', '<=', now).execute();
      await db.deleteFrom('throttle').where('expires_at', '<=', now).execute();
    },
  };
}
