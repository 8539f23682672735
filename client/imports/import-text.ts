import type { TFunction } from 'i18next';
import { id as texts } from '../i18n/imports/id.ts';
import { ServerProblem } from '../server-problem.ts';

type T = TFunction<'imports'>;

const isKey = <O extends object>(object: O, key: string): key is Extract<keyof O, string> => key in object;

/** A field of a file: `place2_longitude` is the longitude of the second place. */
export function fieldText(t: T, field: string): string {
  const [, number, part] = /^place(\d)_(\w+)$/.exec(field) ?? [];
  const name = part ?? field;
  const text = isKey(texts.field, name) && name !== 'ofPlace' ? t(`field.${name}`) : field;
  return number === undefined || number === '1' ? text : t('field.ofPlace', { field: text, number });
}

export function faultText(t: T, code: string): string {
  return isKey(texts.fault, code) ? t(`fault.${code}`) : code;
}

/** Where a whole file was refused: a column by name or `#3`, perhaps with a row after a comma. */
function placeText(t: T, place: string): string {
  const [, columnPart = place, row] = /^(.*), (\d+)$/.exec(place) ?? [];
  const number = /^#(\d+)$/.exec(columnPart)?.[1];
  const column =
    number === undefined ? t('refused.column', { name: columnPart }) : t('refused.columnNumber', { number });
  return row === undefined ? column : t('refused.cell', { column, row });
}

export interface Refusal {
  readonly text: string;
  /** One line for each place in the file. */
  readonly places: readonly string[];
}

type ReasonCode = Exclude<keyof (typeof texts)['refused'], 'where' | 'column' | 'columnNumber' | 'cell'>;

function isReason(code: string): code is ReasonCode {
  return code in texts.refused && !['where', 'column', 'columnNumber', 'cell'].includes(code);
}

/** Why a file was not taken, in the language of the page. */
export function refusalText(
  t: T,
  code: string,
  fields: readonly { readonly field: string; readonly code: string }[],
): Refusal {
  const places = fields
    .filter(({ field }) => field !== 'file')
    .map((at) => t('refused.where', { place: placeText(t, at.field), reason: faultText(t, at.code) }));
  return { text: isReason(code) ? t(`refused.${code}`) : t('error.other', { code }), places };
}

type ErrorCode = Exclude<keyof (typeof texts)['error'], 'other'>;

function isError(code: string): code is ErrorCode {
  return code in texts.error && code !== 'other';
}

/** What an act on the page failed with: a refusal of the file, or something of the server. */
export function problemText(t: T, error: unknown): Refusal {
  if (!(error instanceof ServerProblem)) return { text: t('error.other', { code: 'client' }), places: [] };
  const { code, reason, fields = [] } = error.body;
  if (reason !== undefined) return refusalText(t, reason, fields);
  return { text: isError(code) ? t(`error.${code}`) : t('error.other', { code }), places: [] };
}
