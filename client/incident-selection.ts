import type { Incident } from '../domain/incident.ts';
import { type GateDecision, gate } from '../domain/privacy/gate.ts';
import type { IncidentView } from './view.ts';

export interface IncidentSelection {
  /** Events after the filters on month and platform. */
  readonly events: readonly Incident[];
  /** How many of them have a point of the chosen role, and how many have none. */
  readonly mapped: number;
  readonly unmapped: number;
  readonly gate: GateDecision;
}

function matches(incident: Incident, { platform, fromMonth, toMonth }: IncidentView): boolean {
  if (platform !== null && !incident.platforms.includes(platform)) return false;
  return (fromMonth === null || incident.month >= fromMonth) && (toMonth === null || incident.month <= toMonth);
}

/** What the overlay counts: a place without a point is never given one. */
export function selectIncidents(incidents: readonly Incident[], view: IncidentView): IncidentSelection {
  const events = incidents.filter((incident) => matches(incident, view));
  const pointsOf = (incident: Incident): number =>
    incident.places.filter(({ role, point }) => role === view.role && point !== null).length;
  const mapped = events.filter((incident) => pointsOf(incident) > 0).length;
  const pointCount = events.reduce((sum, incident) => sum + pointsOf(incident), 0);
  return {
    events,
    mapped,
    unmapped: events.length - mapped,
    gate: gate(view.mode, { pointCount, placeRoleCount: 1, eventCount: events.length }),
  };
}

/** All months from the first to the last incident, `YYYY-MM`, without gaps. */
export function monthsOf(incidents: readonly Incident[]): readonly string[] {
  const sorted = incidents.map(({ month }) => month).sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The window of `length` months that ends at `months[end]`, cut off at the first month. */
export function windowEndingAt(
  months: readonly string[],
  end: number,
  length: number,
): { readonly fromMonth: string | null; readonly toMonth: string | null } {
  return { fromMonth: months[Math.max(0, end - length + 1)] ?? null, toMonth: months[end] ?? null };
}
