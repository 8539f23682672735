import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf, StartFault } from './fault.ts';
import { makeFolder } from './store/make-folder.ts';

/** What keys are made for; each has its own, so none of them says anything of another. */
export type KeyLabel = 'auth' | 'fingerprint' | 'header' | 'lp' | 'patrol' | 'throttle';

const SECRET_BYTES = 32;
/** Name of the kept secret below DATA_DIR. */
export const SECRET_FILE = 'secret.key';

/** 64 hexadecimal digits, as `openssl rand -hex 32` prints. */
export function isSecret(value: string): boolean {
  return /^[0-9a-f]{64}$/i.test(value);
}

/**
 * The server's secret: the setting SECRET, or 32 random bytes that the first start keeps in DATA_DIR/secret.key,
 * readable by its user alone. Throws a StartFault when the file cannot be read or made, or holds something else.
 */
export function loadSecret(dataDir: string, setting: string | null): Buffer {
  if (setting !== null) return Buffer.from(setting, 'hex');
  const path = join(dataDir, SECRET_FILE);
  try {
    // `wx`: of two first starts at once one writes, the other reads what was written.
    if (!existsSync(path)) {
      makeFolder(dataDir);
      writeFileSync(path, `${randomBytes(SECRET_BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    }
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST') {
      throw new StartFault(`${path} cannot be made (${reasonOf(error)}): give DATA_DIR to the user of the service.`);
    }
  }
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new StartFault(`${path} cannot be read (${reasonOf(error)}): give the file to the user of the service.`);
  }
  if (!isSecret(text)) {
    throw new StartFault(`${path} is damaged: restore it from a backup (without it no code of a second factor works).`);
  }
  return Buffer.from(text, 'hex');
}

/** 32 bytes for one purpose (HKDF-SHA-256, RFC 5869). */
export function subKey(secret: Uint8Array, label: KeyLabel): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `petarawan ${label}`, SECRET_BYTES));
}
