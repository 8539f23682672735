import { describe, expect, it } from 'vitest';
import {
  clampView,
  fitted,
  framedProjection,
  panned,
  WHOLE_CITY,
  zoomed,
} from '../../../../client/incidents/form/map-view.ts';
import { CITY } from '../../../../domain/city.ts';

const SIZE = { width: 358, height: 300 };
const HALL = [116.8312, -1.2654] as const;

describe('the view of the small map', () => {
  it('has the whole city in the frame at first', () => {
    const { project } = framedProjection(SIZE, WHOLE_CITY);
    const [west, south, east, north] = CITY.bbox;
    for (const corner of [
      [west, south],
      [east, north],
    ] as const) {
      const [x, y] = project(corner);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(SIZE.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(SIZE.height);
    }
  });

  it('a pixel means the place that is drawn there, at every zoom', () => {
    for (const zoom of [1, 2, 8, 32]) {
      const { project, unproject } = framedProjection(SIZE, clampView({ zoom, centre: HALL }));
      const [longitude, latitude] = unproject(project(HALL));
      expect(longitude).toBeCloseTo(HALL[0], 9);
      expect(latitude).toBeCloseTo(HALL[1], 9);
    }
  });

  it('zooms in on the point, and never beyond 32 or below 1', () => {
    const near = zoomed(WHOLE_CITY, 2, HALL);
    expect(near).toEqual({ zoom: 2, centre: HALL });
    expect(framedProjection(SIZE, near).project(HALL)).toEqual([SIZE.width / 2, SIZE.height / 2]);
    expect(zoomed({ zoom: 32, centre: HALL }, 2, null).zoom).toBe(32);
    expect(zoomed({ zoom: 2, centre: HALL }, 1 / 2, null)).toEqual(WHOLE_CITY);
  });

  it('brings an area into the frame, as near as it goes', () => {
    const corners = [
      [116.81, -1.27],
      [116.85, -1.25],
    ] as const;
    const { project } = framedProjection(SIZE, fitted(SIZE, corners));
    const [[west, south], [east, north]] = corners.map((corner) => project(corner)) as [
      [number, number],
      [number, number],
    ];
    expect(west).toBeCloseTo(10, 6);
    expect(east).toBeCloseTo(SIZE.width - 10, 6);
    expect(north + south).toBeCloseTo(SIZE.height, 3);
    expect(fitted(SIZE, [HALL, [HALL[0] + 1e-7, HALL[1]]]).zoom).toBe(32);
  });

  it('follows the hand when it is pulled, and stays on the city', () => {
    const view = { zoom: 4, centre: HALL };
    const after = panned(SIZE, view, [40, -25]);
    const [x, y] = framedProjection(SIZE, after).project(HALL);
    expect(x).toBeCloseTo(SIZE.width / 2 + 40, 6);
    expect(y).toBeCloseTo(SIZE.height / 2 - 25, 6);
    expect(panned(SIZE, view, [-3000, 0]).centre[0]).toBe(CITY.bbox[2]);
  });
});
