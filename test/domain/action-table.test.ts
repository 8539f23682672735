import { describe, expect, it } from 'vitest';
import { ACTIONS, RAN_FIELDS } from '../../domain/action-table.ts';
import { FACTORS } from '../../domain/factor.ts';

describe('ACTIONS', () => {
  it.each(FACTORS)('%s has actions with an owner, a field of the plan and both languages', (factor) => {
    expect(ACTIONS[factor].length).toBeGreaterThanOrEqual(3);
    for (const action of ACTIONS[factor]) {
      expect(RAN_FIELDS).toContain(action.field);
      expect(action.owner).not.toBe('');
      expect(action.text.id).not.toBe(action.text.en);
    }
  });

  it('is not left to the police alone: every factor names an owner outside it', () => {
    for (const factor of FACTORS) {
      expect(
        ACTIONS[factor].some(({ owner }) => !/Pol|Satgas|Bhabin/.test(owner)),
        factor,
      ).toBe(true);
    }
  });
});
