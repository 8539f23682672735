import type { FormValues } from './form-values.ts';

/** What a section of the form is given: all answers, because some hints look at others, and a way to change some. */
export interface SectionProps {
  readonly values: FormValues;
  readonly change: (part: Partial<FormValues>) => void;
}
