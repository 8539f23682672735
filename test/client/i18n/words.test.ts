import { describe, expect, it } from 'vitest';
import { en as accountsEn } from '../../../client/i18n/accounts/en.ts';
import { id as accountsId } from '../../../client/i18n/accounts/id.ts';
import { en as bandsEn } from '../../../client/i18n/bands/en.ts';
import { id as bandsId } from '../../../client/i18n/bands/id.ts';
import { en as commonEn } from '../../../client/i18n/en.ts';
import { id as commonId } from '../../../client/i18n/id.ts';
import { en as importsEn } from '../../../client/i18n/imports/en.ts';
import { id as importsId } from '../../../client/i18n/imports/id.ts';
import { en as incidentsEn } from '../../../client/i18n/incidents/en.ts';
import { id as incidentsId } from '../../../client/i18n/incidents/id.ts';
import { en as keepingEn } from '../../../client/i18n/keeping/en.ts';
import { id as keepingId } from '../../../client/i18n/keeping/id.ts';

const CATALOGUES = {
  id: {
    common: commonId,
    accounts: accountsId,
    bands: bandsId,
    imports: importsId,
    incidents: incidentsId,
    keeping: keepingId,
  },
  en: {
    common: commonEn,
    accounts: accountsEn,
    bands: bandsEn,
    imports: importsEn,
    incidents: incidentsEn,
    keeping: keepingEn,
  },
} as const;

/** One word for one thing: the other ones, and what stands for them. */
const DRIFTED = [
  [/peladen/i, 'server'],
  [/log audit/i, 'jejak audit'],
  [/kasus anak/i, 'perkara anak'],
  [/(?<!\()\brazia\b/i, 'penertiban (razia)'],
  [/\bemail\b/i, 'surel'],
  [/\bpassword\b/i, 'kata sandi'],
  [/\bupload\b|\bdownload\b/i, 'unggah, unduh'],
  [/\bbrowser\b/i, 'peramban'],
  [/\bfile\b/i, 'berkas'],
] as const;

const MOST_WORDS = 25;

/** Every text with the keys that lead to it. */
function textsOf(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, part]) => textsOf(part, `${path}.${key}`));
}

/** Numbers and signs are no words. */
function longestSentence(text: string): number {
  const sentences = text.split(/[.?!](?:\s|$)/);
  return Math.max(...sentences.map((sentence) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length));
}

describe('the texts of the page', () => {
  it('use one word for one thing', () => {
    const drifted = textsOf(CATALOGUES.id, 'id').flatMap(([path, text]) =>
      DRIFTED.flatMap(([word, instead]) =>
        word.test(text.replace(/\{\{\w+\}\}/g, '')) ? [`${path}: "${text}", say ${instead}`] : [],
      ),
    );
    expect(drifted).toEqual([]);
  });

  it.each(['id', 'en'] as const)('have no sentence over 25 words in %s', (language) => {
    const long = textsOf(CATALOGUES[language], language).filter(([, text]) => longestSentence(text) > MOST_WORDS);
    expect(long.map(([path, text]) => `${path} (${longestSentence(text)}): ${text}`)).toEqual([]);
  });
});
