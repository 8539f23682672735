import { afterEach, describe } from 'vitest';
import { accountContract } from './account-contract.ts';
import { auditContract } from './audit-contract.ts';
import { BACK_ENDS, type OpenDb } from './back-end.ts';
import { importContract } from './import-contract.ts';
import { incidentContract } from './incident-contract.ts';
import { membershipContract } from './membership-contract.ts';
import { releaseContract } from './release-contract.ts';
import { seedContract } from './seed-contract.ts';
import { sentContract } from './sent-contract.ts';
import { settingContract } from './setting-contract.ts';
import { transactionContract } from './transaction-contract.ts';

const CONTRACTS: readonly ((openDb: OpenDb) => void)[] = [
  seedContract,
  transactionContract,
  auditContract,
  accountContract,
  membershipContract,
  incidentContract,
  sentContract,
  importContract,
  settingContract,
  releaseContract,
];

/** What every store must do, the same on both. */
for (const { name, openDb, clean } of BACK_ENDS) {
  describe.skipIf(openDb === null)(`a store on ${name}`, () => {
    afterEach(clean);
    for (const contract of CONTRACTS) contract(openDb ?? (() => Promise.reject(new Error('not run'))));
  });
}
