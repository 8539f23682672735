import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../../client/i18n/en.ts';
import { id } from '../../../client/i18n/id.ts';
import { GATE_REASONS, GATED_VIEWS, type GatedView, type GateInput, gate } from '../../../domain/privacy/gate.ts';

/** Plenty of everything. */
const PLENTY: GateInput = {
  pointCount: 1000,
  placeRoleCount: 1,
  eventCount: 1000,
  areaCount: 34,
  cellCount: 700,
  expectedCount: 12,
  variableCount: 8,
};
const shut = (reason: string, have: number, need: number) => ({ open: false, reason, have, need });

describe('gate', () => {
  it.each(GATED_VIEWS)('opens %s when there is plenty', (view) => {
    expect(gate(view, PLENTY)).toEqual({ open: true });
  });

  it.each(GATED_VIEWS)('never mixes place roles in %s, whatever the count', (view) => {
    expect(gate(view, { ...PLENTY, placeRoleCount: 2 })).toEqual(shut('one_place_role_only', 2, 1));
  });

  it.each<[GatedView, keyof GateInput, number, string]>([
    ['points', 'pointCount', 1, 'no_place_on_map'],
    ['clusters', 'pointCount', 1, 'no_place_on_map'],
    ['hexagons', 'pointCount', 1, 'no_place_on_map'],
    ['heat', 'pointCount', 30, 'too_few_points'],
    ['kde', 'pointCount', 30, 'too_few_points'],
    ['rate', 'eventCount', 10, 'too_few_events'],
    ['empirical_bayes', 'areaCount', 6, 'too_few_areas'],
    ['empirical_bayes', 'eventCount', 20, 'too_few_events'],
    ['local_empirical_bayes', 'areaCount', 30, 'too_few_areas'],
    ['local_empirical_bayes', 'eventCount', 20, 'too_few_events'],
    ['local_statistics', 'eventCount', 30, 'too_few_events'],
    ['local_statistics', 'cellCount', 30, 'too_few_cells'],
    ['local_statistics', 'expectedCount', 5, 'too_few_expected'],
    ['kulldorff', 'eventCount', 20, 'too_few_events'],
    ['knox', 'eventCount', 50, 'too_few_events'],
    ['terrain_fit', 'eventCount', 50, 'too_few_events'],
    ['evaluation', 'eventCount', 20, 'too_few_events'],
  ])('%s needs of %s at least %i (%s)', (view, field, need, reason) => {
    const input = { ...PLENTY, variableCount: 1 };
    expect(gate(view, { ...input, [field]: need })).toMatchObject({ open: true });
    expect(gate(view, { ...input, [field]: need - 1 })).toEqual(shut(reason, need - 1, need));
  });

  it('says first that nothing has a place on the map', () => {
    expect(gate('heat', { ...PLENTY, pointCount: 0 })).toEqual(shut('no_place_on_map', 0, 1));
  });

  it('marks a rate of 10 to 19 events as unstable', () => {
    expect(gate('rate', { ...PLENTY, eventCount: 19 })).toEqual({ open: true, unstable: true });
    expect(gate('rate', { ...PLENTY, eventCount: 20 })).toEqual({ open: true });
  });

  it('shows nobody but the Satgas a rate of fewer than 20 events', () => {
    for (const role of ['public', 'trainer', 'planner', 'admin'] as const) {
      expect(gate('rate', { ...PLENTY, role, eventCount: 19 })).toEqual(shut('rate_too_small_for_role', 11, 20));
      expect(gate('rate', { ...PLENTY, role, eventCount: 20 })).toEqual({ open: true });
    }
    expect(gate('rate', { ...PLENTY, role: 'satgas', eventCount: 19 })).toEqual({ open: true, unstable: true });
    expect(gate('rate', { ...PLENTY, role: 'satgas', eventCount: 9 })).toEqual(shut('too_few_events', 9, 10));
  });

  it('tells a planner who is refused a statistic no more than the band', () => {
    const small = fc.nat({ max: 10 });
    // Maps of places are for the Satgas alone; the policy shuts them.
    const maps: readonly GatedView[] = ['points', 'clusters', 'heat', 'hexagons', 'kde'];
    const statistics = GATED_VIEWS.filter((view) => !maps.includes(view));
    fc.assert(
      fc.property(fc.constantFrom(...statistics), small, small, (view, one, other) => {
        const look = (count: number) =>
          gate(view, { ...PLENTY, role: 'planner', pointCount: count, eventCount: count, variableCount: 1 });
        fc.pre(!look(one).open && !look(other).open);
        expect(look(one)).toMatchObject({ have: 0 });
        expect(look(one)).toEqual(look(other));
      }),
    );
  });

  it('fits terrain on at least ten events per candidate variable', () => {
    expect(gate('terrain_fit', { ...PLENTY, eventCount: 80, variableCount: 8 })).toEqual({ open: true });
    expect(gate('terrain_fit', { ...PLENTY, eventCount: 79, variableCount: 8 })).toEqual(
      shut('too_few_per_variable', 9, 10),
    );
  });

  it('stays shut where it is not told what a statistic needs', () => {
    const told = { pointCount: 1000, placeRoleCount: 1, eventCount: 1000 };
    const open = GATED_VIEWS.filter((view) => gate(view, told).open);
    expect(open).toEqual(['points', 'clusters', 'heat', 'hexagons', 'kde', 'rate', 'kulldorff', 'knox', 'evaluation']);
    const nothing = { pointCount: Number.NaN, placeRoleCount: 1, eventCount: Number.NaN };
    expect(GATED_VIEWS.filter((view) => gate(view, nothing).open)).toEqual([]);
  });

  it('never shuts because there is more, and a refusal always lacks something', () => {
    const count = fc.nat({ max: 60 });
    const input = fc.record({
      pointCount: count,
      placeRoleCount: fc.constant(1),
      eventCount: count,
      areaCount: count,
      cellCount: count,
      expectedCount: count,
      variableCount: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...GATED_VIEWS), input, count, (view, some, extra) => {
        const decision = gate(view, some);
        const more = { ...some, pointCount: some.pointCount + extra, eventCount: some.eventCount + extra };
        if (decision.open) expect(gate(view, more).open).toBe(true);
        else expect(decision.have).toBeLessThan(decision.need);
      }),
    );
  });

  it('has a text for every reason in both languages', () => {
    for (const reason of GATE_REASONS) {
      for (const text of [id.gate[reason], en.gate[reason]]) expect(text).toMatch(/\w{4}/);
    }
  });
});
