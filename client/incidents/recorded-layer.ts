import * as z from 'zod/mini';
import { INCIDENT_SOURCES } from '../../domain/incident.ts';
import { GATE_REASONS, type GateDecision } from '../../domain/privacy/gate.ts';
import { askServer } from '../internal-api.ts';
import { type IncidentHexagons, type IncidentLayerData, type IncidentPoints, kindOf } from '../map/incident-layer.ts';
import { ServerProblem } from '../server-problem.ts';
import type { IncidentView } from '../view.ts';
import { filterQuery } from './incident-api.ts';

/** Of a wide selection the first so many points are drawn, and the page says so. */
const PAGE = 2000;
const MOST_PAGES = 3;

const summarySchema = z.object({
  events: z.number(),
  withPoint: z.number(),
  withCell: z.number(),
  unmapped: z.number(),
  areas: z.array(z.object({ areaCode: z.nullable(z.string()), source: z.enum(INCIDENT_SOURCES), n: z.number() })),
  months: z.nullable(z.tuple([z.string(), z.string()])),
});

const overlaySchema = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
      properties: z.object({ id: z.string(), source: z.enum(INCIDENT_SOURCES) }),
    }),
  ),
  cells: z.array(z.object({ h3: z.string(), n: z.number() })),
  next: z.nullable(z.string()),
});
type Overlay = z.infer<typeof overlaySchema>;

export interface RecordedLayerData extends IncidentLayerData {
  readonly events: number;
  /** More points than are drawn. */
  readonly truncated: boolean;
  /** First and last month of all cases. */
  readonly months: readonly [string, string] | null;
  /** The same selection as a table; null = online. */
  readonly areas: z.infer<typeof summarySchema>['areas'];
}

/** The server's refusal; whatever else went wrong is thrown on. */
function refusalOf(error: unknown): GateDecision {
  if (!(error instanceof ServerProblem) || error.body.code !== 'gated') throw error;
  const reason = GATE_REASONS.find((one) => one === error.body.reason);
  if (reason === undefined) throw error;
  return { open: false, reason, have: error.body.have ?? 0, need: error.body.need ?? 0 };
}

async function hexagonsOf(cells: Overlay['cells']): Promise<IncidentHexagons> {
  if (cells.length === 0) return { type: 'FeatureCollection', features: [] };
  const { cellToBoundary } = await import('h3-js');
  return {
    type: 'FeatureCollection',
    features: cells.map(({ h3, n }) => ({
      type: 'Feature',
      properties: { cell: h3, count: n },
      geometry: { type: 'Polygon', coordinates: [cellToBoundary(h3, true)] },
    })),
  };
}

function pointsOf(features: Overlay['features']): IncidentPoints {
  return {
    type: 'FeatureCollection',
    features: features.map(({ geometry, properties }) => ({
      type: 'Feature',
      properties: { id: properties.id, kind: kindOf(properties) },
      geometry: { type: 'Point', coordinates: geometry.coordinates },
    })),
  };
}

/** One look at the cases of the Satgas: the table, and what the server lets the map draw. Throws a ServerProblem. */
export async function fetchRecordedLayer(view: IncidentView): Promise<RecordedLayerData> {
  const query = filterQuery(view);
  const pageOf = (after: string | null): Promise<Overlay> => {
    const asked = new URLSearchParams([...query, ['mode', view.mode], ['limit', String(PAGE)]]);
    if (after !== null) asked.set('after', after);
    return askServer('GET', `/api/incidents/overlay?${asked}`, overlaySchema);
  };
  const [summary, first] = await Promise.all([
    askServer('GET', `/api/incidents/summary?${query}`, summarySchema),
    pageOf(null).catch(refusalOf),
  ]);
  const pages: Overlay[] = 'features' in first ? [first] : [];
  for (
    let page = pages[0];
    page !== undefined && page.next !== null && pages.length < MOST_PAGES;
    page = pages.at(-1)
  ) {
    pages.push(await pageOf(page.next));
  }
  const { events, withPoint, withCell, unmapped, areas, months } = summary;
  return {
    mode: view.mode,
    points: pointsOf(pages.flatMap(({ features }) => features)),
    hexagons: await hexagonsOf(pages[0]?.cells ?? []),
    mappedCount: view.mode === 'hexagons' ? withCell : withPoint,
    unmappedCount: unmapped,
    hexOnlyCount: withCell - withPoint,
    decision: 'features' in first ? { open: true } : first,
    training: false,
    events,
    truncated: pages.at(-1)?.next != null,
    months,
    areas,
  };
}
