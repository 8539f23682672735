import type { Kysely, Transaction } from 'kysely';
import * as z from 'zod/mini';
import { incidentSchema } from '../../domain/incident.ts';
import { DamagedStore, readStored } from './damaged-store.ts';
import { fromEvidenceRow, toEvidenceRow } from './evidence-row.ts';
import { ping } from './migrations.ts';
import { areaSchema, geometrySchema, methodSchema, propertiesSchema } from './record-schema.ts';
import type { Schema } from './schema.ts';
import { sqlAccountStore } from './sql-account-store.ts';
import { sqlAuditStore } from './sql-audit-store.ts';
import { sqlImportStore } from './sql-import-store.ts';
import { sqlIncidentStore } from './sql-incident-store.ts';
import { sqlReleaseStore } from './sql-release-store.ts';
import { sqlSettingStore } from './sql-setting-store.ts';
import { emptyLog } from './sqlite-log.ts';
import { FEATURE_COLLECTIONS, type Seed, type Store } from './store.ts';
import { inTransaction } from './transaction.ts';

/** SQLite binds at most 32,766 values in one statement and PostgreSQL 65,535; the widest row here has 18. */
const ROWS_PER_INSERT = 500;

/** The order matters: rows that point to areas go before them. */
const SEEDED = ['dataset', 'document', 'training_incident', 'feature', 'population', 'evidence', 'area'] as const;

async function insert<T extends keyof Schema>(
  db: Transaction<Schema>,
  table: T,
  rows: readonly Schema[T][],
): Promise<void> {
  for (let i = 0; i < rows.length; i += ROWS_PER_INSERT) {
    const values = rows.slice(i, i + ROWS_PER_INSERT) as never;
    await db.insertInto(table).values(values).execute();
  }
}

async function replaceAll(db: Transaction<Schema>, seed: Seed): Promise<void> {
  for (const table of SEEDED) await db.deleteFrom(table).execute();
  const byDepth = [...seed.areas].sort((a, b) => a.code.length - b.code.length);
  await insert(
    db,
    'area',
    byDepth.map(({ code, name, level, parentCode, validFrom, validTo }) => ({
      code,
      name,
      level,
      parent_code: parentCode,
      valid_from: validFrom,
      valid_to: validTo,
    })),
  );
  await insert(db, 'evidence', seed.evidence.map(toEvidenceRow));
  await insert(
    db,
    'population',
    seed.population.map(({ code, period, year, population, statedTotal, source }, position) => ({
      code,
      period,
      position,
      year,
      population,
      stated_total: statedTotal,
      source,
    })),
  );
  for (const collection of FEATURE_COLLECTIONS) {
    await insert(
      db,
      'feature',
      seed.features[collection].map(({ fid, properties, geometry }, position) => ({
        collection,
        fid,
        position,
        properties: JSON.stringify(properties),
        geometry: geometry === null ? null : JSON.stringify(geometry),
      })),
    );
  }
  await insert(
    db,
    'document',
    Object.entries(seed.documents).map(([name, body]) => ({ name, body })),
  );
  await insert(
    db,
    'training_incident',
    seed.trainingIncidents.map((incident, position) => ({
      id: incident.id,
      position,
      record: JSON.stringify(incident),
    })),
  );
  await insert(
    db,
    'dataset',
    [...seed.datasets].map(([name, hash]) => ({ name, hash })),
  );
  const { id, hash, status, title, publishedAt, asOf, method } = seed.edition;
  await db.updateTable('edition').set({ is_current: 0 }).execute();
  const row = {
    id,
    hash,
    status,
    title,
    published_at: publishedAt,
    as_of: asOf,
    method: JSON.stringify(method),
    is_current: 1,
  };
  await db
    .insertInto('edition')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** The store over any database that Kysely speaks; everything that comes out is checked. The key as in `sqlIncidentStore`. */
export function sqlStore(db: Kysely<Schema>, fingerprintKey: string | null): Store {
  return {
    async datasetHashes() {
      const rows = await db.selectFrom('dataset').selectAll().execute();
      return new Map(rows.map(({ name, hash }) => [name, hash]));
    },
    reseed: (seed) => inTransaction(db, (transaction) => replaceAll(transaction, seed)),
    currentEdition: () =>
      readStored('edition', async () => {
        const row = await db.selectFrom('edition').selectAll().where('is_current', '=', 1).executeTakeFirst();
        if (row === undefined) {
          // What the build brought is noted, and the edition that came with it is gone.
          const brought = await db.selectFrom('dataset').select('name').limit(1).executeTakeFirst();
          if (brought !== undefined) throw new DamagedStore('its edition is gone');
          return null;
        }
        const { id, hash, status, title, published_at: publishedAt, as_of: asOf, method } = row;
        return { id, hash, status, title, publishedAt, asOf, method: methodSchema.parse(JSON.parse(method)) };
      }),
    areas: () =>
      readStored('areas', async () => {
        const rows = await db.selectFrom('area').selectAll().orderBy('code').execute();
        return rows.map(({ parent_code: parentCode, valid_from: validFrom, valid_to: validTo, ...rest }) =>
          areaSchema.parse({ ...rest, parentCode, validFrom, validTo }),
        );
      }),
    evidence: () =>
      readStored('evidence', async () => {
        const rows = await db.selectFrom('evidence').selectAll().orderBy('position').execute();
        return rows.map(fromEvidenceRow);
      }),
    population: () =>
      readStored('population', async () => {
        const rows = await db.selectFrom('population').selectAll().orderBy('position').execute();
        return rows.map(({ code, year, period, population, stated_total: statedTotal, source }) => ({
          code,
          year,
          period,
          population,
          statedTotal,
          source,
        }));
      }),
    features: (collection) =>
      readStored(collection, async () => {
        const rows = await db
          .selectFrom('feature')
          .select(['fid', 'properties', 'geometry'])
          .where('collection', '=', collection)
          .orderBy('position')
          .execute();
        return rows.map(({ fid, properties, geometry }) => ({
          fid,
          properties: propertiesSchema.parse(JSON.parse(properties)),
          geometry: geometry === null ? null : geometrySchema.parse(JSON.parse(geometry)),
        }));
      }),
    document: (name) =>
      readStored(name, async () => {
        const row = await db.selectFrom('document').select('body').where('name', '=', name).executeTakeFirstOrThrow();
        return row.body;
      }),
    trainingIncidents: () =>
      readStored('training set', async () => {
        const rows = await db.selectFrom('training_incident').select('record').orderBy('position').execute();
        return z.array(incidentSchema).parse(rows.map(({ record }) => JSON.parse(record)));
      }),
    incidents: sqlIncidentStore(db, fingerprintKey),
    imports: sqlImportStore(db),
    audit: sqlAuditStore(db),
    settings: sqlSettingStore(db),
    releases: sqlReleaseStore(db),
    accounts: sqlAccountStore(db),
    emptyLog: () => emptyLog(db),
    ping: () => ping(db),
    close: () => db.destroy(),
  };
}
