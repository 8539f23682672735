import type { AccountTables } from './tables/accounts.ts';
import type { AuditTables } from './tables/audit.ts';
import type { ImportTables } from './tables/imports.ts';
import type { IncidentTables } from './tables/incidents.ts';
import type { ReleaseTables } from './tables/releases.ts';
import type { SeedTables } from './tables/seed.ts';

/**
 * The tables as Kysely sees them. Text, integers and floating point only; booleans are 0 or 1, JSON is text and
 * dates are ISO text: SQLite and PostgreSQL read them alike.
 */
export interface Schema extends SeedTables, AccountTables, IncidentTables, ImportTables, AuditTables, ReleaseTables {}
