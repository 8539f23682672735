import { describe, expect, it } from 'vitest';
import { en } from '../../client/i18n/en.ts';
import { id } from '../../client/i18n/id.ts';
import { CLASS_LABEL, FACTOR_LABEL, STRENGTH_LABEL } from '../../domain/label.ts';

/** The sentence of a district and the labels around it must use one word for one thing. */
describe('the catalogues and the words of the sentences', () => {
  it.each([
    ['id', id],
    ['en', en],
  ] as const)('agree in %s', (language, catalogue) => {
    const lower = (text: string) => text.toLowerCase();
    for (const [factor, text] of Object.entries(FACTOR_LABEL)) {
      expect(lower(catalogue.factor[factor as keyof typeof FACTOR_LABEL])).toBe(lower(text[language]));
    }
    for (const [name, text] of Object.entries(CLASS_LABEL)) {
      expect(catalogue.class[name as keyof typeof CLASS_LABEL]).toBe(text[language]);
    }
    for (const [name, text] of Object.entries(STRENGTH_LABEL)) {
      expect(catalogue.strength[name as keyof typeof STRENGTH_LABEL]).toBe(text[language]);
    }
  });
});
