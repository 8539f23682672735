/** A label to be placed, pixels; `width × height` is its box, `home` where it belongs. */
export interface LabelBox {
  readonly id: string;
  readonly home: readonly [number, number];
  readonly width: number;
  readonly height: number;
  /** Whether the box at home lies within its area; one that does not may move out with a leader. */
  readonly fitsAtHome: boolean;
}

export interface PlacedLabel {
  readonly id: string;
  /** From home to the centre of the box, pixels, y down. */
  readonly offset: readonly [number, number];
  /** From home to the edge of the box, for a leader; null when the label sits at home. */
  readonly leader: readonly [number, number] | null;
}

type Rect = readonly [number, number, number, number];

const GAP = 4;
/** Rings of candidate centres, pixels from home, and directions in each. */
const RINGS = [0, 10, 20, 30, 42, 56, 70, 86, 104, 124, 146, 170];
const DIRECTIONS = 16;
function rectAt([x, y]: readonly [number, number], { width, height }: LabelBox): Rect {
  return [x - width / 2 - GAP, y - height / 2 - GAP, x + width / 2 + GAP, y + height / 2 + GAP];
}

function overlap(a: Rect, b: Rect): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return width > 0 && height > 0 ? width * height : 0;
}

function outside(rect: Rect, frame: Rect): number {
  const inside = overlap(rect, frame);
  return (rect[2] - rect[0]) * (rect[3] - rect[1]) - inside;
}

function candidates(label: LabelBox): readonly (readonly [number, number])[] {
  return RINGS.flatMap((radius) => {
    const count = radius === 0 ? 1 : DIRECTIONS;
    return Array.from({ length: count }, (_, i): readonly [number, number] => {
      const angle = (2 * Math.PI * i) / count;
      // Boxes are wider than high: a step aside is longer than a step up.
      return [Math.cos(angle) * radius * (1 + label.width / 260), Math.sin(angle) * radius];
    });
  });
}

function contains(rect: Rect, [x, y]: readonly [number, number]): boolean {
  return x > rect[0] && x < rect[2] && y > rect[1] && y < rect[3];
}

/** Where the line from home to the centre of the box meets the box; null when home is under the box, or all but. */
function toEdge([dx, dy]: readonly [number, number], { width, height }: LabelBox): readonly [number, number] | null {
  const outside = Math.max(Math.abs(dx) / (width / 2), Math.abs(dy) / (height / 2));
  return outside < 1.2 ? null : [dx * (1 - 1 / outside), dy * (1 - 1 / outside)];
}

/**
 * Places a handful of labels without overlap inside a frame (west, north, east, south; pixels): at home where
 * there is room, else as near as possible, tied by a leader. Largest room first. O(labels² × candidates).
 */
export function layoutLabels(labels: readonly LabelBox[], frame: Rect): readonly PlacedLabel[] {
  const placed = new Map<string, { rect: Rect; offset: readonly [number, number] }>();
  const order = [...labels].sort((a, b) => Number(b.fitsAtHome) - Number(a.fitsAtHome));
  for (const label of order) {
    let bestCost = Number.POSITIVE_INFINITY;
    let chosen: readonly [number, number] = [0, 0];
    for (const offset of candidates(label)) {
      const rect = rectAt([label.home[0] + offset[0], label.home[1] + offset[1]], label);
      const distance = Math.hypot(...offset);
      if (distance >= bestCost) continue;
      let cost = distance + outside(rect, frame);
      for (const other of placed.values()) cost += overlap(rect, other.rect);
      for (const other of labels) if (other !== label && contains(rect, other.home)) cost += 60;
      if (cost < bestCost) {
        bestCost = cost;
        chosen = offset;
      }
    }
    const centre = [label.home[0] + chosen[0], label.home[1] + chosen[1]] as const;
    placed.set(label.id, { rect: rectAt(centre, label), offset: chosen });
  }
  return labels.map((label) => {
    const offset = placed.get(label.id)?.offset ?? [0, 0];
    return { id: label.id, offset, leader: toEdge(offset, label) };
  });
}
