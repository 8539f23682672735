import { isIP } from 'node:net';
import * as z from 'zod/mini';
import { parseBaseUrl } from './base-url.ts';
import { parseContact } from './contact.ts';
import { isSecret } from './secret.ts';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

const HOST_NAME = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;

/** What each setting takes, in the words that the terminal prints when a value is not that. */
export const EXPECTED = {
  HOST: 'an IP address or host name, for example 127.0.0.1 or 0.0.0.0',
  PORT: 'a whole number from 1 to 65535, for example 8787',
  DATA_DIR: 'a folder that may be written, for example ./data',
  BASE_URL: 'the http(s) address that people open, without a path, for example https://peta.example.go.id',
  TRUSTED_PROXY: 'IP addresses or CIDR ranges separated by commas, for example 10.0.0.1,192.168.0.0/16',
  TLS_CERT: 'the path of a PEM file, together with TLS_KEY',
  TLS_KEY: 'the path of a PEM file, together with TLS_CERT',
  SECRET: '64 hexadecimal digits, as `openssl rand -hex 32` prints',
  SESSION_IDLE_MINUTES: 'a whole number of minutes from 5 to 720, for example 60',
  SESSION_MAX_HOURS: 'a whole number of hours from 1 to 72, for example 12',
  OIDC_ISSUER: 'the https address of the provider, together with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET',
  OIDC_CLIENT_ID: 'a text, together with OIDC_ISSUER and OIDC_CLIENT_SECRET',
  OIDC_CLIENT_SECRET: 'a text, together with OIDC_ISSUER and OIDC_CLIENT_ID',
  CONTACT: 'an e-mail address, tel:+62… with 7 digits or more, or an https:// address',
  LOG_LEVEL: `one of ${LOG_LEVELS.join(', ')}`,
  DATABASE_URL: 'the address of a PostgreSQL database, for example postgres://petarawan@db.example.go.id/petarawan',
  AUDIT_IP_DAYS: 'a whole number of days from 1 to 3650',
  BACKUP_KEEP: 'how many daily backups are kept, 0 (none is made) to 999',
  BACKUP_TIME: 'a time of day as HH:MM, for example 02:30',
} as const;

export type SettingName = keyof typeof EXPECTED;
export const SETTING_NAMES = Object.keys(EXPECTED) as readonly SettingName[];

function text(accepts: (value: string) => boolean) {
  return z.string().check(z.refine(accepts));
}

/** Plain http only for a provider on this machine, as in a test. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, search, hash } = new URL(value);
  const local = protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost');
  return (protocol === 'https:' || local) && search === '' && hash === '';
}

function isPort(value: string): boolean {
  return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535;
}

/** One address, or an address with a prefix length that its family allows. */
function isNetwork(value: string): boolean {
  const [address, prefix, ...rest] = value.split('/');
  const family = isIP(address ?? '');
  if (family === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128);
}

function listOf(value: string): readonly string[] {
  return value.split(/[\s,]+/).filter((part) => part !== '');
}

function isWholeFrom(low: number, high: number): (value: string) => boolean {
  return (value) => /^\d{1,6}$/.test(value) && Number(value) >= low && Number(value) <= high;
}

function isPostgres(value: string): boolean {
  return /^postgres(ql)?:\/\//.test(value) && URL.canParse(value) && new URL(value).pathname.length > 1;
}

const environmentSchema = z.object({
  HOST: z._default(
    text((value) => isIP(value) !== 0 || HOST_NAME.test(value)),
    '127.0.0.1',
  ),
  PORT: z._default(text(isPort), '8787'),
  DATA_DIR: z._default(
    text((value) => value.trim() !== '' && !value.includes('\0')),
    './data',
  ),
  BASE_URL: z.optional(text((value) => parseBaseUrl(value) !== null)),
  TRUSTED_PROXY: z._default(
    text((value) => listOf(value).length > 0 && listOf(value).every(isNetwork)),
    '',
  ),
  TLS_CERT: z.optional(z.string()),
  TLS_KEY: z.optional(z.string()),
  SECRET: z.optional(text(isSecret)),
  SESSION_IDLE_MINUTES: z._default(text(isWholeFrom(5, 720)), '60'),
  SESSION_MAX_HOURS: z._default(text(isWholeFrom(1, 72)), '12'),
  OIDC_ISSUER: z.optional(text(isIssuer)),
  OIDC_CLIENT_ID: z.optional(z.string()),
  OIDC_CLIENT_SECRET: z.optional(z.string()),
  CONTACT: z.optional(text((value) => parseContact(value) !== null)),
  LOG_LEVEL: z._default(z.enum(LOG_LEVELS), 'info'),
  DATABASE_URL: z.optional(text(isPostgres)),
  AUDIT_IP_DAYS: z._default(text(isWholeFrom(1, 3650)), '30'),
  BACKUP_KEEP: z._default(text(isWholeFrom(0, 999)), '14'),
  BACKUP_TIME: z._default(
    text((value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value)),
    '02:30',
  ),
});

export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Without a slash at the end; every link that the server writes begins with it. */
  readonly baseUrl: string;
  /** Addresses and CIDR ranges whose forwarded headers may be believed. */
  readonly trustedProxies: readonly string[];
  readonly tls: { readonly certPath: string; readonly keyPath: string } | null;
  /** Null: the one kept in DATA_DIR. */
  readonly secret: string | null;
  readonly sessionLimits: { readonly idleMinutes: number; readonly maxHours: number };
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
  readonly contact: ReturnType<typeof parseContact>;
  readonly logLevel: LogLevel;
  /** PostgreSQL instead of a file below `dataDir`. */
  readonly databaseUrl: string | null;
  /** How long the audit log keeps addresses of clients, until an admin decides otherwise. */
  readonly auditIpDays: number;
  /** Daily backups kept; 0 = none is made. */
  readonly backupKeep: number;
  /** `HH:MM` of the machine's own clock: when the daily backup and purge are due. */
  readonly backupTime: string;
}

export type SettingsResult =
  | { readonly settings: Settings; readonly problems?: never }
  | { readonly settings?: never; readonly problems: readonly string[] };

/** An address that listens everywhere is no address to open; the machine's own is. */
function defaultBaseUrl(host: string, port: string, scheme: 'http' | 'https'): string {
  const open = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `${scheme}://${isIP(open) === 6 ? `[${open}]` : open}:${port}`;
}

/**
 * Settings from the environment. An empty value counts as not set. All problems come together, one line each:
 * the setting, the value, what it takes.
 */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): SettingsResult {
  const given = Object.fromEntries(
    SETTING_NAMES.map((name) => [name, environment[name]]).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = z.safeParse(environmentSchema, given);
  const problems = (parsed.error?.issues ?? []).map((issue) => {
    const name = issue.path[0] as SettingName;
    // A secret is no text for a terminal.
    const value = name === 'SECRET' || name === 'DATABASE_URL' ? '' : `=${JSON.stringify(given[name])}`;
    return `${name}${value} is not valid: it takes ${EXPECTED[name]}.`;
  });
  for (const [set, missing] of [
    ['TLS_CERT', 'TLS_KEY'],
    ['TLS_KEY', 'TLS_CERT'],
  ] as const) {
    if (given[set] !== undefined && given[missing] === undefined) {
      problems.push(`${set} is set but ${missing} is not: set both for HTTPS, or neither.`);
    }
  }
  const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  const oidcMissing = oidcNames.filter((name) => given[name] === undefined);
  if (oidcMissing.length > 0 && oidcMissing.length < oidcNames.length) {
    problems.push(`${oidcMissing.join(' and ')} must be set as well: sign-in by a provider takes all three, or none.`);
  }
  if (parsed.data === undefined || problems.length > 0) return { problems };
  const { HOST, PORT, TLS_CERT, TLS_KEY, BASE_URL, CONTACT } = parsed.data;
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = parsed.data;
  const tls = TLS_CERT !== undefined && TLS_KEY !== undefined ? { certPath: TLS_CERT, keyPath: TLS_KEY } : null;
  return {
    settings: {
      host: HOST,
      port: Number(PORT),
      dataDir: parsed.data.DATA_DIR,
      baseUrl: parseBaseUrl(BASE_URL ?? '') ?? defaultBaseUrl(HOST, PORT, tls ? 'https' : 'http'),
      trustedProxies: listOf(parsed.data.TRUSTED_PROXY),
      tls,
      secret: parsed.data.SECRET ?? null,
      sessionLimits: {
        idleMinutes: Number(parsed.data.SESSION_IDLE_MINUTES),
        maxHours: Number(parsed.data.SESSION_MAX_HOURS),
      },
      oidc:
        OIDC_ISSUER !== undefined && OIDC_CLIENT_ID !== undefined && OIDC_CLIENT_SECRET !== undefined
          ? { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET }
          : null,
      contact: parseContact(CONTACT ?? ''),
      logLevel: parsed.data.LOG_LEVEL,
      databaseUrl: parsed.data.DATABASE_URL ?? null,
      auditIpDays: Number(parsed.data.AUDIT_IP_DAYS),
      backupKeep: Number(parsed.data.BACKUP_KEEP),
      backupTime: parsed.data.BACKUP_TIME,
    },
  };
}
