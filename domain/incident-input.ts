import * as z from 'zod/mini';
import {
  ACTS,
  CHILD_INVOLVED,
  INCIDENT_SOURCES,
  MEANS,
  PLACE_PRECISIONS,
  PLACE_ROLES,
  PLATFORMS,
  PURPOSES,
  STAGES,
  SUSPECT_COUNTS,
  VICTIM_COUNTS,
} from './incident.ts';

/** As the police write it, for example `LP/B/123/XI/2025`; longer forms name the unit after it. Hashed on arrival. */
export const LP_NUMBER = /^LP\/[AB]?\/?\d{1,6}\/[IVX]{1,4}\/(19|20)\d{2}(\/[A-Z .-]{2,40}){0,5}$/i;

/** A set of codes: each at most once; kept in the order of the codes whatever the sender's. */
function setOf<const T extends readonly [string, ...string[]]>(codes: T) {
  return z.array(z.enum(codes)).check(
    z.refine((given) => new Set<string>(given).size === given.length),
    z.overwrite((given) => [...given].sort((a, b) => codes.indexOf(a) - codes.indexOf(b))),
  );
}

/** Most places of one incident: positions are four bits of the key. */
export const MAX_PLACES = 8;

export const placeInputSchema = z
  .strictObject({
    role: z.enum(PLACE_ROLES),
    precision: z.enum(PLACE_PRECISIONS),
    /** Needed for kelurahan and kecamatan; found from the point by the server; the city for kota; null online. */
    areaCode: z.nullable(z.string().check(z.regex(/^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/))),
    /** Longitude, latitude (WGS 84, degrees); with precision `point` and no other. */
    point: z.nullable(
      z.tuple([z.number().check(z.minimum(-180), z.maximum(180)), z.number().check(z.minimum(-90), z.maximum(90))]),
    ),
  })
  .check(
    z.refine((place) => (place.precision === 'point') === (place.point !== null), { path: ['point'] }),
    z.refine(({ precision, areaCode }) => !['kelurahan', 'kecamatan'].includes(precision) || areaCode !== null, {
      path: ['areaCode'],
    }),
  );

/**
 * One case event as the form and the import hand it over. Strict: a field that is not here is refused, so nothing
 * about a person can ride along. The LP number is hashed by the server and dropped.
 */
export const incidentInputSchema = z.strictObject({
  month: z.string().check(z.regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)),
  day: z.nullable(z.int().check(z.minimum(1), z.maximum(31))),
  /** Any element may be empty: what is not known yet is stored as such, and the form says what is missing. */
  acts: setOf(ACTS),
  means: setOf(MEANS),
  purposes: setOf(PURPOSES),
  source: z.enum(INCIDENT_SOURCES),
  stage: z.enum(STAGES),
  platforms: setOf(PLATFORMS),
  places: z.array(placeInputSchema).check(z.minLength(1), z.maxLength(MAX_PLACES)),
  victims: z.enum(VICTIM_COUNTS),
  suspects: z.enum(SUSPECT_COUNTS),
  childInvolved: z.enum(CHILD_INVOLVED),
  lpNumber: z.nullable(z.string().check(z.maxLength(120), z.regex(LP_NUMBER))),
});

export type PlaceInput = Readonly<z.infer<typeof placeInputSchema>>;
export type IncidentInput = Readonly<z.infer<typeof incidentInputSchema>>;
