import { describe, expect, it } from 'vitest';
import { oneTimeLink } from '../../../server/accounts/one-time-link.ts';
import { migrate } from '../../../server/store/migrations.ts';
import { sqlAccountStore } from '../../../server/store/sql-account-store.ts';
import { sqlAuditStore } from '../../../server/store/sql-audit-store.ts';
import { signInAs } from '../fixture/sign-in.ts';
import type { OpenDb } from './back-end.ts';

const NOW = new Date('2026-11-24T00:00:00Z');
const AT = NOW.toISOString();

/** What a database of before the confirmation of colleagues comes to. */
export function membershipContract(openDb: OpenDb): void {
  describe('a database of before confirmations', () => {
    /** As the release before left it, with accounts and lines of an audit log in it. */
    const openOld = async (roles: readonly ('satgas' | 'planner')[], acted: readonly ('satgas' | 'planner')[]) => {
      const db = await openDb();
      const accounts = { settings: { secret: Buffer.alloc(32) } } as never;
      const store = sqlAccountStore(db);
      const ids: string[] = [];
      for (const role of roles)
        ids.push((await signInAs({ store: { accounts: store } as never, accounts }, role)).userId);
      for (const role of acted) {
        const line = { userId: 'u', role, action: 'sign_in', subject: null, detail: {}, ip: null } as const;
        await sqlAuditStore(db).append(line);
      }
      await db.schema.dropTable('satgas_membership').execute();
      await db.schema.dropTable('incident_sent').execute();
      await db.deleteFrom('setting').execute();
      await db.deleteFrom('schema_version').where('version', '>=', 9).execute();
      await migrate(db, { where: 'x', now: NOW });
      return { store, ids };
    };
    /** Whether a satgas that is made now is the first of all. */
    const nextIsFirst = async ({ users, colleagues }: ReturnType<typeof sqlAccountStore>) => {
      const audit = {
        userId: 'a',
        role: 'admin',
        action: 'user_created',
        subject: 'user:n',
        detail: {},
        ip: null,
      } as const;
      const { invitation } = oneTimeLink('https://peta.example.go.id', 'n', NOW);
      await users.create({ id: 'n', email: 'n@example.invalid', name: 'n', role: 'satgas' }, invitation, {
        at: AT,
        audit,
      });
      return colleagues.isConfirmed('n');
    };

    it('who is a satgas counts as confirmed, and the next one waits', async () => {
      const { store, ids } = await openOld(['satgas', 'planner', 'satgas'], []);
      const confirmed = await Promise.all(ids.map((id) => store.colleagues.isConfirmed(id)));
      expect(confirmed).toEqual([true, false, true]);
      expect(await nextIsFirst(store)).toBe(false);
    });

    it('who was a satgas once has left lines: the next one waits', async () => {
      const { store } = await openOld(['planner'], ['planner', 'satgas']);
      expect(await nextIsFirst(store)).toBe(false);
    });

    it('where there never was a satgas the next one is the first', async () => {
      const { store } = await openOld(['planner'], ['planner']);
      expect(await nextIsFirst(store)).toBe(true);
    });
  });
}
