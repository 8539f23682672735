import * as z from 'zod/mini';
import type { Area } from '../../domain/area.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Contact } from '../contact.ts';
import { CREDITS, type Credit } from '../credits.ts';
import { redactTrainingIncident } from '../policy.ts';
import type { Edition, PopulationRow, Store } from '../store/store.ts';

const helplineSchema = z.object({
  id: z.string(),
  nameId: z.string(),
  nameEn: z.string(),
  phone: z.string(),
  whatsapp: z.nullable(z.string()),
  hours: z.nullable(z.string()),
  scope: z.string(),
  source: z.string(),
  sourceDate: z.nullable(z.string()),
  lastChecked: z.nullable(z.string()),
  print: z.string(),
});

const cityContextSchema = z.object({
  topic: z.string(),
  headlineId: z.string(),
  headlineEn: z.string(),
  asOf: z.nullable(z.string()),
  evidenceIds: z.array(z.string()),
});

export type Helpline = Readonly<z.infer<typeof helplineSchema>>;
export type CityContext = Readonly<z.infer<typeof cityContextSchema>>;

/** `GET /api/edition`. */
export interface EditionAnswer {
  readonly edition: Edition;
  readonly areas: readonly Area[];
  /** Those whose `print` is `yes` in the table, that is released for print. */
  readonly helplines: readonly Helpline[];
  readonly cityContext: readonly CityContext[];
  readonly population: readonly PopulationRow[];
  /** What the named checks of the geodata build counted. */
  readonly quality: Readonly<Record<string, unknown>>;
  /** Null when the operator set none. */
  readonly contact: Contact | null;
  readonly credits: readonly Credit[];
}

/** `GET /api/training/incidents`. */
export interface TrainingAnswer {
  readonly training: true;
  readonly stamp: 'DATA LATIHAN';
  readonly incidents: readonly Incident[];
}

/** Throws when a stored document is not what the build writes. */
export async function editionAnswer(store: Store, edition: Edition, contact: Contact | null): Promise<EditionAnswer> {
  const json = async (name: 'helplines' | 'city-context' | 'quality'): Promise<unknown> =>
    JSON.parse(await store.document(name));
  const helplines = z.array(helplineSchema).parse(await json('helplines'));
  return {
    edition,
    areas: await store.areas(),
    helplines: helplines.filter(({ print }) => print === 'yes'),
    cityContext: z.array(cityContextSchema).parse(await json('city-context')),
    population: await store.population(),
    quality: z.record(z.string(), z.unknown()).parse(await json('quality')),
    contact,
    credits: CREDITS,
  };
}

export async function trainingAnswer(store: Store): Promise<TrainingAnswer> {
  const incidents = (await store.trainingIncidents()).flatMap((incident) => redactTrainingIncident(incident) ?? []);
  return { training: true, stamp: 'DATA LATIHAN', incidents };
}
