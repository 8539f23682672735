import { createInstance, type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { cellText } from '../../../client/bands/cell-text.ts';
import { en as enBands } from '../../../client/i18n/bands/en.ts';
import { id as idBands } from '../../../client/i18n/bands/id.ts';
import { en } from '../../../client/i18n/en.ts';
import { id } from '../../../client/i18n/id.ts';
import { bandTable } from '../../../domain/privacy/band-table.ts';
import { releasedCells } from '../../../domain/privacy/release.ts';

const NAMES = new Map([
  ['64.71.03', 'Balikpapan Utara'],
  ['64.71.05', 'Balikpapan Selatan'],
]);
const FRAME = { placeRole: 'exploitation', areaCodes: [...NAMES.keys()], years: [2025, 2026] } as const;

let say: (language: 'id' | 'en', key: string) => string;

beforeAll(async () => {
  const i18n = createInstance();
  const resources = { id: { translation: id, bands: idBands }, en: { translation: en, bands: enBands } };
  await i18n.init({ lng: 'id', resources, interpolation: { escapeValue: false } });
  say = (language, key) => {
    const bands = i18n.getFixedT(language, 'bands') as TFunction<'bands'>;
    return cellText(bands, i18n.getFixedT(language, 'translation') as TFunction, NAMES, key);
  };
});

describe('cellText', () => {
  it('says every figure of a released table without a code', () => {
    const keys = releasedCells(bandTable(FRAME, [])).map(({ key }) => key);
    expect(keys.map((key) => say('id', key))).toEqual([
      'Balikpapan Utara, 2025 (Eksploitasi)',
      'Balikpapan Utara, 2026 (Eksploitasi)',
      'Balikpapan Selatan, 2025 (Eksploitasi)',
      'Balikpapan Selatan, 2026 (Eksploitasi)',
      'Balikpapan Utara, 2025–2026 (Eksploitasi)',
      'Balikpapan Selatan, 2025–2026 (Eksploitasi)',
      'Seluruh kota, 2025 (Eksploitasi)',
      'Seluruh kota, 2026 (Eksploitasi)',
      'Seluruh kota, 2025–2026 (Eksploitasi)',
    ]);
    expect(new Set(keys.map((key) => say('en', key))).size).toBe(keys.length);
    for (const key of keys) expect(say('en', key)).not.toMatch(/64\.71|_|exploitation:/);
  });

  it('says what is no such key as it is', () => {
    expect(say('id', 'something')).toBe('something');
  });
});
