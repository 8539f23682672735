import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGeodata } from '../../../server/geodata-files.ts';
import { seedStore } from '../../../server/services/seed.ts';
import { sqlStore } from '../../../server/store/sql-store.ts';
import { FINGERPRINT_KEY } from '../fixture/fingerprint-key.ts';
import { fixtureFiles, temporaryFolder, writeGeodata } from '../fixture/geodata.ts';
import type { OpenDb } from './back-end.ts';

export function seedContract(openDb: OpenDb): void {
  describe('what the geodata build knows', () => {
    let folder: ReturnType<typeof temporaryFolder>;
    let geodata: string;
    beforeEach(() => {
      folder = temporaryFolder();
      geodata = join(folder.path, 'geodata');
      writeGeodata(geodata);
    });
    afterEach(() => folder.remove());
    const seeded = async () => {
      const store = sqlStore(await openDb(), FINGERPRINT_KEY);
      await seedStore(store, openGeodata(geodata));
      return store;
    };

    it('comes out as the files say, in their order', async () => {
      const store = await seeded();
      const files = fixtureFiles();
      expect(await store.evidence()).toEqual(files.get('evidence.json'));
      expect((await store.areas()).map(({ code }) => code)).toEqual([
        '99.01',
        '99.01.01',
        '99.01.01.1001',
        '99.01.01.1002',
        '99.01.02',
        '99.01.02.1001',
      ]);
      expect((await store.features('places')).map(({ fid }) => fid)).toEqual(
        Array.from({ length: 25 }, (_, i) => `place-${i + 1}`),
      );
      expect(JSON.parse(await store.document('coast'))).toEqual(files.get('coast.geojson'));
      expect((await store.trainingIncidents()).map(({ id }) => id)).toEqual(['T1', 'T2', 'T3']);
      expect(await store.currentEdition()).toMatchObject({ id: 'abcd1234', method: { version: 'v1' } });
      expect((await store.population())[0]).toMatchObject({ code: '99.01', year: 2024, population: 1000 });
    });

    it('is filled in once, and anew when a file changes', async () => {
      const store = await seeded();
      expect(await seedStore(store, openGeodata(geodata))).toBe(false);
      const files = fixtureFiles();
      files.set('evidence.json', (files.get('evidence.json') as readonly unknown[]).slice(0, 1) as never);
      writeGeodata(geodata, files);
      expect(await seedStore(store, openGeodata(geodata))).toBe(true);
      expect((await store.evidence()).map(({ id }) => id)).toEqual(['EV001']);
    });

    it('changes all or nothing: evidence about an unknown area leaves the store as it was', async () => {
      const store = await seeded();
      const before = [await store.datasetHashes(), await store.evidence(), await store.features('places')];
      const files = fixtureFiles();
      const rows = files.get('evidence.json') as readonly Record<string, unknown>[];
      files.set('evidence.json', [...rows, { ...rows[0], id: 'EV009', areaCode: '11.11.11' }]);
      writeGeodata(geodata, files);
      await expect(seedStore(store, openGeodata(geodata))).rejects.toThrow(/foreign key/i);
      expect([await store.datasetHashes(), await store.evidence(), await store.features('places')]).toEqual(before);
    });
  });
}
