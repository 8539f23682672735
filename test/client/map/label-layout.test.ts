import { describe, expect, it } from 'vitest';
import { type LabelBox, layoutLabels } from '../../../client/map/label-layout.ts';

const FRAME = [0, 0, 390, 600] as const;

function box(id: string, x: number, y: number, fitsAtHome = false): LabelBox {
  return { id, home: [x, y], width: 110, height: 30, fitsAtHome };
}

/** The six kecamatan on a phone: four of them within a hand's breadth. */
const SIX = [
  box('timur', 305, 316, true),
  box('barat', 113, 236, true),
  box('utara', 208, 305, true),
  box('tengah', 153, 412),
  box('selatan', 220, 390),
  box('kota', 134, 434),
];

function rectangles(labels: readonly LabelBox[]) {
  return layoutLabels(labels, FRAME).map(({ id, offset }, index) => {
    const { home, width, height } = labels[index]!;
    const [x, y] = [home[0] + offset[0], home[1] + offset[1]];
    return { id, west: x - width / 2, east: x + width / 2, north: y - height / 2, south: y + height / 2 };
  });
}

describe('layoutLabels', () => {
  it('lays six crowded labels out without overlap', () => {
    const placed = rectangles(SIX);
    for (const [index, a] of placed.entries()) {
      for (const b of placed.slice(index + 1)) {
        const apart = a.east <= b.west || b.east <= a.west || a.south <= b.north || b.south <= a.north;
        expect(apart, `${a.id} and ${b.id}`).toBe(true);
      }
    }
  });

  it('keeps labels inside the frame', () => {
    for (const { id, west, east, north, south } of rectangles([...SIX, box('edge', 385, 590)])) {
      expect(west >= 0 && east <= 390 && north >= 0 && south <= 600, id).toBe(true);
    }
  });

  it('leaves a label with room at home, without a leader', () => {
    expect(layoutLabels([box('alone', 200, 300)], FRAME)).toEqual([{ id: 'alone', offset: [0, 0], leader: null }]);
  });

  it('ties a label that had to move away to its home, up to the edge of its box', () => {
    const crowd = [box('a', 200, 300, true), box('b', 200, 300, true), box('c', 200, 300), box('d', 200, 300)];
    const moved = layoutLabels(crowd, FRAME).filter(({ leader }) => leader !== null);
    expect(moved.length).toBeGreaterThan(0);
    for (const { offset, leader } of moved) {
      const [dx, dy] = [offset[0] - leader![0], offset[1] - leader![1]];
      const onEdge = Math.abs(Math.abs(dx) - 55) < 1e-6 || Math.abs(Math.abs(dy) - 15) < 1e-6;
      expect(onEdge).toBe(true);
    }
  });
});
