import { describe, expect, it } from 'vitest';
import { sqlAuditStore } from '../../../server/store/sql-audit-store.ts';
import { sqlSettingStore } from '../../../server/store/sql-setting-store.ts';
import type { OpenDb } from './back-end.ts';

const AT = '2026-11-24T08:00:00.000Z';

export function settingContract(openDb: OpenDb): void {
  describe('settings', () => {
    it('retention is what was decided last, with a line in the log', async () => {
      const db = await openDb();
      const settings = sqlSettingStore(db);
      expect(await settings.retention()).toBeNull();
      const retention = { closedMonths: 60, deletedDays: 7, addressDays: 10 };
      const audit = { userId: 'u1', role: 'admin', action: 'retention_changed', subject: null, ip: null } as const;
      for (const closedMonths of [null, 60]) {
        const detail = { closedMonths };
        await settings.setRetention(
          { ...retention, closedMonths },
          { at: AT, userId: 'u1', audit: { ...audit, detail } },
        );
      }
      expect(await settings.retention()).toEqual(retention);
      const rows = await sqlAuditStore(db).rows({ before: null, limit: 5, action: 'retention_changed', userId: null });
      expect(rows.map(({ detail }) => detail)).toEqual([{ closedMonths: 60 }, { closedMonths: null }]);
    });

    it('a day is claimed once, and only forward', async () => {
      const settings = sqlSettingStore(await openDb());
      const claims = await Promise.all(Array.from({ length: 5 }, () => settings.claimDay('2026-11-24', AT)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await settings.claimDay('2026-11-25', AT)).toBe(true);
      expect(await settings.claimDay('2026-11-24', AT)).toBe(false);
    });
  });
}
