import * as z from 'zod/mini';

/** How long what is kept; an admin decides. Strict: a field that is not here is refused. */
export const retentionSchema = z.strictObject({
  /** Months after its own month until a closed incident goes for good; null = never. */
  closedMonths: z.nullable(z.int().check(z.minimum(1), z.maximum(600))),
  /** Days between deleting an incident and taking it for good. */
  deletedDays: z.int().check(z.minimum(1), z.maximum(3650)),
  /** Days that the audit log keeps the address of a client. */
  addressDays: z.int().check(z.minimum(1), z.maximum(3650)),
});
export type Retention = Readonly<z.infer<typeof retentionSchema>>;

/** Until an admin decides: closed incidents stay. */
export const DEFAULT_RETENTION: Retention = { closedMonths: null, deletedDays: 30, addressDays: 30 };
