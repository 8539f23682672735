import { reasonOf, StartFault } from '../fault.ts';

const WHERE = 'the database of DATABASE_URL';

const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [
    /^(ECONN\w+|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|57P03)$/,
    'does not answer: start it, or mend the address',
  ],
  [/^(28P01|28000)$/, 'lets this user not in: mend user and password, or pg_hba.conf'],
  [/^3D000$/, 'is not there: make it with createdb'],
  [/^42501$/, 'gives this user too few rights: it must own its schema'],
  [/^(42P01|42703)$/, 'lacks tables or columns of Petarawan: start the server once, or restore a dump'],
  [/^53300$/, 'has no connection left: raise max_connections'],
  [/^53100$/, 'has no room left on its disk: make room'],
  [/^25006$/, 'is read-only: name the primary, not a standby'],
];

/** What PostgreSQL says, or the network before it, as one line; null for what is a bug of the program. No password. */
export function postgresFault(error: unknown): StartFault | null {
  const code = reasonOf(error);
  const known = MEANINGS.find(([pattern]) => pattern.test(code));
  if (known !== undefined) return new StartFault(`${WHERE} ${known[1]} (${code}).`);
  const message = error instanceof Error ? error.message : '';
  if (/timeout exceeded when trying to connect|Connection terminated|SASL|password must be/.test(message)) {
    return new StartFault(`${WHERE} does not let us in or does not answer (${message.split('\n')[0]}).`);
  }
  return null;
}
