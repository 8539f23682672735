import type { Kysely } from 'kysely';
import { sqlColleagueStore } from './accounts/sql-colleague-store.ts';
import { sqlInvitationStore } from './accounts/sql-invitation-store.ts';
import { sqlSessionStore } from './accounts/sql-session-store.ts';
import { sqlUserStore } from './accounts/sql-user-store.ts';
import type { AccountStore } from './contract/account-store.ts';
import type { Schema } from './schema.ts';

export function sqlAccountStore(db: Kysely<Schema>): AccountStore {
  return {
    users: sqlUserStore(db),
    colleagues: sqlColleagueStore(db),
    invitations: sqlInvitationStore(db),
    sessions: sqlSessionStore(db),
    database: db,
  };
}
