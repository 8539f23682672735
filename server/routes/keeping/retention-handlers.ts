import { DEFAULT_RETENTION, retentionSchema } from '../../../domain/retention.ts';
import { privateJson } from '../../http/private-answer.ts';
import { readJson } from '../../http/read-json.ts';
import { countPurge, type PurgeCounts } from '../../keeping/purge.ts';
import { problemResponse } from '../../problem.ts';
import type { InternalHandler } from '../internal.ts';
import type { KeepingInput } from './keeping-input.ts';

/** Cases are counted for an admin in whole tens upwards: one more or less must not be seen. */
const STEP = 10;

function shownCounts({ incidents, addresses }: PurgeCounts) {
  return { incidentsAtMost: Math.max(STEP, Math.ceil(incidents / STEP) * STEP), addresses };
}

export function retentionHandlers({ store, headers, keeping, now }: KeepingInput) {
  const answer = async () => {
    const decided = await store.settings.retention();
    const retention = decided ?? { ...DEFAULT_RETENTION, addressDays: keeping.auditIpDays };
    const due = shownCounts(await countPurge(store, retention, now()));
    return privateJson({ retention, decided: decided !== null, due }, headers);
  };
  return {
    'GET /api/retention': answer,

    'PUT /api/retention': async (c, { userId, role, ip }) => {
      const read = await readJson(c, retentionSchema);
      if ('problem' in read) return problemResponse(read.problem, headers);
      const audit = { userId, role, ip, action: 'retention_changed', subject: null, detail: read.value } as const;
      await store.settings.setRetention(read.value, { at: now().toISOString(), userId: userId ?? '', audit });
      return answer();
    },

    'POST /api/retention/preview': async (c) => {
      const read = await readJson(c, retentionSchema);
      if ('problem' in read) return problemResponse(read.problem, headers);
      return privateJson(shownCounts(await countPurge(store, read.value, now())), headers);
    },
  } satisfies Readonly<Record<string, InternalHandler>>;
}
