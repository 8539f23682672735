import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from '../fault.ts';
import type { AuditHead } from '../store/contract/audit-store.ts';

/** Ends of the audit chain, one a line, outside of the database. */
export const ANCHOR_FILE = 'audit-anchors.txt';

const LINE = /^(\d{1,15}) ([0-9a-f]{64}) \S+$/;

/** Ends noted earlier, oldest first. Throws a StartFault when a line is none of ours. */
export function readAnchors(dataDir: string): readonly AuditHead[] {
  const path = join(dataDir, ANCHOR_FILE);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const [, seq, hash] = LINE.exec(line) ?? [];
    if (seq === undefined || hash === undefined)
      throw new StartFault(`${path} holds a line that is no end of a chain.`);
    return { seq: Number(seq), hash };
  });
}

/** Notes the end of the chain when it moved: who can write the database alone cannot take it back. */
export function noteAnchor(dataDir: string, { seq, hash }: AuditHead, at: Date): void {
  const path = join(dataDir, ANCHOR_FILE);
  // A file that somebody spoilt is told by `readAnchors`; ends are noted all the same.
  const last = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').at(-1) : undefined;
  if (seq === 0 || last?.split(' ')[1] === hash) return;
  appendFileSync(path, `${seq} ${hash} ${at.toISOString()}\n`, { mode: 0o600, flush: true });
}
