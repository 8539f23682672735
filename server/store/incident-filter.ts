import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { PLATFORMS } from '../../domain/incident.ts';
import { monthNumber } from '../../domain/incident-month.ts';
import { bitsOf } from '../../domain/incident-set.ts';
import type { IncidentFilter } from './contract/incident-store.ts';
import type { Schema } from './schema.ts';

type Filtered = 'incident' | 'incident_place';

/** Months, source, stage and platform, over columns that both tables have. */
export function filterConditions<T extends Filtered>(
  given: ExpressionBuilder<Schema, T>,
  { source, platform, stage, fromMonth, toMonth }: IncidentFilter,
): Expression<SqlBool>[] {
  const eb = given as ExpressionBuilder<Schema, Filtered>;
  const conditions: Expression<SqlBool>[] = [];
  if (fromMonth !== null) conditions.push(eb('month', '>=', monthNumber(fromMonth)));
  if (toMonth !== null) conditions.push(eb('month', '<=', monthNumber(toMonth)));
  if (source !== null) conditions.push(eb('source', '=', source));
  if (stage !== null) conditions.push(eb('stage', '=', stage));
  if (platform !== null) conditions.push(sql<SqlBool>`(platforms & ${bitsOf(PLATFORMS, [platform])}) <> 0`);
  return conditions;
}
