import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEFAULT_RETENTION } from '../../domain/retention.ts';
import type { Settings } from '../env.ts';
import { StartFault } from '../fault.ts';
import { DATABASE_FILE } from '../store/database-file.ts';
import { connect, type StoreAddress } from '../store/open.ts';
import { sqlStore } from '../store/sql-store.ts';
import type { Store } from '../store/store.ts';
import { noteAnchor, readAnchors } from './audit-anchors.ts';
import { makeBackup } from './backup.ts';
import { countPurge, runPurge } from './purge.ts';
import { restoreBackup } from './restore.ts';
import type { TableCounts } from './sqlite-file.ts';

export interface CommandInput {
  readonly settings: Settings;
  readonly args: readonly string[];
  readonly now: () => Date;
  readonly print: (line: string) => void;
}

/** 0 done, 1 refused or not whole, 2 not for this store. */
type ExitCode = 0 | 1 | 2;

/** Whoever has a shell on the machine, in the audit log. */
const OPERATOR = { userId: null, role: 'admin', ip: null } as const;

const USAGE: ReadonlyMap<string, string> = new Map([
  ['backup', 'npm run backup -- FILE'],
  ['restore', 'npm run restore -- FILE'],
  ['audit:verify', 'npm run audit:verify'],
  ['purge', 'npm run purge -- [--yes]'],
]);

function listed(tables: TableCounts): string {
  return Object.entries(tables)
    .filter(([, rows]) => rows > 0)
    .map(([name, rows]) => `${name} ${rows}`)
    .join(', ');
}

/** The store as a running server may be using it: nothing is made and nothing is brought up to date. */
async function withStore<T>(address: StoreAddress, act: (store: Store) => Promise<T>): Promise<T> {
  if (address.databaseUrl === null && !existsSync(join(address.dataDir, DATABASE_FILE))) {
    throw new StartFault(`${join(address.dataDir, DATABASE_FILE)} is not there: start the server once.`);
  }
  const store = sqlStore(connect(address), null);
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}

async function backup({ settings, args, now, print }: CommandInput): Promise<ExitCode> {
  const { dataDir } = settings;
  const report = await makeBackup(join(dataDir, DATABASE_FILE), resolve(args[0] ?? ''));
  await withStore(settings, async (store) => {
    const detail = { by: 'command', bytes: report.bytes };
    await store.audit.append({ ...OPERATOR, action: 'backup_made', subject: null, detail });
    noteAnchor(dataDir, await store.audit.head(), now());
  });
  print(`${report.path}: ${report.bytes} bytes, whole, tables of version ${report.version}`);
  print(`rows: ${listed(report.tables)}`);
  print(`The secret is not in it: keep ${join(dataDir, 'secret.key')} (or the setting SECRET) in another safe place.`);
  return 0;
}

async function restore({ settings, args, now, print }: CommandInput): Promise<ExitCode> {
  const report = await restoreBackup(settings.dataDir, resolve(args[0] ?? ''), now());
  print(`${join(settings.dataDir, DATABASE_FILE)} is restored, tables of version ${report.version}`);
  print(`rows: ${listed(report.tables)}`);
  if (report.aside !== null) print(`The old one is kept: ${report.aside}`);
  return 0;
}

async function verifyAudit({ settings, print }: CommandInput): Promise<ExitCode> {
  const anchors = readAnchors(settings.dataDir);
  const verdict = await withStore(settings, (store) => store.audit.verify(anchors));
  if (verdict.ok) {
    print(`audit log: ${verdict.rows} rows, whole; ${anchors.length} ends noted earlier agree; last ${verdict.hash}`);
    return 0;
  }
  const what = {
    changed: 'is not what was written there',
    missing: 'is missing, or not in its place',
    end: 'is where the log ends, and it was longer or ended otherwise',
  }[verdict.reason];
  print(`audit log: BROKEN: row ${verdict.brokenAt} ${what}`);
  return 1;
}

async function purge({ settings, args, now, print }: CommandInput): Promise<ExitCode> {
  return withStore<ExitCode>(settings, async (store) => {
    const fallback = { ...DEFAULT_RETENTION, addressDays: settings.auditIpDays };
    const retention = (await store.settings.retention()) ?? fallback;
    const { closedMonths, deletedDays, addressDays } = retention;
    const closed = closedMonths === null ? 'kept for ever' : `${closedMonths} months`;
    print(`retention: closed incidents ${closed}, deleted ones ${deletedDays} days, addresses ${addressDays} days`);
    const yes = args[0] === '--yes';
    const counts = yes ? await runPurge(store, retention, now(), OPERATOR) : await countPurge(store, retention, now());
    print(`${yes ? 'purged' : 'would purge'}: ${counts.incidents} incidents, ${counts.addresses} addresses`);
    if (!yes) print('Nothing was taken. To take them for good: npm run purge -- --yes');
    return 0;
  });
}

const COMMANDS: ReadonlyMap<string, (input: CommandInput) => Promise<ExitCode>> = new Map([
  ['backup', backup],
  ['restore', restore],
  ['audit:verify', verifyAudit],
  ['purge', purge],
]);

function takes(name: string, args: readonly string[]): boolean {
  if (name === 'backup' || name === 'restore') return args.length === 1 && args[0] !== '' && !args[0]?.startsWith('-');
  return args.length === 0 || (name === 'purge' && args.length === 1 && args[0] === '--yes');
}

/** Runs one of the commands. Throws a StartFault for whatever the operator can mend. */
export async function runCommand(name: string, input: CommandInput): Promise<ExitCode> {
  const command = COMMANDS.get(name);
  if (command === undefined || !takes(name, input.args)) {
    throw new StartFault(`usage: ${USAGE.get(name) ?? [...USAGE.values()].join(' | ')}`);
  }
  if (input.settings.databaseUrl !== null && (name === 'backup' || name === 'restore')) {
    const instead = name === 'backup' ? 'pg_dump' : 'pg_restore';
    input.print(`The store is PostgreSQL (DATABASE_URL): use ${instead} (docs/operate.md). Nothing was done.`);
    return 2;
  }
  return command(input);
}
