import { writeFileSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { type Incident, treatAsChildCase } from '../../domain/incident.ts';
import { keptCases } from '../store/bulk-duplicates.ts';
import { FingerprintSet, loadFingerprints } from '../store/bulk-fingerprints.ts';
import type { ImportCounts } from '../store/contract/import-store.ts';
import { fingerprintOf } from '../store/incident-row.ts';
import type { Schema } from '../store/schema.ts';
import { sealFingerprint } from '../store/seal-fingerprints.ts';
import { caseKeys, nthFingerprint } from './case-key.ts';
import { FileRefusal } from './file-refusal.ts';
import type { ImportFiles } from './import-files.ts';
import { openPagedLines } from './paged-lines.ts';
import type { ReadOutcome } from './read-table.ts';

export interface DryRunInput {
  readonly outcomes: Iterable<readonly ReadOutcome[]>;
  readonly db: Kysely<Schema>;
  readonly files: ImportFiles;
  readonly fingerprintKey: string;
  /** Told how many rows were read; awaited, so that others get their turn. */
  readonly progress: (rows: number) => Promise<void>;
}

interface Duplicate {
  readonly row: number;
  readonly month: string;
  readonly areaCode: string | null;
  /** In this file: the row before it. In the store: the number of the case. */
  readonly of: 'file' | 'store';
  readonly other: string;
}

/** What a reader of the report sees of a row: codes and areas. */
function lineOf(row: number, incident: Incident) {
  const { month, source, stage, childInvolved, places } = incident;
  const childCase = treatAsChildCase(incident);
  return {
    row,
    month,
    source,
    stage,
    childInvolved,
    pointDropped: childCase && places.some(({ precision }) => precision === 'point'),
    places: places.map(({ role, precision, areaCode }) => ({ role, precision, areaCode })),
  };
}

/**
 * Reads the whole file and writes nothing to the store: who is taken and who not, who is alike to another row or to a
 * case that is kept, and who was brought before. The report lies in `files`. Throws a FileRefusal.
 */
export async function dryRun({ outcomes, db, files, fingerprintKey, progress }: DryRunInput): Promise<ImportCounts> {
  const kept = await loadFingerprints(db);
  const [accepted, rejected] = [openPagedLines(files.accepted), openPagedLines(files.rejected)];
  const seen = new FingerprintSet();
  /** LP number, month and area → first row with them. */
  const byKey = new Map<string, { readonly row: number; readonly month: string; readonly areaCode: string | null }>();
  const lpMonths = new Set<string>();
  const found: Duplicate[] = [];
  const counts = { rows: 0, accepted: 0, rejected: 0, same: 0, pointsDropped: 0 };
  let [fromMonth, toMonth] = ['9999-12', '0000-01'];

  const take = (row: number, incident: Incident): void => {
    counts.accepted += 1;
    const line = lineOf(row, incident);
    accepted.add(line);
    const first = fingerprintOf(incident);
    let n = 0;
    while (!seen.add(nthFingerprint(first, n))) n += 1;
    if (kept.has(sealFingerprint(nthFingerprint(first, n), fingerprintKey))) {
      counts.same += 1;
      return;
    }
    if (line.pointDropped) counts.pointsDropped += 1;
    const { month, lpNumberHash } = incident;
    const areaCode = incident.places[0]?.areaCode ?? null;
    const keys = caseKeys(incident);
    const other = keys.map((key) => byKey.get(key)).find((before) => before !== undefined);
    if (other !== undefined || n > 0) {
      found.push({ row, month, areaCode, of: 'file', other: String(other?.row ?? '') });
      return;
    }
    for (const key of keys) byKey.set(key, { row, month, areaCode });
    if (lpNumberHash === null) return;
    lpMonths.add(`${lpNumberHash} ${month}`);
    if (month < fromMonth) fromMonth = month;
    if (month > toMonth) toMonth = month;
  };

  try {
    for (const piece of outcomes) {
      for (const { row, incident, faults } of piece) {
        counts.rows += 1;
        if (incident !== undefined) take(row, incident);
        else {
          counts.rejected += 1;
          rejected.add({ row, faults });
        }
      }
      await progress(counts.rows);
    }
  } finally {
    accepted.close();
    rejected.close();
  }
  if (counts.rows === 0) throw new FileRefusal('empty');
  for await (const one of keptCases(db, fromMonth, toMonth, (lp, month) => lpMonths.has(`${lp} ${month}`))) {
    for (const area of one.areas) {
      const key = `${one.lpNumberHash} ${one.month} ${area}`;
      const alike = byKey.get(key);
      if (alike === undefined) continue;
      found.push({ ...alike, of: 'store', other: one.id });
      byKey.delete(key);
    }
  }
  const rows = new Set(found.map(({ row }) => row));
  writeDuplicates(files, found, rows);
  return { ...counts, duplicates: rows.size, written: 0 };
}

function writeDuplicates(files: ImportFiles, found: Duplicate[], rows: ReadonlySet<number>): void {
  const lines = openPagedLines(files.duplicates);
  for (const one of found.sort((a, b) => a.row - b.row)) lines.add(one);
  lines.close();
  writeFileSync(files.duplicateRows, Buffer.from(Int32Array.from(rows).buffer), { mode: 0o600 });
}
