import { describe, expect, it } from 'vitest';
import { GATED_VIEWS, gate } from '../../../domain/privacy/gate.ts';

const input = (pointCount: number, over: { placeRoleCount?: number; eventCount?: number } = {}) => ({
  pointCount,
  placeRoleCount: 1,
  eventCount: pointCount,
  ...over,
});

describe('gate', () => {
  it('never mixes place roles, whatever the count', () => {
    for (const view of GATED_VIEWS) {
      expect(gate(view, input(1000, { placeRoleCount: 2 }))).toEqual({
        open: false,
        reason: 'one_place_role_only',
        have: 2,
        need: 1,
      });
    }
  });

  it('draws no heat map of fewer than 30 points', () => {
    expect(gate('heat', input(29))).toEqual({ open: false, reason: 'too_few_points', have: 29, need: 30 });
    expect(gate('heat', input(30))).toEqual({ open: true });
  });

  it('says when nothing has a place on the map', () => {
    expect(gate('points', input(0, { eventCount: 12 }))).toEqual({
      open: false,
      reason: 'no_place_on_map',
      have: 0,
      need: 1,
    });
  });

  it.each([
    ['rate', 10],
    ['local_statistics', 30],
    ['terrain_fit', 50],
    ['evaluation', 20],
  ] as const)('%s needs %i events', (view, need) => {
    expect(gate(view, input(0, { eventCount: need - 1 }))).toEqual({
      open: false,
      reason: 'too_few_events',
      have: need - 1,
      need,
    });
    expect(gate(view, input(0, { eventCount: need }))).toEqual({ open: true });
  });
});
