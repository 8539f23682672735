import * as z from 'zod/mini';
import { incidentInputSchema, MAX_PLACES, placeInputSchema } from './incident-input.ts';

/**
 * A correction as the form hands it over. The form knows neither the LP number (only its HMAC is kept) nor the point of
 * a child case, so it says what stays as it is: the number, and places by their position.
 */
export const incidentChangeSchema = z
  .strictObject({
    /** The version that was corrected: another one meanwhile is a conflict. */
    version: z.int().check(z.minimum(1)),
    /** True: the number stays, and `incident.lpNumber` must be null. */
    keepLpNumber: z.boolean(),
    /** Positions of places that stay as they are; `incident.places` are the new ones. */
    keepPlaces: z
      .array(z.int().check(z.minimum(0), z.maximum(MAX_PLACES - 1)))
      .check(z.refine((given) => new Set(given).size === given.length)),
    incident: z.extend(incidentInputSchema, { places: z.array(placeInputSchema).check(z.maxLength(MAX_PLACES)) }),
  })
  .check(
    z.refine(({ keepLpNumber, incident }) => !keepLpNumber || incident.lpNumber === null, {
      path: ['incident', 'lpNumber'],
    }),
    z.refine(
      ({ keepPlaces, incident: { places } }) =>
        keepPlaces.length + places.length >= 1 && keepPlaces.length + places.length <= MAX_PLACES,
      { path: ['incident', 'places'] },
    ),
  );

export type IncidentChange = Readonly<z.infer<typeof incidentChangeSchema>>;
