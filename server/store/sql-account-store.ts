import type { Kysely } from 'kysely';
import { sqlInvitationStore } from './accounts/sql-invitation-store.ts';
import { sqlSessionStore } from './accounts/sql-session-store.ts';
import { sqlUserStore } from './accounts/sql-user-store.ts';
import type { AccountStore } from './contract/account-store.ts';
import type { Schema } from './schema.ts';

export function sqlAccountStore(db: Kysely<Schema>): AccountStore {
  return {
    users: sqlUserStore(db),
    invitations: sqlInvitationStore(db),
    sessions: sqlSessionStore(db),
    database: db,
  };
}
