import type { Kysely } from 'kysely';
import type { LocatableArea } from '../../domain/geometry/locator.ts';
import { makeLocator } from '../../domain/geometry/locator.ts';
import type { ImportField } from '../../domain/import-field.ts';
import { makeIntake } from '../services/incident-intake.ts';
import { connect } from '../store/open.ts';
import type { Schema } from '../store/schema.ts';
import { sqlStore } from '../store/sql-store.ts';
import type { ImportPlace } from './import-job.ts';
import { makeRowReader, type ReadRow } from './row-reader.ts';

export interface ImportContext {
  readonly db: Kysely<Schema>;
  /** A reader of rows whose columns are `fields`, for one pass over a file. */
  readonly rowReader: (fields: readonly (ImportField | null)[]) => ReadRow;
  readonly close: () => Promise<void>;
}

/** A connection of its own and what reading rows takes. */
export function openImportContext({ address, lpKey }: ImportPlace): Promise<ImportContext> {
  return importContext(connect(address), lpKey);
}

/** What reading rows takes, over a connection: areas, boundaries, the key of LP numbers (base64). */
export async function importContext(db: Kysely<Schema>, lpKey: string): Promise<ImportContext> {
  const store = sqlStore(db, null);
  const [areas, features] = await Promise.all([store.areas(), store.features('kelurahan')]);
  const locatable = features.flatMap(({ fid, geometry }): LocatableArea[] => {
    if (geometry?.type === 'MultiPolygon') return [{ code: fid, geometry }];
    return geometry?.type === 'Polygon' ? [{ code: fid, geometry: { ...geometry, type: 'Polygon' } }] : [];
  });
  const locate = makeLocator(locatable);
  const intake = makeIntake({ locate, lpKey: Buffer.from(lpKey, 'base64'), areas, now: () => new Date() });
  return {
    db,
    rowReader: (fields) => makeRowReader({ fields, areas, intake }),
    close: () => db.destroy(),
  };
}
