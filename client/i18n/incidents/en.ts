import type { SameKeys } from '../catalogue.ts';
import { formEn } from './form-en.ts';
import { pageEn } from './page-en.ts';
import type { id } from './id.ts';

export const en: SameKeys<typeof id> = {
  title: 'Cases',
  page: pageEn,
  form: formEn,
};
