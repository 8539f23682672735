import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { APART_STAGES } from '../../domain/incident.ts';
import type { MapFilter } from './contract/incident-store.ts';
import { filterConditions } from './incident-filter.ts';
import { visible } from './incident-visible.ts';
import type { Schema } from './schema.ts';

/**
 * What a map may show of the places of one role, by columns of the index `incident_place_cell` only. Vice raids and
 * cases found not to be TPPO only when their stage is asked for.
 */
export function mapConditions(
  eb: ExpressionBuilder<Schema, 'incident_place'>,
  filter: MapFilter,
): Expression<SqlBool>[] {
  const conditions = [...filterConditions(eb, filter), eb('hidden', '=', 0), sql<SqlBool>`${visible('import_seq')}`];
  if (filter.stage === null) conditions.push(eb('stage', 'not in', [...APART_STAGES]));
  return conditions;
}
