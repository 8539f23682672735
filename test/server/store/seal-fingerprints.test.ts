import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nthFingerprint } from '../../../server/importing/case-key.ts';
import { subKey } from '../../../server/secret.ts';
import { fingerprintOf } from '../../../server/store/incident-row.ts';
import { sealFingerprint, sealFingerprints } from '../../../server/store/seal-fingerprints.ts';
import { sqlIncidentStore } from '../../../server/store/sql-incident-store.ts';
import { FINGERPRINT_KEY } from '../fixture/fingerprint-key.ts';
import { csvOf, type ImportHouse, openImportHouse } from '../importing/house.ts';

const AT = new Date('2026-11-24T00:00:00Z');
const WRITE = {
  at: AT.toISOString(),
  audit: { userId: 'u', role: 'satgas', action: 'incident_created', subject: null, detail: {}, ip: null },
} as const;

let house: ImportHouse;
beforeEach(async () => {
  house = await openImportHouse();
});
afterEach(() => house.close());

const fingerprints = async () =>
  (await house.db.selectFrom('incident').select('fingerprint').orderBy('seq').execute()).map((row) => row.fingerprint);

async function firstIncident() {
  const one = await house.store.incidents.get('1');
  if (one === null) throw new Error('nothing was brought');
  return one.incident;
}

describe('sealed fingerprints', () => {
  it('differ by the secret and fit the column', () => {
    const [one = '', other] = [1, 2].map((byte) => subKey(Buffer.alloc(32, byte), 'fingerprint').toString('base64'));
    expect(sealFingerprint(5, one)).not.toBe(sealFingerprint(5, other ?? ''));
    expect(sealFingerprint(5, one)).toBe(sealFingerprint(5, one));
    expect(sealFingerprint(2 ** 48 - 1, one)).toBeLessThan(2 ** 48);
  });

  it('of the server and of the import are the same: a case that was typed is not brought again', async () => {
    const file = csvOf([{}]);
    await house.bring(file);
    const incident = await firstIncident();
    const brought = await fingerprints();
    await house.db.deleteFrom('incident_place').execute();
    await house.db.deleteFrom('incident').execute();
    await house.store.incidents.create(incident, WRITE);
    expect(await fingerprints()).toEqual(brought);
    expect(await house.bring(file)).toMatchObject({ written: 0, same: 1 });
  });

  it('seal once what an earlier program stored without a key, so that the same file still brings nothing', async () => {
    const file = csvOf([{}, {}]);
    expect(await house.bring(file)).toMatchObject({ written: 2 });
    const bare = fingerprintOf(await firstIncident());
    for (const [n, seq] of [1, 2].entries()) {
      const fingerprint = nthFingerprint(bare, n);
      await house.db.updateTable('incident').set({ fingerprint }).where('seq', '=', seq).execute();
    }
    await sealFingerprints(house.db, FINGERPRINT_KEY, AT);
    expect(await house.bring(file)).toMatchObject({ written: 0, same: 2 });
    const sealed = await fingerprints();
    await sealFingerprints(house.db, FINGERPRINT_KEY, AT);
    expect(await fingerprints()).toEqual(sealed);
  });

  it('are needed by whoever writes a case', async () => {
    await house.bring(csvOf([{}]));
    const incident = await firstIncident();
    await expect(sqlIncidentStore(house.db, null).create(incident, WRITE)).rejects.toThrow(/without the key/);
  });
});
