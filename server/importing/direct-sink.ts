import type { Kysely } from 'kysely';
import { loadFingerprints } from '../store/bulk-fingerprints.ts';
import { BulkWriter } from '../store/bulk-writer.ts';
import type { Schema } from '../store/schema.ts';
import type { CaseSink } from './write-run.ts';

/** Writes in the same thread. */
export function directSink(db: Kysely<Schema>, importSeq: number): CaseSink {
  const writer = new BulkWriter(db, importSeq);
  return {
    kept: () => loadFingerprints(db),
    write: (chunk) => writer.write(chunk),
    finish: (tally) => writer.writeTally(tally),
  };
}
