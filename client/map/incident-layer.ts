import type { Feature, FeatureCollection, Point, Polygon } from 'geojson';
import { type Incident, type IncidentPlace, isApart, treatAsChildCase } from '../../domain/incident.ts';
import { type GateDecision, gate } from '../../domain/privacy/gate.ts';
import type { IncidentMode, IncidentView } from '../view.ts';
import { HEXAGON_FROM, hexagonColours } from './layers/incident-layers.ts';
import type { Theme } from './theme.ts';

/** LP-A is found by the police, LP-B reported by the public: they are never drawn alike. */
export type IncidentKind = 'lp_a' | 'lp_b' | 'other';
export type IncidentPoints = FeatureCollection<Point, { readonly id: string; readonly kind: IncidentKind }>;
export type IncidentHexagons = FeatureCollection<Polygon, { readonly cell: string; readonly count: number }>;

/** Boundary of an H3 cell, closed, longitude first: `(cell) => cellToBoundary(cell, true)` of h3-js. */
export type CellBoundary = (cell: string) => readonly (readonly [number, number])[];

export interface IncidentLayerData {
  readonly mode: IncidentMode;
  /** For points, clusters and heat; empty for hexagons and when the gate is closed. */
  readonly points: IncidentPoints;
  readonly hexagons: IncidentHexagons;
  /** Cases that are drawn, or would be if the gate were open. */
  readonly mappedCount: number;
  /** Cases of the selection that this map cannot show: online, or known only to an area. */
  readonly unmappedCount: number;
  /** Cases of the selection that only hexagons show: child cases have no finer place. */
  readonly hexOnlyCount: number;
  readonly decision: GateDecision;
  /** Any record is synthetic: the stamp must lie across the map. */
  readonly training: boolean;
}

export interface TrainingLayerData extends IncidentLayerData {
  /** Vice raids and cases found not to be TPPO: kept apart, drawn nowhere. */
  readonly apartCount: number;
  /** First and last month of all cases, whatever the selection; null without cases. */
  readonly months: readonly [string, string] | null;
}

const NO_POINTS: IncidentPoints = { type: 'FeatureCollection', features: [] };
const NO_HEXAGONS: IncidentHexagons = { type: 'FeatureCollection', features: [] };

export function kindOf({ source }: Pick<Incident, 'source'>): IncidentKind {
  return source === 'lp_a' || source === 'lp_b' ? source : 'other';
}

function monthsOf(incidents: readonly Incident[]): readonly [string, string] | null {
  const months = incidents.map(({ month }) => month).sort();
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}

function isSelected(incident: Incident, view: IncidentView): boolean {
  if (view.fromMonth !== null && incident.month < view.fromMonth) return false;
  if (view.toMonth !== null && incident.month > view.toMonth) return false;
  return view.platform === null || incident.platforms.includes(view.platform);
}

/** What one case offers to the map: its point, unless a child is involved, and its cell. */
function placeOnMap(incident: Incident, places: readonly IncidentPlace[]) {
  const place = places.find(({ precision, h3 }) => precision === 'point' && h3 !== null);
  const point = treatAsChildCase(incident) ? null : (place?.point ?? null);
  return { incident, point, cell: place?.h3 ?? null };
}

type Located = ReturnType<typeof placeOnMap>;

function pointFeatures(located: readonly Located[]): IncidentPoints {
  return {
    type: 'FeatureCollection',
    features: located.flatMap(({ incident, point }): IncidentPoints['features'] => {
      if (point === null) return [];
      const properties = { id: incident.id, kind: kindOf(incident) };
      return [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...point] } }];
    }),
  };
}

function hexagonFeatures(located: readonly Located[], boundary: CellBoundary): IncidentHexagons {
  const counts = new Map<string, number>();
  for (const { cell } of located) if (cell !== null) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return {
    type: 'FeatureCollection',
    features: [...counts].map(([cell, count]): Feature<Polygon, { cell: string; count: number }> => {
      const ring = boundary(cell).map((position) => [...position]);
      return { type: 'Feature', properties: { cell, count }, geometry: { type: 'Polygon', coordinates: [ring] } };
    }),
  };
}

/**
 * The incident overlay of one view: one place role, one period, one platform or all. A case counts once.
 * Asks the gate; closed, nothing is drawn and the reason is in `decision`. `boundary` is null until h3-js
 * is loaded: hexagons are then empty.
 */
export function incidentLayer(
  incidents: readonly Incident[],
  view: IncidentView,
  boundary: CellBoundary | null,
): TrainingLayerData {
  const chosen = incidents.filter((incident) => isSelected(incident, view));
  const located = chosen.flatMap((incident) => {
    const places = incident.places.filter(({ role }) => role === view.role);
    return isApart(incident.stage) || places.length === 0 ? [] : [placeOnMap(incident, places)];
  });
  const withPoint = located.filter(({ point }) => point !== null).length;
  const withCell = located.filter(({ cell }) => cell !== null).length;
  const isHexagons = view.mode === 'hexagons';
  const mappedCount = isHexagons ? withCell : withPoint;
  const decision = gate(view.mode, { pointCount: mappedCount, placeRoleCount: 1, eventCount: located.length });
  return {
    mode: view.mode,
    points: decision.open && !isHexagons ? pointFeatures(located) : NO_POINTS,
    hexagons: decision.open && isHexagons && boundary !== null ? hexagonFeatures(located, boundary) : NO_HEXAGONS,
    mappedCount,
    unmappedCount: located.length - withCell,
    hexOnlyCount: withCell - withPoint,
    apartCount: chosen.filter(({ stage }) => isApart(stage)).length,
    decision,
    months: monthsOf(incidents),
    training: incidents.some(({ training }) => training),
  };
}

export interface HexagonClass {
  readonly fill: string;
  /** Cases; `to` null is open. */
  readonly from: number;
  readonly to: number | null;
}

/** Legend of the hexagons, fewest first. */
export function hexagonClasses(theme: Theme): readonly HexagonClass[] {
  return hexagonColours(theme).map((fill, index) => {
    const next = HEXAGON_FROM[index + 1];
    return { fill, from: HEXAGON_FROM[index] ?? 1, to: next === undefined ? null : next - 1 };
  });
}
