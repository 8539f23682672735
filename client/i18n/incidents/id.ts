import { formId } from './form-id.ts';

export const id = {
  title: '',
  form: formId,
} as const;
