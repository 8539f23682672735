import type { Kysely, Transaction } from 'kysely';
import { type Incident, incidentSchema, treatAsChildCase } from '../../domain/incident.ts';
import { appendAudit } from './audit-chain.ts';
import type { IncidentRecord, Write, WriteResult } from './contract/incident-store.ts';
import { takeNumbers } from './incident-number.ts';
import { readRecord, seqOf } from './incident-read.ts';
import { PLACES_PER_INCIDENT, toIncidentRow, toPlaceRows } from './incident-row.ts';
import { addToTally, type TallyRow, tallyRowsOf } from './incident-tally.ts';
import type { Schema } from './schema.ts';
import { emptyLog } from './sqlite-log.ts';
import { inTransaction } from './transaction.ts';

export type Fingerprint = (incident: Incident) => number;

function minus(rows: readonly TallyRow[]): TallyRow[] {
  return rows.map((row) => ({ ...row, n: -row.n }));
}

async function audit(db: Transaction<Schema>, { at, audit: entry }: Write, seq: number): Promise<void> {
  await appendAudit(db, at, { ...entry, subject: `incident:${seq}` });
}

export async function written(db: Transaction<Schema>, seq: number): Promise<IncidentRecord> {
  const record = await readRecord(db, String(seq));
  if (record === null) throw new Error(`incident ${seq} is gone within its own transaction`);
  return record;
}

/** Writes a new record with its counts and its audit line; answers its number. */
export async function insertIncident(
  trx: Transaction<Schema>,
  incident: Incident,
  write: Write,
  fingerprint: Fingerprint,
): Promise<number> {
  const seq = await takeNumbers(trx, 'incident', 1);
  const origin = { seq, importSeq: 0, at: write.at, userId: write.audit.userId ?? '' };
  await trx
    .insertInto('incident')
    .values(toIncidentRow(incident, origin, fingerprint(incident)))
    .execute();
  await trx.insertInto('incident_place').values(toPlaceRows(incident, origin)).execute();
  await addToTally(trx, tallyRowsOf(incident, 0));
  await audit(trx, write, seq);
  return seq;
}

export function createIncident(
  db: Kysely<Schema>,
  incident: Incident,
  write: Write,
  fingerprint: Fingerprint,
): Promise<IncidentRecord> {
  return inTransaction(db, async (trx) => written(trx, await insertIncident(trx, incident, write, fingerprint)));
}

/** What stood before a case became a child case says no more of its places than what stands now. */
async function forgetPoints(trx: Transaction<Schema>, seq: number): Promise<void> {
  const revisions = await trx.selectFrom('incident_revision').selectAll().where('incident_seq', '=', seq).execute();
  for (const { version, before } of revisions) {
    const incident = incidentSchema.parse(JSON.parse(before));
    if (incident.places.every(({ point }) => point === null)) continue;
    const places = incident.places.map((place) => ({ ...place, point: null }));
    await trx
      .updateTable('incident_revision')
      .set({ before: JSON.stringify({ ...incident, places }) })
      .where('incident_seq', '=', seq)
      .where('version', '=', version)
      .execute();
  }
}

/**
 * From now on the record is treated as a child case: its points go, also from its history, and it counts and is mapped
 * by what is left. Gives the record as it then is.
 */
async function becomeChildCase(
  trx: Transaction<Schema>,
  seq: number,
  childInvolved: Incident['childInvolved'],
  fingerprint: Fingerprint,
): Promise<Incident> {
  const before = (await written(trx, seq)).incident;
  const incident = { ...before, childInvolved, places: before.places.map((place) => ({ ...place, point: null })) };
  const { import_seq: importSeq } = await trx
    .updateTable('incident')
    .set({ child_involved: childInvolved, fingerprint: fingerprint(incident) })
    .where('seq', '=', seq)
    .returning('import_seq')
    .executeTakeFirstOrThrow();
  await deletePlaces(trx, seq);
  await trx.insertInto('incident_place').values(toPlaceRows(incident, { seq, importSeq })).execute();
  await addToTally(trx, [...minus(tallyRowsOf(before, 0)), ...tallyRowsOf(incident, 0)]);
  await forgetPoints(trx, seq);
  return incident;
}

/** The state that a write wants to find. */
type Wanted = 'open' | 'closed' | 'any';

/**
 * One write to a record: its version is raised first, so that of two writers one fails; what stood before is kept as
 * a revision; then `act`, and the audit line.
 */
function revise(
  db: Kysely<Schema>,
  at: { readonly id: string; readonly version: number; readonly wanted: Wanted; readonly write: Write },
  act: (trx: Transaction<Schema>, before: IncidentRecord, seq: number, importSeq: number) => Promise<boolean>,
): Promise<WriteResult> {
  const { id, version, wanted, write } = at;
  const seq = seqOf(id);
  if (seq === null) return Promise.resolve({ ok: false, reason: 'not_found' });
  return inTransaction(db, async (trx): Promise<WriteResult> => {
    const before = await readRecord(trx, id);
    if (before === null || before.deletedAt !== null) return { ok: false, reason: 'not_found' };
    if (wanted !== 'any' && before.version === version && before.closed !== (wanted === 'closed')) {
      return { ok: false, reason: 'closed' };
    }
    const raised = await trx
      .updateTable('incident')
      .set({ version: version + 1, updated_at: write.at })
      .where('seq', '=', seq)
      .where('version', '=', version)
      .returning('import_seq')
      .executeTakeFirst();
    if (raised === undefined) return { ok: false, reason: 'changed_meanwhile' };
    if (!(await act(trx, before, seq, raised.import_seq))) throw new NotThere();
    await trx
      .insertInto('incident_revision')
      .values({
        incident_seq: seq,
        version,
        at: write.at,
        user_id: write.audit.userId ?? '',
        action: write.audit.action,
        before: JSON.stringify(before.incident),
      })
      .execute();
    const record = await written(trx, seq);
    if (treatAsChildCase(record.incident)) await forgetPoints(trx, seq);
    await audit(trx, write, seq);
    return { ok: true, record };
  }).then(
    async (result) => {
      // The points that were forgotten stand in the log until it is moved; when somebody is at work, the day's work does.
      if (result.ok && treatAsChildCase(result.record.incident)) await emptyLog(db);
      return result;
    },
    (error: unknown): WriteResult => {
      if (error instanceof NotThere) return { ok: false, reason: 'not_found' };
      throw error;
    },
  );
}

/** Undoes the transaction: the other record of a merge is not there. */
class NotThere extends Error {}

export function changeIncident(
  db: Kysely<Schema>,
  given: { readonly id: string; readonly version: number; readonly incident: Incident; readonly write: Write },
  fingerprint: Fingerprint,
): Promise<WriteResult> {
  const { incident, write } = given;
  return revise(db, { ...given, wanted: 'open' }, async (trx, before, seq, importSeq) => {
    const origin = { seq, importSeq, at: write.at, userId: '' };
    const row = toIncidentRow(incident, origin, fingerprint(incident));
    const { month, day, acts, means, purposes, source, stage, platforms, roles, victims, suspects } = row;
    // The fingerprint stays: it says what was brought, so that the same file brings nothing twice.
    const set = { month, day, acts, means, purposes, source, stage, platforms, roles, victims, suspects };
    await trx
      .updateTable('incident')
      .set({
        ...set,
        child_involved: row.child_involved,
        lp_hash: row.lp_hash,
        // But over a point it would be a way to search for it: of a child case it is made anew, without one.
        ...(treatAsChildCase(incident) ? { fingerprint: row.fingerprint } : {}),
      })
      .where('seq', '=', seq)
      .execute();
    await deletePlaces(trx, seq);
    await trx.insertInto('incident_place').values(toPlaceRows(incident, origin)).execute();
    await addToTally(trx, [...minus(tallyRowsOf(before.incident, 0)), ...tallyRowsOf(incident, 0)]);
    return true;
  });
}

function placesOf(seq: number) {
  return [seq * PLACES_PER_INCIDENT, (seq + 1) * PLACES_PER_INCIDENT - 1] as const;
}

export async function deletePlaces(trx: Transaction<Schema>, seq: number): Promise<void> {
  const [from, to] = placesOf(seq);
  await trx.deleteFrom('incident_place').where('seq', '>=', from).where('seq', '<=', to).execute();
}

export function setIncidentClosed(
  db: Kysely<Schema>,
  given: { readonly id: string; readonly version: number; readonly closed: boolean; readonly write: Write },
): Promise<WriteResult> {
  const wanted = given.closed ? 'open' : 'closed';
  return revise(db, { ...given, wanted }, async (trx, _before, seq) => {
    await trx
      .updateTable('incident')
      .set({ closed: given.closed ? 1 : 0 })
      .where('seq', '=', seq)
      .execute();
    return true;
  });
}

/** Soft: hidden from every list, map and count, kept until retention purges it. */
export function removeIncident(
  db: Kysely<Schema>,
  given: { readonly id: string; readonly version: number; readonly into: string | null; readonly write: Write },
  fingerprint: Fingerprint,
): Promise<WriteResult> {
  const into = given.into === null ? null : seqOf(given.into);
  return revise(db, { ...given, wanted: 'any' }, async (trx, before, seq) => {
    let { incident } = before;
    if (given.into !== null) {
      const other = into === null || into === seq ? null : await readRecord(trx, given.into);
      if (other === null || other.deletedAt !== null) return false;
      // Of one case two records say different things of a child: the stricter holds for both.
      const said = [before.incident.childInvolved, other.incident.childInvolved];
      const stricter = (['yes', 'unknown'] as const).find((word) => said.includes(word));
      if (stricter !== undefined && into !== null) {
        incident = await becomeChildCase(trx, seq, stricter, fingerprint);
        await becomeChildCase(trx, into, stricter, fingerprint);
      }
    }
    const [from, to] = placesOf(seq);
    await trx
      .updateTable('incident')
      .set({ deleted_at: given.write.at, merged_into: into })
      .where('seq', '=', seq)
      .execute();
    await trx
      .updateTable('incident_place')
      .set({ hidden: 1 })
      .where('seq', '>=', from)
      .where('seq', '<=', to)
      .execute();
    await addToTally(trx, minus(tallyRowsOf(incident, 0)));
    return true;
  });
}
