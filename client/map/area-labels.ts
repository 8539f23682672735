import type { Feature, FeatureCollection, LineString, MultiPolygon, Point, Polygon } from 'geojson';
import { type LabelBox, layoutLabels } from './label-layout.ts';
import { type LabelPoint, labelPoint } from './label-point.ts';

type Pixel = readonly [number, number];
type LonLat = readonly [number, number];

/** Between degrees and pixels of the frame that the labels are laid out in. */
export interface Projection {
  readonly project: (at: LonLat) => Pixel;
  readonly unproject: (at: Pixel) => LonLat;
}

export interface AreaLabel {
  readonly code: string;
  readonly name: string;
  /** Second line, may be empty. */
  readonly detail: string;
}

export interface PlacedAreaLabel extends AreaLabel {
  /** Centre of the two lines. */
  readonly at: Pixel;
  /** From the area to the label; null when the label lies in it. */
  readonly leader: readonly [Pixel, Pixel] | null;
}

export type LabelPoints = ReadonlyMap<string, LabelPoint>;
export type AreaPolygons = FeatureCollection<Polygon | MultiPolygon, { readonly code: string }>;

/** Pixels a letter of the name and of the detail take, and the height of a line, at size 14 and 11.5. */
const NAME_LETTER = 7.7;
const DETAIL_LETTER = 6.2;
const LINE = 17;

/** Where the label of each area has most room. Of the geometry only: compute it once. */
export function labelPoints({ features }: AreaPolygons): LabelPoints {
  return new Map(features.map(({ geometry, properties }) => [properties.code, labelPoint(geometry, null)]));
}

function boxOf(
  { code, name, detail }: AreaLabel,
  { at, clearance }: LabelPoint,
  { project }: Projection,
  scale: number,
): LabelBox {
  const home = project(at);
  const width = Math.max(name.length * NAME_LETTER, detail.length * DETAIL_LETTER) * scale;
  const room = Math.abs(project([at[0], at[1] + clearance])[1] - home[1]);
  return {
    id: code,
    home,
    width,
    height: (detail === '' ? LINE : LINE * 2) * scale,
    fitsAtHome: room * 2 > width * 0.8,
  };
}

/**
 * Labels of a handful of areas, laid out without overlap in a frame (west, north, east, south; pixels).
 * `scale` is the size of the letters, 1 = 14 px.
 */
export function placeAreaLabels(
  labels: readonly AreaLabel[],
  points: LabelPoints,
  projection: Projection,
  frame: readonly [number, number, number, number],
  scale: number,
): readonly PlacedAreaLabel[] {
  const boxes = labels.flatMap((label) => {
    const point = points.get(label.code);
    return point === undefined ? [] : [{ label, box: boxOf(label, point, projection, scale) }];
  });
  const placed = layoutLabels(
    boxes.map(({ box }) => box),
    frame,
  );
  return boxes.map(({ label, box: { home } }, index) => {
    const { offset = [0, 0], leader = null } = placed[index] ?? {};
    const shift = (by: Pixel): Pixel => [home[0] + by[0], home[1] + by[1]];
    return { ...label, at: shift(offset), leader: leader === null ? null : [home, shift(leader)] };
  });
}

/** Labels at home, largest room first; one that would touch an earlier one is left out. */
export function thinAreaLabels(
  labels: readonly AreaLabel[],
  points: LabelPoints,
  projection: Projection,
  scale: number,
): readonly PlacedAreaLabel[] {
  const kept: { label: AreaLabel; box: LabelBox }[] = [];
  const clearance = ({ code }: AreaLabel): number => points.get(code)?.clearance ?? 0;
  for (const label of [...labels].sort((a, b) => clearance(b) - clearance(a))) {
    const point = points.get(label.code);
    if (point === undefined) continue;
    const box = boxOf(label, point, projection, scale);
    const isFree = kept.every(
      ({ box: other }) =>
        Math.abs(box.home[0] - other.home[0]) * 2 > box.width + other.width + 6 ||
        Math.abs(box.home[1] - other.home[1]) * 2 > box.height + other.height + 2,
    );
    if (isFree) kept.push({ label, box });
  }
  return kept.map(({ label, box }) => ({ ...label, at: box.home, leader: null }));
}

/** Labels where their areas have most room, for the map to thin out by collision. `rank` puts large areas first. */
export function labelFeatures(labels: readonly AreaLabel[], points: LabelPoints): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: labels.flatMap(({ code, name, detail }) => {
      const point = points.get(code);
      if (point === undefined) return [];
      return [pointFeature(point.at, { code, name, detail, rank: -point.clearance })];
    }),
  };
}

/** Placed labels as points, and their leaders as lines with a point at the area's end. */
export function placedFeatures(
  placed: readonly PlacedAreaLabel[],
  { unproject }: Projection,
): { readonly labels: FeatureCollection<Point>; readonly leaders: FeatureCollection<Point | LineString> } {
  return {
    labels: {
      type: 'FeatureCollection',
      features: placed.map(({ code, name, detail, at }) =>
        pointFeature(unproject(at), { code, name, detail, rank: 0 }),
      ),
    },
    leaders: {
      type: 'FeatureCollection',
      features: placed.flatMap(({ leader }): Feature<Point | LineString>[] => {
        if (leader === null) return [];
        const [from, to] = [unproject(leader[0]), unproject(leader[1])];
        const line: LineString = { type: 'LineString', coordinates: [[...from], [...to]] };
        return [{ type: 'Feature', properties: {}, geometry: line }, pointFeature(from, {})];
      }),
    },
  };
}

function pointFeature(at: LonLat, properties: Readonly<Record<string, string | number>>): Feature<Point> {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...at] } };
}
