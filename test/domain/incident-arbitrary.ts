import fc from 'fast-check';
import { CITY } from '../../domain/city.ts';
import {
  ACTS,
  CHILD_INVOLVED,
  INCIDENT_SOURCES,
  type Incident,
  type IncidentPlace,
  MEANS,
  PLACE_ROLES,
  PLATFORMS,
  PURPOSES,
  STAGES,
  SUSPECT_COUNTS,
  VICTIM_COUNTS,
} from '../../domain/incident.ts';

const [WEST, SOUTH, EAST, NORTH] = CITY.bbox;
const AREAS = ['64.71.01.1001', '64.71.01.1002', '64.71.05.1001'] as const;
/** Any text will do for the store: three cells. */
const CELLS = ['88688a50dbfffff', '88688a50d9fffff', '88688a5413fffff'] as const;

/** In the order of the codes, as the schema of the input leaves them. */
function setOf<T extends string>(codes: readonly T[]) {
  return fc.subarray([...codes]);
}

const role = fc.constantFrom(...PLACE_ROLES.slice(0, 3));

/** A few coordinates again and again, so that places share a Morton cell. */
const point = fc.tuple(fc.nat(20), fc.nat(20)).map(([x, y]): [number, number] => {
  return [WEST + ((EAST - WEST) * x) / 20, SOUTH + ((NORTH - SOUTH) * y) / 20];
});

export const incidentPlace: fc.Arbitrary<IncidentPlace> = fc.oneof(
  fc.record({
    role,
    precision: fc.constant('point' as const),
    areaCode: fc.constantFrom(...AREAS),
    h3: fc.constantFrom(...CELLS),
    point,
  }),
  fc.record({
    role,
    precision: fc.constant('kelurahan' as const),
    areaCode: fc.constantFrom(...AREAS),
    h3: fc.constant(null),
    point: fc.constant(null),
  }),
  fc.record({
    role,
    precision: fc.constantFrom('kecamatan' as const),
    areaCode: fc.constantFrom('64.71.01', '64.71.05'),
    h3: fc.constant(null),
    point: fc.constant(null),
  }),
  fc.record({
    role,
    precision: fc.constant('online' as const),
    areaCode: fc.constant(null),
    h3: fc.constant(null),
    point: fc.constant(null),
  }),
);

/** Records as the intake makes them, but that a child case may still carry its point: the store must drop it. */
export const incidentRecord: fc.Arbitrary<Incident> = fc.record({
  id: fc.constant(''),
  training: fc.constant(false),
  month: fc.constantFrom('2024-12', '2025-01', '2025-02', '2026-01'),
  day: fc.option(fc.integer({ min: 1, max: 28 })),
  acts: setOf(ACTS),
  means: setOf(MEANS),
  purposes: setOf(PURPOSES),
  source: fc.constantFrom(...INCIDENT_SOURCES),
  stage: fc.constantFrom(...STAGES),
  platforms: setOf(PLATFORMS),
  places: fc.array(incidentPlace, { minLength: 1, maxLength: 4 }),
  victims: fc.constantFrom(...VICTIM_COUNTS),
  suspects: fc.constantFrom(...SUSPECT_COUNTS),
  childInvolved: fc.constantFrom(...CHILD_INVOLVED),
  lpNumberHash: fc.option(fc.constantFrom('a'.repeat(43), 'b'.repeat(43))),
});
