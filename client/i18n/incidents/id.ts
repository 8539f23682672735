import { formId } from './form-id.ts';
import { pageId } from './page-id.ts';

export const id = {
  title: 'Kejadian',
  page: pageId,
  form: formId,
} as const;
