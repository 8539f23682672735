import { describe, expect, it } from 'vitest';
import { en } from '../../../client/i18n/en.ts';
import { id } from '../../../client/i18n/id.ts';

interface Texts {
  readonly [key: string]: string | Texts;
}

function flatten(texts: Texts, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : flatten(value, `${prefix}${key}.`),
  );
}

const slots = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

const indonesian = flatten(id);
const english = new Map(flatten(en));

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual(indonesian.map(([key]) => key).sort());
  });

  it('have a text everywhere, which takes the same values in both languages', () => {
    const faults = indonesian.filter(([key, text]) => {
      const other = english.get(key) ?? '';
      return text.trim() === '' || other.trim() === '' || slots(other).join() !== slots(text).join();
    });
    expect(indonesian.length).toBeGreaterThan(300);
    expect(faults).toEqual([]);
  });

  it('says the words of the field exactly', () => {
    expect(Object.values(id.class).slice(0, 7)).toEqual([
      'rendah',
      'sedang',
      'tinggi',
      'data belum cukup',
      'belum dinilai',
      'disembunyikan',
      'tidak dapat dibedakan',
    ]);
    expect(id.legend.notCount).toBe('Ini bukan jumlah kejadian.');
    expect(id.legend.editionStatus).toBe('rilis awal, belum disahkan');
    expect(id.grade.switch).toBe('Hanya pernyataan resmi');
    expect(en.incidents.stamp).toBe('DATA LATIHAN');
  });
});
