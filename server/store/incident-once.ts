import type { Kysely } from 'kysely';
import type { Incident } from '../../domain/incident.ts';
import type { SentResult, Write } from './contract/incident-store.ts';
import { type Fingerprint, insertIncident, written } from './incident-write.ts';
import type { Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';

/**
 * Records a case unless this user's key has recorded one. Whether the content is the same the fingerprint says, which
 * a correction leaves as it was; only of a case that became a child case later no content is known to be the same.
 */
export function createIncidentOnce(
  db: Kysely<Schema>,
  key: string,
  incident: Incident,
  write: Write,
  fingerprint: Fingerprint,
): Promise<SentResult> {
  const userId = write.audit.userId ?? '';
  return inTransaction(db, async (trx): Promise<SentResult> => {
    const sent = await trx
      .selectFrom('incident_sent')
      .innerJoin('incident', 'incident.seq', 'incident_sent.incident_seq')
      .where('incident_sent.user_id', '=', userId)
      .where('incident_sent.key', '=', key)
      .select(['incident.seq', 'incident.fingerprint'])
      .executeTakeFirst();
    if (sent !== undefined) {
      const isSame = sent.fingerprint === fingerprint(incident);
      return { outcome: isSame ? 'made_before' : 'other_content', record: await written(trx, sent.seq) };
    }
    const seq = await insertIncident(trx, incident, write, fingerprint);
    await trx.insertInto('incident_sent').values({ user_id: userId, key, incident_seq: seq, at: write.at }).execute();
    return { outcome: 'made', record: await written(trx, seq) };
  });
}

/** Forgets the keys of before a moment; the cases stay. Answers how many. */
export async function forgetSent(db: Kysely<Schema>, before: string): Promise<number> {
  return inTransaction(db, async (trx) => {
    const { numDeletedRows } = await trx.deleteFrom('incident_sent').where('at', '<', before).executeTakeFirst();
    return Number(numDeletedRows);
  });
}
