import { existsSync, readFileSync } from 'node:fs';
import { FingerprintSet } from '../store/bulk-fingerprints.ts';
import type { BulkChunk } from '../store/bulk-writer.ts';
import type { ImportCounts } from '../store/contract/import-store.ts';
import { fingerprintOf } from '../store/incident-row.ts';
import type { TallyRow } from '../store/incident-tally.ts';
import { sealFingerprint } from '../store/seal-fingerprints.ts';
import { CaseChunk, type ChunkOrigin } from './case-chunk.ts';
import { nthFingerprint } from './case-key.ts';
import { CaseTally } from './case-tally.ts';
import type { ImportFiles } from './import-files.ts';
import type { ReadOutcome } from './read-table.ts';

/**
 * Cases of a chunk. Large ones are better sorted, but the first is small: reading and writing go side by side from then
 * on.
 */
const FIRST_CHUNK = 1_500;
const CASES_PER_CHUNK = 12_000;
/** From this many kept cases on a chunk is the whole file: a commit of a small one would touch all of a large index. */
const LARGE_STORE = 150_000;
const LARGEST_CHUNK = 100_000;

/** Where the cases go: a thread with a connection of its own, or the same thread in a test. */
export interface CaseSink {
  /** Fingerprints of what is kept. */
  readonly kept: () => Promise<FingerprintSet>;
  /** Resolves when there is room for another. */
  readonly write: (chunk: BulkChunk) => Promise<void>;
  /** Resolves when everything is kept. */
  readonly finish: (tally: readonly TallyRow[]) => Promise<void>;
}

export interface WriteRunInput {
  readonly outcomes: Iterable<readonly ReadOutcome[]>;
  readonly sink: CaseSink;
  readonly files: ImportFiles;
  readonly origin: ChunkOrigin;
  readonly fingerprintKey: string;
  readonly leaveOutDuplicates: boolean;
  readonly progress: (rows: number) => Promise<void>;
}

function duplicateRows({ duplicateRows: path }: ImportFiles): ReadonlySet<number> {
  if (!existsSync(path)) return new Set();
  const bytes = readFileSync(path);
  return new Set(new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)));
}

/**
 * Reads the file again and hands its cases on, chunk by chunk; what was brought before is left out. Nothing of it is
 * seen until the import is made visible.
 */
export async function writeRun(given: WriteRunInput): Promise<Pick<ImportCounts, 'written' | 'same'>> {
  const { outcomes, sink, files, origin, fingerprintKey, leaveOutDuplicates, progress } = given;
  const keptLater = sink.kept();
  const left = leaveOutDuplicates ? duplicateRows(files) : new Set<number>();
  const chunk = new CaseChunk(origin);
  const tally = new CaseTally();
  const seen = new FingerprintSet();
  let kept: FingerprintSet | null = null;
  let [rows, written, same, size] = [0, 0, 0, FIRST_CHUNK];
  for (const piece of outcomes) {
    if (kept === null) {
      kept = await keptLater;
      if (kept.size > LARGE_STORE) size = LARGEST_CHUNK;
    }
    for (const { row, incident } of piece) {
      rows += 1;
      if (incident === undefined || left.has(row)) continue;
      const first = fingerprintOf(incident);
      let n = 0;
      while (!seen.add(nthFingerprint(first, n))) n += 1;
      const fingerprint = sealFingerprint(nthFingerprint(first, n), fingerprintKey);
      if (kept.has(fingerprint)) {
        same += 1;
        continue;
      }
      written += 1;
      tally.add(incident);
      chunk.add(incident, fingerprint);
    }
    if (chunk.size >= size) {
      await sink.write(chunk.take());
      size = Math.min(size * 2, Math.max(size, CASES_PER_CHUNK));
    }
    await progress(rows);
  }
  if (chunk.size > 0) await sink.write(chunk.take());
  await sink.finish(tally.rows(origin.importSeq));
  return { written, same };
}
