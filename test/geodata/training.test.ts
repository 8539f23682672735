import { distance } from '@turf/turf';
import { latLngToCell } from 'h3-js';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  CHILD_INVOLVED,
  COUNT_BANDS,
  INCIDENT_SOURCES,
  type Incident,
  incidentSchema,
  PLACE_PRECISIONS,
  PLACE_ROLES,
  PLATFORMS,
  STAGES,
  treatAsChildCase,
} from '../../domain/incident.ts';
import { locator } from '../../geodata/locate.ts';
import { readSource } from '../../geodata/source.ts';
import { CLEARANCE_METRES } from '../../geodata/training/ground.ts';
import { buildTraining, type TrainingSet } from '../../geodata/training.ts';

const source = readSource('geodata/source');
const locate = locator(source.kelurahan);
let set: TrainingSet;
let incidents: readonly Incident[];
const places = () => incidents.flatMap((incident) => incident.places);
const values = <T>(list: Iterable<T>) => new Set(list);

beforeAll(() => {
  set = buildTraining(source);
  incidents = set.incidents;
});

describe('the training set', () => {
  it('is stamped, numbered and as large as promised, over 36 months to October 2026', () => {
    expect([set.training, set.stamp]).toEqual([true, 'DATA LATIHAN']);
    expect(incidents).toHaveLength(1500);
    expect(
      incidents.every(({ training, id }, index) => training && id === `TR-${String(index + 1).padStart(4, '0')}`),
    ).toBe(true);
    const months = [...values(incidents.map(({ month }) => month))].sort();
    expect([months.length, months[0], months.at(-1)]).toEqual([36, '2023-11', '2026-10']);
  });

  it('fits the schema of an incident, with days that exist', () => {
    for (const incident of incidents) expect(incidentSchema.safeParse(incident).success, incident.id).toBe(true);
    expect(
      incidents.filter(
        ({ month, day }) => day !== null && Number.isNaN(Date.parse(`${month}-${String(day).padStart(2, '0')}`)),
      ),
    ).toEqual([]);
  });

  it('has every source, stage, platform, role, precision, band and kind of child involvement', () => {
    expect(values(incidents.map(({ source: from }) => from))).toEqual(values(INCIDENT_SOURCES));
    expect(values(incidents.map(({ stage }) => stage))).toEqual(values(STAGES));
    expect(values(incidents.flatMap(({ platforms }) => platforms))).toEqual(values(PLATFORMS));
    expect(values(incidents.map(({ victims }) => victims))).toEqual(values(COUNT_BANDS));
    expect(values(incidents.map(({ suspects }) => suspects))).toEqual(values(COUNT_BANDS));
    expect(values(incidents.map(({ childInvolved }) => childInvolved))).toEqual(values(CHILD_INVOLVED));
    expect(values(places().map(({ role }) => role))).toEqual(values(PLACE_ROLES));
    expect(values(places().map(({ precision }) => precision))).toEqual(values(PLACE_PRECISIONS));
    expect(values(places().flatMap(({ areaCode }) => areaCode?.slice(0, 8) ?? [])).size).toBe(7);
  });

  it('recruits mostly online, and an online place has no area', () => {
    const recruiting = places().filter(({ role }) => role === 'recruitment');
    const share = recruiting.filter(({ precision }) => precision === 'online').length / recruiting.length;
    expect(share).toBeGreaterThan(0.65);
    expect(share).toBeLessThan(0.8);
    for (const place of places())
      if (place.precision === 'online') expect([place.areaCode, place.h3, place.point]).toEqual([null, null, null]);
  });

  it('gives a place exactly as much as its precision allows', () => {
    const lengths = { point: 13, kelurahan: 13, kecamatan: 8, kota: 5, online: undefined };
    for (const place of places()) {
      expect(place.areaCode?.length).toBe(lengths[place.precision]);
      expect(place.h3 !== null).toBe(place.precision === 'point');
      if (place.point !== null) expect(place.precision).toBe('point');
    }
  });

  it('keeps the point of a child case, or of one that may be, to the H3 cell', () => {
    const children = incidents.filter(treatAsChildCase);
    expect(children.length).toBeGreaterThan(300);
    expect(children.flatMap((incident) => incident.places).filter(({ point }) => point !== null)).toEqual([]);
    expect(children.flatMap((incident) => incident.places).some(({ h3 }) => h3 !== null)).toBe(true);
  });

  it('puts points on the land of the kelurahan they name and in the cell they name', () => {
    const points = places().flatMap(({ point, areaCode, h3 }) => (point === null ? [] : [{ point, areaCode, h3 }]));
    expect(points.length).toBeGreaterThan(1000);
    for (const { point, areaCode, h3 } of points) {
      expect(locate([...point])?.properties.code).toBe(areaCode);
      expect(latLngToCell(point[1], point[0], 8)).toBe(h3);
    }
  });

  it('points at no mapped lodging', () => {
    const hotels = source.places
      .filter(({ properties }) => properties.category === 'hotel')
      .map(({ geometry }) => geometry.coordinates);
    expect(hotels).toHaveLength(61);
    let nearest = Number.POSITIVE_INFINITY;
    for (const { point } of places()) {
      for (const hotel of point === null ? [] : hotels) {
        nearest = Math.min(nearest, distance([...(point ?? [])], hotel, { units: 'meters' }));
      }
    }
    expect(nearest).toBeGreaterThanOrEqual(CLEARANCE_METRES);
  });

  it('is the same for the same seed and another for another', () => {
    expect(buildTraining(source)).toEqual(set);
    expect(buildTraining(source, 1).incidents).not.toEqual(incidents);
  });
});
