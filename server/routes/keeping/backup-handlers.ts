import { basename, resolve } from 'node:path';
import { privateJson } from '../../http/private-answer.ts';
import { noteAnchor } from '../../keeping/audit-anchors.ts';
import { backupFolder, listBackups, newBackupPath, rotateBackups } from '../../keeping/backup-folder.ts';
import { type Problem, problemResponse } from '../../problem.ts';

import type { InternalHandler } from '../internal.ts';
import type { KeepingInput } from './keeping-input.ts';

const UNDER_WAY: Problem = { code: 'conflict', detail: 'A backup is under way.' };
const NOT_A_FILE: Problem = { code: 'conflict', detail: 'The store is PostgreSQL: use pg_dump.' };

/** A backup is never handed out: what holds every case leaves the machine by hands that can be asked. */
export function backupHandlers({ store, headers, keeping, now, log }: KeepingInput) {
  const { dataDir, isFile, backupKeep, backupTime, backup } = keeping;
  let underWay = false;
  return {
    'GET /api/backups': async () => {
      const backups = isFile ? listBackups(dataDir) : [];
      const kind = isFile ? 'file' : 'postgres';
      return privateJson(
        { kind, folder: resolve(backupFolder(dataDir)), keep: backupKeep, time: backupTime, backups },
        headers,
      );
    },

    'POST /api/backups': async (_, { userId, role, ip }) => {
      if (!isFile || underWay) return problemResponse(isFile ? UNDER_WAY : NOT_A_FILE, headers);
      underWay = true;
      try {
        const target = newBackupPath(dataDir, now(), 'page');
        const { bytes } = await backup(target);
        const detail = { by: 'page', bytes };
        await store.audit.append({ userId, role, ip, action: 'backup_made', subject: null, detail });
        noteAnchor(dataDir, await store.audit.head(), now());
        rotateBackups(dataDir, backupKeep, 'page');
        return privateJson({ name: basename(target), bytes }, headers, 201);
      } catch (error) {
        log.error({ err: error }, 'backup failed');
        const full = error instanceof Error && /ENOSPC|SQLITE_FULL|disk is full/i.test(error.message);
        const detail = 'The backup could not be made; the reason is in the log of the server.';
        return problemResponse({ code: full ? 'store_full' : 'internal_error', detail }, headers);
      } finally {
        underWay = false;
      }
    },
  } satisfies Readonly<Record<string, InternalHandler>>;
}
