import { describe, expect, it } from 'vitest';
import { elementsHint } from '../../../../client/incidents/form/elements-hint.ts';

const NOTHING = { acts: [], means: [], purposes: [], childInvolved: null, stage: 'suspected' } as const;

describe('elementsHint', () => {
  it('names what is missing, in the order of the law', () => {
    expect(elementsHint({ ...NOTHING, acts: [], means: [], purposes: [] }).missing).toEqual([
      'acts',
      'means',
      'purposes',
    ]);
    expect(elementsHint({ ...NOTHING, acts: ['recruit'], means: [], purposes: [] }).missing).toEqual([
      'means',
      'purposes',
    ]);
  });

  it.each(['vice_raid', 'not_tppo'] as const)('asks for nothing at the stage %s', (stage) => {
    expect(elementsHint({ ...NOTHING, acts: ['recruit'], means: [], purposes: [], stage })).toMatchObject({
      missing: [],
      states: { acts: 'filled', means: 'notNeeded', purposes: 'notNeeded' },
    });
  });

  it('asks for no means when a child is involved, and only then', () => {
    const given = { acts: ['recruit' as const], means: [], purposes: ['other' as const], stage: null };
    expect(elementsHint({ ...given, childInvolved: 'yes' })).toMatchObject({
      missing: [],
      states: { means: 'notNeeded' },
    });
    for (const childInvolved of ['no', 'unknown', null] as const) {
      expect(elementsHint({ ...given, childInvolved }).missing).toEqual(['means']);
    }
    expect(elementsHint({ ...given, means: ['threat'], childInvolved: 'yes' }).states.means).toBe('filled');
  });
});
