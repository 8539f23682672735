import type { SameKeys } from '../catalogue.ts';
import { formEn } from './form-en.ts';
import type { id } from './id.ts';
import { overlayEn } from './overlay-en.ts';
import { pageEn } from './page-en.ts';

export const en: SameKeys<typeof id> = {
  title: 'Cases',
  page: pageEn,
  overlay: overlayEn,
  form: formEn,
};
