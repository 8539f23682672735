import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { Settings } from './env.ts';
import { reasonOf, StartFault } from './fault.ts';

export interface TlsFiles {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** Certificate and key as one pair that works, or a StartFault with a line for each that does not. */
export function readTls({ certPath, keyPath }: NonNullable<Settings['tls']>): TlsFiles {
  const problems: string[] = [];
  const read = (name: string, path: string): Buffer | null => {
    try {
      return readFileSync(path);
    } catch (error) {
      problems.push(
        `${name}=${JSON.stringify(path)} cannot be read (${reasonOf(error)}): give the path of a PEM file.`,
      );
      return null;
    }
  };
  const [cert, key] = [read('TLS_CERT', certPath), read('TLS_KEY', keyPath)];
  if (cert === null || key === null) throw new StartFault(problems);
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    throw new StartFault(
      `TLS_CERT=${JSON.stringify(certPath)} and TLS_KEY=${JSON.stringify(keyPath)} are no pair (${reasonOf(error)}): ` +
        'both must be PEM, and the key must be the one the certificate was made for.',
    );
  }
  return { cert, key };
}
