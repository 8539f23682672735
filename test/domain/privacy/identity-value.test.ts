import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTS,
  CHILD_INVOLVED,
  COUNT_BANDS,
  INCIDENT_SOURCES,
  MEANS,
  PLACE_PRECISIONS,
  PLACE_ROLES,
  PLATFORMS,
  PURPOSES,
  STAGES,
} from '../../../domain/incident.ts';
import { identityInValue } from '../../../domain/privacy/identity.ts';
import { PERSONAL_CELLS, PLAIN_CELLS } from './identity-cells.ts';

const LP = 'LP/B/123/XI/2025/SPKT/POLRESTA BALIKPAPAN/POLDA KALIMANTAN TIMUR';
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));

describe('identityInValue', () => {
  it.each(PERSONAL_CELLS)('sees in %j a %s', (value, kind) => {
    expect(identityInValue(value)).toBe(kind);
    expect(identityInValue(`  ${value}\t`)).toBe(kind);
    expect(identityInValue(value, { allowLpNumber: true }), 'an LP column is no way around').toBe(kind);
  });

  it.each(PLAIN_CELLS)('lets %j pass', (value) => {
    expect(identityInValue(value)).toBe(null);
  });

  it('lets every code of an incident pass, alone and all in one cell', () => {
    const lists = [ACTS, MEANS, PURPOSES, INCIDENT_SOURCES, STAGES, PLATFORMS, PLACE_ROLES, PLACE_PRECISIONS];
    for (const codes of [...lists, COUNT_BANDS, CHILD_INVOLVED]) {
      for (const cell of [...codes, codes.join(';'), codes.join(', ')]) expect(identityInValue(cell), cell).toBe(null);
    }
  });

  it('lets a well-formed LP number pass in its own column only', () => {
    expect(identityInValue(LP, { allowLpNumber: true })).toBe(null);
    expect(identityInValue('LP-A/5/I/2026/SPKT', { allowLpNumber: true })).toBe(null);
    expect(identityInValue(LP)).not.toBe(null);
    expect(identityInValue(`${LP} contoh alias percobaan`, { allowLpNumber: true })).toBe('name');
    expect(identityInValue('LP/B/123/XI/2025/081234567890', { allowLpNumber: true })).toBe('phone');
  });

  it('takes a full date before the first event year for a birth date', () => {
    expect(identityInValue('12-08-2019')).toBe('birth_date');
    expect(identityInValue('12-08-2020')).toBe(null);
    expect(identityInValue('12-08-2016', { earliestEventYear: 2015 })).toBe(null);
    expect(identityInValue('12-08-2021', { earliestEventYear: 2024 })).toBe('birth_date');
  });

  it('sees a NIK and a phone number in whatever separators and company', () => {
    const separator = fc.constantFrom('', ' ', '.', '-');
    const around = fc.constantFrom('', 'x ', '(', 'no ');
    fc.assert(
      fc.property(digits(14), separator, around, (rest, gap, before) => {
        const nik = `64${rest}`.match(/\d{4}/g)?.join(gap) ?? '';
        expect(identityInValue(`${before}${nik}`)).toBe('nik');
      }),
    );
    fc.assert(
      fc.property(
        digits(8),
        fc.constantFrom('08', '+628', '62 8'),
        fc.constantFrom('', ' ', '-'),
        (rest, head, gap) => {
          const number = `${head}12${gap}${rest.slice(0, 4)}${gap}${rest.slice(4)}`;
          expect(identityInValue(number)).not.toBe(null);
        },
      ),
    );
  });

  it('lets numbers and months pass', () => {
    fc.assert(fc.property(fc.integer({ min: -999_999, max: 9_999_999 }), (n) => identityInValue(String(n)) === null));
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (n) => identityInValue(n.toFixed(12)) === null),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 1, max: 12 }),
        (year, month) => identityInValue(`${year}-${String(month).padStart(2, '0')}`) === null,
      ),
    );
  });

  it('takes any text over 60 characters with spaces for something told about somebody', () => {
    const word = fc.constantFrom('dan', 'lalu', 'pergi', 'di', 'sana');
    fc.assert(
      fc.property(fc.array(word, { minLength: 31, maxLength: 200 }), (list) => {
        expect(identityInValue(list.join(' '))).toBe('narrative');
      }),
    );
  });

  it('answers any text, and the same with white space around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        expect(identityInValue(` ${text} `)).toBe(identityInValue(text));
      }),
    );
  });

  it('does not slow down on hostile cells', () => {
    const hostile = ['0', 'a', 'a.', '0 ', 'A ', '1-', '@a', 'a@', '-', '(0', 'rt ', '+6 '].map((part) =>
      part.repeat(400 / part.length),
    );
    const start = performance.now();
    for (let round = 0; round < 20; round += 1) for (const cell of hostile) identityInValue(cell);
    const perCellMs = (performance.now() - start) / (20 * hostile.length);
    expect(perCellMs).toBeLessThan(2);
  });
});
