import { formId } from './form-id.ts';
import { overlayId } from './overlay-id.ts';
import { pageId } from './page-id.ts';

export const id = {
  title: 'Kejadian',
  page: pageId,
  overlay: overlayId,
  form: formId,
} as const;
