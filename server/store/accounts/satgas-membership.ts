import type { Transaction } from 'kysely';
import type { WaitingReason } from '../../../domain/role.ts';
import { appendAudit } from '../audit-chain.ts';
import type { AccountWrite } from '../contract/account-store.ts';
import type { Schema } from '../schema.ts';

/** Kept for ever once a satgas was confirmed: what happens to accounts afterwards cannot undo it. */
const FOUNDED = 'satgas_founded';

/** Whether this database has ever had a confirmed satgas; from now on it has. */
async function isFoundedOrBegins(trx: Transaction<Schema>, { at, audit }: AccountWrite): Promise<boolean> {
  const founded = await trx.selectFrom('setting').select('name').where('name', '=', FOUNDED).executeTakeFirst();
  if (founded !== undefined) return true;
  const row = { name: FOUNDED, value: at, updated_at: at, updated_by: audit.userId };
  await trx.insertInto('setting').values(row).execute();
  return false;
}

/**
 * An account becomes a satgas: it waits for a colleague. The first of all has none and is confirmed by that, which the
 * audit log says.
 */
export async function beginMembership(
  trx: Transaction<Schema>,
  userId: string,
  reason: Exclude<WaitingReason, 'reset'>,
  write: AccountWrite,
): Promise<void> {
  const { at, audit } = write;
  const waits = await isFoundedOrBegins(trx, write);
  const row = { user_id: userId, since: at, reason, confirmed_at: waits ? null : at, confirmed_by: null };
  await trx.insertInto('satgas_membership').values(row).execute();
  if (waits) return;
  const subject = `user:${userId}`;
  await appendAudit(trx, at, { ...audit, action: 'colleague_confirmed', subject, detail: { by: 'first' } });
}

/** Takes the confirmation away, if there is one: the account waits again, or is no satgas any more. */
export async function withdrawMembership(
  trx: Transaction<Schema>,
  userId: string,
  because: 'reset' | 'role',
  { at, audit }: AccountWrite,
): Promise<void> {
  const before = await trx
    .deleteFrom('satgas_membership')
    .where('user_id', '=', userId)
    .returning(['confirmed_at'])
    .executeTakeFirst();
  if (because === 'reset') {
    const row = { user_id: userId, since: at, reason: because, confirmed_at: null, confirmed_by: null };
    await trx.insertInto('satgas_membership').values(row).execute();
  }
  if (before === undefined || before.confirmed_at === null) return;
  const subject = `user:${userId}`;
  await appendAudit(trx, at, { ...audit, action: 'confirmation_withdrawn', subject, detail: { because } });
}
