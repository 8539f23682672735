import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../client/i18n/format.ts';

describe('numbers and dates of the page', () => {
  const [id, en] = [formatOf('id'), formatOf('en')];

  it('writes decimals and thousands as each language does', () => {
    expect([id.score(7.86), en.score(7.86)]).toEqual(['7,9', '7.9']);
    expect([id.integer(746804), en.integer(746804)]).toEqual(['746.804', '746,804']);
    expect([id.signedPercent(0.054), en.signedPercent(0.054)]).toEqual(['+0,05 %', '+0.05 %']);
  });

  it('writes a date at its own precision', () => {
    expect(id.date('2025-11-12')).toBe('12 November 2025');
    expect(id.date('2025-08')).toBe('Agustus 2025');
    expect(en.date('2025-08')).toBe('August 2025');
    expect(en.date('2024')).toBe('2024');
  });

  it('writes a moment in the time of the city (UTC+8)', () => {
    expect(en.moment(new Date('2026-11-24T20:30:00Z'))).toContain('25 November 2026');
  });

  it('writes a rank as an interval, and as one number only when both ends agree', () => {
    expect(id.rank({ low: 1, high: 6 })).toBe('1–6');
    expect(id.rank({ low: 3, high: 3 })).toBe('3');
  });
});
