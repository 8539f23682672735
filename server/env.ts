import { isIP } from 'node:net';
import * as z from 'zod/mini';
import { parseBaseUrl } from './base-url.ts';
import { parseContact } from './contact.ts';

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
  CONTACT: 'an e-mail address, tel:+62… with 7 digits or more, or an https:// address',
  LOG_LEVEL: `one of ${LOG_LEVELS.join(', ')}`,
} as const;

export type SettingName = keyof typeof EXPECTED;
export const SETTING_NAMES = Object.keys(EXPECTED) as readonly SettingName[];

function text(accepts: (value: string) => boolean) {
  return z.string().check(z.refine(accepts));
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
  CONTACT: z.optional(text((value) => parseContact(value) !== null)),
  LOG_LEVEL: z._default(z.enum(LOG_LEVELS), 'info'),
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
  readonly contact: ReturnType<typeof parseContact>;
  readonly logLevel: LogLevel;
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
    return `${name}=${JSON.stringify(given[name])} is not valid: it takes ${EXPECTED[name]}.`;
  });
  for (const [set, missing] of [
    ['TLS_CERT', 'TLS_KEY'],
    ['TLS_KEY', 'TLS_CERT'],
  ] as const) {
    if (given[set] !== undefined && given[missing] === undefined) {
      problems.push(`${set} is set but ${missing} is not: set both for HTTPS, or neither.`);
    }
  }
  if (parsed.data === undefined || problems.length > 0) return { problems };
  const { HOST, PORT, TLS_CERT, TLS_KEY, BASE_URL, CONTACT } = parsed.data;
  const tls = TLS_CERT !== undefined && TLS_KEY !== undefined ? { certPath: TLS_CERT, keyPath: TLS_KEY } : null;
  return {
    settings: {
      host: HOST,
      port: Number(PORT),
      dataDir: parsed.data.DATA_DIR,
      baseUrl: parseBaseUrl(BASE_URL ?? '') ?? defaultBaseUrl(HOST, PORT, tls ? 'https' : 'http'),
      trustedProxies: listOf(parsed.data.TRUSTED_PROXY),
      tls,
      contact: parseContact(CONTACT ?? ''),
      logLevel: parsed.data.LOG_LEVEL,
    },
  };
}
