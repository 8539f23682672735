import { describe, expect, it } from 'vitest';
import { monthsBetween, windowEndingAt } from '../../client/month-window.ts';

describe('months of the incident slider', () => {
  const months = monthsBetween('2024-11', '2025-02');

  it('runs over the turn of the year without gaps', () => {
    expect(months).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
  });

  it('ends where the slider stands and is cut off at the first month', () => {
    expect(windowEndingAt(months, 3, 1)).toEqual({ fromMonth: '2025-02', toMonth: '2025-02' });
    expect(windowEndingAt(months, 3, 3)).toEqual({ fromMonth: '2024-12', toMonth: '2025-02' });
    expect(windowEndingAt(months, 0, 12)).toEqual({ fromMonth: '2024-11', toMonth: '2024-11' });
  });
});
