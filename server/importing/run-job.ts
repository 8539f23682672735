import { renameSync, rmSync } from 'node:fs';
import { tidyStore } from '../store/bulk-sweep.ts';
import { moveLog } from '../store/sqlite-log.ts';
import { shownName } from './column-names.ts';
import { dryRun } from './dry-run.ts';
import { FileRefusal } from './file-refusal.ts';
import { FAULT_COLUMN } from './geojson-columns.ts';
import { geojsonToRows } from './geojson-rows.ts';
import type { ImportContext } from './import-context.ts';
import { type ImportFiles, importFiles } from './import-files.ts';
import type { ImportJob, ImportPlace, JobResult, ReadResult } from './import-job.ts';
import { checkFields, proposeColumns, signatureOf } from './propose-columns.ts';
import { openTable, readTable } from './read-table.ts';
import { sniffFormat } from './sniff-format.ts';
import { type CaseSink, writeRun } from './write-run.ts';
import { xlsxToRows } from './xlsx-rows.ts';

export interface RunJobInput {
  readonly place: ImportPlace;
  readonly context: ImportContext;
  /** Where the cases of an import go. */
  readonly openSink: (importSeq: number) => CaseSink;
  /** Told rows that were read; gives others their turn, and throws when the job was cancelled. */
  readonly progress: (rows: number) => Promise<void>;
}

/** Any format becomes a rows file: what reads afterwards knows one. The upload itself is gone then. */
async function readUpload(files: ImportFiles, headerKey: string): Promise<ReadResult> {
  const format = sniffFormat(files.upload);
  if (format === 'xlsx') await xlsxToRows(files.upload, files.rows);
  else if (format === 'geojson') geojsonToRows(files.upload, files.rows);
  else renameSync(files.upload, files.rows);
  rmSync(files.upload, { force: true });
  const { headers, pieces } = openTable(files.rows);
  pieces.return(undefined);
  return {
    format,
    signature: signatureOf(headers, headerKey),
    names: headers.map((header, i) => (header === FAULT_COLUMN ? FAULT_COLUMN : shownName(header, i))),
    proposed: proposeColumns(headers),
  };
}

/** One step of an import, whoever runs it. A file that cannot be taken is a result, not an error. */
export async function runJob(job: ImportJob, given: RunJobInput): Promise<JobResult> {
  try {
    return await run(job, given);
  } catch (error) {
    if (error instanceof FileRefusal) return { step: 'refused', code: error.code, fields: error.fields };
    throw error;
  }
}

async function run(job: ImportJob, { place, context, openSink, progress }: RunJobInput): Promise<JobResult> {
  if (job.step === 'sweep') {
    const removed = await tidyStore(context.db);
    await moveLog(context.db);
    return { step: 'sweep', removed };
  }
  const files = importFiles(place.folder, job.id);
  if (job.step === 'read') return { step: 'read', read: await readUpload(files, place.headerKey) };
  const { db, rowReader } = context;
  const table = openTable(files.rows);
  const fields = checkFields(job.fields, table.headers.length);
  if (fields === null) throw new Error('the columns are not those of the file');
  const { fingerprintKey } = place;
  if (job.step === 'check') {
    const outcomes = readTable(table, fields, rowReader(fields), true);
    return { step: 'check', counts: await dryRun({ outcomes, db, files, fingerprintKey, progress }) };
  }
  const importSeq = Number(job.id);
  const outcomes = readTable(table, fields, rowReader(fields), false);
  const { at, userId, leaveOutDuplicates } = job;
  const result = await writeRun({
    outcomes,
    sink: openSink(importSeq),
    files,
    origin: { importSeq, at, userId },
    fingerprintKey,
    leaveOutDuplicates,
    progress,
  });
  return { step: 'write', ...result };
}
