import * as z from 'zod/mini';
import {
  ACTS,
  CHILD_INVOLVED,
  INCIDENT_SOURCES,
  MEANS,
  PLACE_ROLES,
  PLATFORMS,
  PURPOSES,
  STAGES,
  SUSPECT_COUNTS,
  VICTIM_COUNTS,
} from '../../../domain/incident.ts';
import { MAX_PLACES } from '../../../domain/incident-input.ts';
import { PLACE_WAYS } from './form-values.ts';

const PREFIX = 'petarawan.incident-draft.';

/** A draft that nobody came back for is not kept for ever. */
const MAX_AGE_MS = 7 * 24 * 60 * 60 * 1000;

const areaCode = (pattern: RegExp) => z.string().check(z.regex(pattern));

/** Codes and numbers only: there is no string here that a person could be written into. */
const draftPlaceSchema = z.strictObject({
  kept: z.nullable(z.int().check(z.minimum(0), z.maximum(MAX_PLACES - 1))),
  role: z.nullable(z.enum(PLACE_ROLES)),
  way: z.nullable(z.enum(PLACE_WAYS)),
  kecamatan: areaCode(/^(\d{2}\.\d{2}\.\d{2})?$/),
  kelurahan: areaCode(/^(\d{2}\.\d{2}\.\d{2}\.\d{4})?$/),
  point: z.nullable(z.tuple([z.number(), z.number()])),
});

const draftSchema = z.strictObject({
  savedAt: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/)),
  sendKey: z.nullable(z.uuidv4()),
  monthOfYear: z.string().check(z.regex(/^(0[1-9]|1[0-2])?$/)),
  year: z.string().check(z.regex(/^(19|20)\d{2}$/)),
  day: z.nullable(z.int().check(z.minimum(1), z.maximum(31))),
  source: z.nullable(z.enum(INCIDENT_SOURCES)),
  stage: z.nullable(z.enum(STAGES)),
  acts: z.array(z.enum(ACTS)),
  means: z.array(z.enum(MEANS)),
  purposes: z.array(z.enum(PURPOSES)),
  platforms: z.array(z.enum(PLATFORMS)),
  places: z.array(draftPlaceSchema).check(z.minLength(1), z.maxLength(MAX_PLACES)),
  victims: z.nullable(z.enum(VICTIM_COUNTS)),
  suspects: z.nullable(z.enum(SUSPECT_COUNTS)),
  childInvolved: z.nullable(z.enum(CHILD_INVOLVED)),
});

export type FormDraft = Readonly<z.infer<typeof draftSchema>>;

/** The draft under a key, or null: none, too old, of another shape, or this browser keeps nothing. */
export function readDraft(draftKey: string, now: Date): FormDraft | null {
  try {
    const text = localStorage.getItem(PREFIX + draftKey);
    if (text === null) return null;
    const parsed = z.safeParse(draftSchema, JSON.parse(text));
    const age = parsed.success ? now.getTime() - Date.parse(parsed.data.savedAt) : Number.POSITIVE_INFINITY;
    if (parsed.success && age <= MAX_AGE_MS) return parsed.data;
    eraseDraft(draftKey);
    return null;
  } catch {
    return null;
  }
}

/** Keeps a draft; false when this browser does not let us. A field that the draft does not know throws. */
export function saveDraft(draftKey: string, draft: FormDraft): boolean {
  const text = JSON.stringify(z.parse(draftSchema, draft));
  try {
    localStorage.setItem(PREFIX + draftKey, text);
    return true;
  } catch {
    return false;
  }
}

/** After a success or a discard. */
export function eraseDraft(draftKey: string): void {
  try {
    localStorage.removeItem(PREFIX + draftKey);
  } catch {
    // Nothing can be kept here, so nothing is.
  }
}

/** Every draft of every user of this browser: at sign-out. */
export function eraseDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
