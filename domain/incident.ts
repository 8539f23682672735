import * as z from 'zod/mini';

/** Elements of UU 21/2007 art. 1(1): act, means, purpose. */
export const ACTS = ['recruit', 'transport', 'harbour', 'send', 'transfer', 'receive'] as const;
export const MEANS = [
  'threat',
  'violence',
  'abduction',
  'confinement',
  'forgery',
  'deception',
  'abuse_of_power',
  'vulnerable_position',
  'debt_bondage',
  'payment_or_benefit',
] as const;
export const PURPOSES = ['sexual_exploitation', 'forced_labour', 'slavery', 'bride', 'organ', 'other'] as const;

/** LP model A is the police's own discovery, LP model B a report by the public (Perkap 6/2019 art. 3(5)). */
export const INCIDENT_SOURCES = ['lp_a', 'lp_b', 'referral', 'operation', 'media'] as const;
export const STAGES = ['suspected', 'lp', 'investigation', 'p21', 'verdict', 'not_tppo', 'vice_raid'] as const;
export const PLATFORMS = ['michat', 'instagram', 'whatsapp', 'telegram', 'facebook', 'other', 'unknown'] as const;
export const PLACE_ROLES = ['recruitment', 'transit', 'harbouring', 'exploitation', 'rescue', 'report'] as const;
export const PLACE_PRECISIONS = ['point', 'kelurahan', 'kecamatan', 'kota', 'online'] as const;
export const COUNT_BANDS = ['1', '2-4', '5-9', '10+'] as const;
/** Not knowing is an answer of its own, never a low number. A case without a victim is none; how many may be unknown. */
export const VICTIM_COUNTS = [...COUNT_BANDS, 'unknown'] as const;
/** `0`: nobody is a suspect yet. */
export const SUSPECT_COUNTS = ['0', ...COUNT_BANDS, 'unknown'] as const;
export const CHILD_INVOLVED = ['yes', 'no', 'unknown'] as const;

export type IncidentSource = (typeof INCIDENT_SOURCES)[number];
export type Stage = (typeof STAGES)[number];
export type PersonCount = (typeof SUSPECT_COUNTS)[number];
export type Platform = (typeof PLATFORMS)[number];
export type PlaceRole = (typeof PLACE_ROLES)[number];
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

export const incidentPlaceSchema = z.object({
  role: z.enum(PLACE_ROLES),
  precision: z.enum(PLACE_PRECISIONS),
  /** Smallest area known; null when online. */
  areaCode: z.nullable(z.string()),
  /** H3 index, resolution 8; only when precision is `point`. */
  h3: z.nullable(z.string()),
  /** Longitude, latitude (WGS 84, degrees); only when precision is `point`. */
  point: z.nullable(z.tuple([z.number(), z.number()])),
});

/** One case event. There is no field that could hold a person. */
export const incidentSchema = z.object({
  id: z.string(),
  /** True only for synthetic records. */
  training: z.boolean(),
  month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  /** Day of the month; for the Satgas only. */
  day: z.nullable(z.number()),
  /** An element without a code is not known, or for a record that is no TPPO case does not apply. */
  acts: z.array(z.enum(ACTS)),
  means: z.array(z.enum(MEANS)),
  purposes: z.array(z.enum(PURPOSES)),
  source: z.enum(INCIDENT_SOURCES),
  stage: z.enum(STAGES),
  platforms: z.array(z.enum(PLATFORMS)),
  places: z.array(incidentPlaceSchema).check(z.minLength(1)),
  victims: z.enum(VICTIM_COUNTS),
  suspects: z.enum(SUSPECT_COUNTS),
  childInvolved: z.enum(CHILD_INVOLVED),
  /** HMAC of the LP number with a server secret; never the number. */
  lpNumberHash: z.nullable(z.string()),
});

export type IncidentPlace = Readonly<z.infer<typeof incidentPlaceSchema>>;
export type Incident = Readonly<z.infer<typeof incidentSchema>>;

/** Not knowing counts as a child case (privacy). */
export function treatAsChildCase(incident: Pick<Incident, 'childInvolved'>): boolean {
  return incident.childInvolved !== 'no';
}

/** No cases of TPPO: kept, but counted as stages and as nothing else; no element is asked of them. */
export const APART_STAGES = ['vice_raid', 'not_tppo'] as const satisfies readonly Stage[];

export function isApart(stage: Stage | null): stage is (typeof APART_STAGES)[number] {
  return APART_STAGES.some((apart) => apart === stage);
}
