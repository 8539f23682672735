import { type Incident, treatAsChildCase } from '../../../domain/incident.ts';
import type { IncidentRecord, IncidentRevision } from '../../store/contract/incident-store.ts';

/** A case as the Satgas sees it: whether there is an LP number, not its hash; a child case without points. */
export function incidentJson(incident: Incident) {
  const { training: _training, lpNumberHash, ...rest } = incident;
  const childCase = treatAsChildCase(incident);
  return {
    ...rest,
    hasLpNumber: lpNumberHash !== null,
    // The store keeps none; whoever changes the store, none leaves here.
    places: incident.places.map((place) => (childCase ? { ...place, point: null } : place)),
  };
}

export function recordJson({ incident, ...rest }: IncidentRecord) {
  return { ...rest, incident: incidentJson(incident) };
}

/** `childNow`: the case is a child case today, whatever it was then. */
export function revisionJson({ before, ...rest }: IncidentRevision, childNow: boolean) {
  const places = before.places.map((place) => (childNow ? { ...place, point: null } : place));
  return { ...rest, before: incidentJson({ ...before, places }) };
}
