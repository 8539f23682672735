import { describe, expect, it } from 'vitest';
import { en as accountsEn } from '../../../client/i18n/accounts/en.ts';
import { id as accountsId } from '../../../client/i18n/accounts/id.ts';
import { en as bandsEn } from '../../../client/i18n/bands/en.ts';
import { id as bandsId } from '../../../client/i18n/bands/id.ts';
import { en } from '../../../client/i18n/en.ts';
import { id } from '../../../client/i18n/id.ts';
import { en as importsEn } from '../../../client/i18n/imports/en.ts';
import { id as importsId } from '../../../client/i18n/imports/id.ts';
import { en as incidentsEn } from '../../../client/i18n/incidents/en.ts';
import { id as incidentsId } from '../../../client/i18n/incidents/id.ts';
import { en as keepingEn } from '../../../client/i18n/keeping/en.ts';
import { id as keepingId } from '../../../client/i18n/keeping/id.ts';

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

const CATALOGUES: readonly (readonly [string, Texts, Texts])[] = [
  ['the first page', id, en],
  ['accounts', accountsId, accountsEn],
  ['bands', bandsId, bandsEn],
  ['incidents', incidentsId, incidentsEn],
  ['imports', importsId, importsEn],
  ['keeping', keepingId, keepingEn],
];

describe.each(CATALOGUES)('the catalogue of %s', (_name, given, other) => {
  const indonesian = flatten(given);
  const english = new Map(flatten(other));

  it('has the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual(indonesian.map(([key]) => key).sort());
  });

  it('has a text everywhere, which takes the same values in both languages', () => {
    const faults = indonesian.filter(([key, text]) => {
      const translated = english.get(key) ?? '';
      return text.trim() === '' || translated.trim() === '' || slots(translated).join() !== slots(text).join();
    });
    expect(indonesian.length).toBeGreaterThan(15);
    expect(faults).toEqual([]);
  });
});

describe('the catalogues', () => {
  it('are looked at whole', () => {
    expect(flatten(id).length).toBeGreaterThan(300);
    expect(CATALOGUES.flatMap(([, texts]) => flatten(texts)).length).toBeGreaterThan(600);
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
