import { describe, expect, it } from 'vitest';
import { evidenceSchema, ISO_DATE } from '../../domain/evidence.ts';
import { row } from './evidence-row.ts';

describe('evidenceSchema', () => {
  it('takes a row, with or without a date', () => {
    expect(evidenceSchema.safeParse(row()).success).toBe(true);
    expect(evidenceSchema.safeParse(row({ sourceDate: null })).success).toBe(true);
  });

  it.each([
    { id: 'X1' },
    { areaCode: '64-71' },
    { factor: 'crime' },
    { grade: 'E' },
    { finding: '' },
    { sourcePublisher: '' },
    { sourceDate: '12 Nov 2025' },
    { sourceUrl: 'javascript:alert(1)' },
  ])('refuses %o', (over) => {
    expect(evidenceSchema.safeParse({ ...row(), ...over }).success).toBe(false);
  });
});

describe('ISO_DATE', () => {
  it('takes year, month or day', () => {
    expect(['2025', '2025-02', '2025-02-28'].every((date) => ISO_DATE.test(date))).toBe(true);
    expect(['25', '2025-13', '2025-02-40', '2025-2-1', ''].some((date) => ISO_DATE.test(date))).toBe(false);
  });
});
