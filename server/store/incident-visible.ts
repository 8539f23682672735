import { type RawBuilder, sql } from 'kysely';

/** Written one by one, or of an import that was made visible. */
export function visible(column: 'import_seq' | 'incident.import_seq'): RawBuilder<boolean> {
  const seq = sql.ref(column);
  return sql<boolean>`(${seq} = 0 or ${seq} in (select seq from ${sql.table('import')} where state = 'visible'))`;
}
