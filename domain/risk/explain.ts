import type { Assessment } from '../assessment.ts';
import type { Evidence } from '../evidence.ts';
import type { Factor } from '../factor.ts';
import { CLASS_LABEL, FACTOR_LABEL, STRENGTH_LABEL, type Text } from '../label.ts';
import type { Readings } from '../reading.ts';
import { classSpan } from './classify.ts';

type Language = keyof Text;

const AND: Text = { id: 'dan', en: 'and' };

function list(items: readonly string[], language: Language): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${AND[language]} ${items.at(-1)}`;
}

function number(value: number, language: Language): string {
  const text = (Math.round(value * 10) / 10).toFixed(1);
  return language === 'id' ? text.replace('.', ',') : text;
}

function labels(factors: readonly Factor[], language: Language): string {
  return list(
    factors.map((factor) => FACTOR_LABEL[factor][language]),
    language,
  );
}

/** Known factors, strongest first, each with what the source says of it. */
function known(assessment: Assessment, readings: Readings, language: Language): string {
  const point = (factor: Factor) => {
    const reading = readings[factor];
    return reading.status === 'observed' ? reading.interval.point : -1;
  };
  const sorted = [...assessment.knownFactors].sort((a, b) => point(b) - point(a));
  return list(
    sorted.map((factor) => {
      const reading = readings[factor];
      if (reading.status !== 'observed') return FACTOR_LABEL[factor][language];
      const strength = reading.strength === null ? { id: 'terukur', en: 'measured' } : STRENGTH_LABEL[reading.strength];
      return `${FACTOR_LABEL[factor][language]} (${strength[language]})`;
    }),
    language,
  );
}

const VOICE: Readonly<Record<'official' | 'measured' | 'open' | 'mixed' | 'inferred', Text>> = {
  official: { id: 'pernyataan kantor resmi yang dimuat', en: 'statements of named offices as carried by' },
  measured: { id: 'statistik atau survei resmi dari', en: 'official statistics or surveys from' },
  open: { id: 'pers atau data terbuka, yaitu', en: 'press or open data, namely' },
  mixed: {
    id: 'pernyataan kantor resmi serta pers atau data terbuka, dimuat',
    en: 'statements of named offices and press or open data, carried by',
  },
  inferred: {
    id: 'simpulan, sebagian tanpa sumber langsung, dari',
    en: 'inference, in part without a direct source, from',
  },
};

/** Who says it: the kind of voice by grade, then at most two publishers and how many more. */
function voices(
  assessment: Assessment,
  readings: Readings,
  evidence: ReadonlyMap<string, Evidence>,
  language: Language,
): string {
  const rows = assessment.knownFactors.flatMap((factor) => {
    const reading = readings[factor];
    return reading.status === 'observed' ? reading.speaks.flatMap((id) => evidence.get(id) ?? []) : [];
  });
  const grades = new Set(rows.map((row) => row.grade));
  const voice = grades.has('D')
    ? VOICE.inferred
    : grades.has('C') && (grades.has('A') || grades.has('B'))
      ? VOICE.mixed
      : grades.has('C')
        ? VOICE.open
        : grades.has('B')
          ? VOICE.official
          : VOICE.measured;
  const publishers = [...new Set(rows.map((row) => row.sourcePublisher))];
  const named = publishers.slice(0, 2);
  const more = publishers.length - named.length;
  const rest = language === 'id' ? `${more} penerbit lain` : `${more} more ${more === 1 ? 'publisher' : 'publishers'}`;
  return `${voice[language]} ${list(more > 0 ? [...named, rest] : named, language)}`;
}

function missing(assessment: Assessment, language: Language): string {
  if (assessment.unknownFactors.length === 0) {
    return language === 'id' ? 'semua faktor sudah berbukti' : 'every factor has evidence';
  }
  const factors = labels(assessment.unknownFactors, language);
  return language === 'id'
    ? `belum dinilai: ${factors} (belum dinilai bukan berarti rendah)`
    : `not assessed: ${factors} (not assessed does not mean low)`;
}

function level(assessment: Assessment & { readonly status: 'scored' }, language: Language): string {
  const { classLow, classHigh, score } = assessment;
  const range = `${number(score.low, language)}–${number(score.high, language)}`;
  const span = classSpan(classLow, classHigh);
  if (span === 3) {
    return language === 'id'
      ? `tidak dapat dibedakan dari rendah sampai tinggi (${range} dari 10)`
      : `cannot be told apart between low and high (${range} of 10)`;
  }
  const low = CLASS_LABEL[classLow][language];
  const label = span === 1 ? low : `${low}–${CLASS_LABEL[classHigh][language]}`;
  return language === 'id' ? `${label} (${range} dari 10)` : `is ${label} (${range} of 10)`;
}

function sentence(
  name: string,
  assessment: Assessment,
  readings: Readings,
  evidence: ReadonlyMap<string, Evidence>,
  language: Language,
): string {
  const gap = missing(assessment, language);
  if (assessment.status === 'not_assessed') {
    return language === 'id'
      ? `${name} belum dinilai: tidak satu pun dari ${assessment.unknownFactors.length} faktor punya bukti sendiri, dan itu bukan berarti rendah.`
      : `${name} is not assessed: none of the ${assessment.unknownFactors.length} factors has evidence of its own, and that does not mean low.`;
  }
  const what = known(assessment, readings, language);
  const who = voices(assessment, readings, evidence, language);
  if (assessment.status === 'insufficient') {
    return language === 'id'
      ? `${name}: data belum cukup untuk tingkat kerawanan; yang diketahui ${what} menurut ${who}; ${gap}.`
      : `${name}: not enough data for a risk level; what is known is ${what} according to ${who}; ${gap}.`;
  }
  const how = level(assessment, language);
  return language === 'id'
    ? `Kerawanan ${name} ${how}: ${what} menurut ${who}; ${gap}.`
    : `Risk in ${name} ${how}: ${what} according to ${who}; ${gap}.`;
}

/**
 * One sentence per area in each language: what is known, by whom, and what is missing.
 * `evidence` by id must hold the rows that the readings name.
 */
export function explain(
  name: string,
  assessment: Assessment,
  readings: Readings,
  evidence: ReadonlyMap<string, Evidence>,
): Text {
  return {
    id: sentence(name, assessment, readings, evidence, 'id'),
    en: sentence(name, assessment, readings, evidence, 'en'),
  };
}
