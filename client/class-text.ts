import type { TFunction } from 'i18next';
import type { AreaClass, Assessment } from '../domain/assessment.ts';
import { classSpan } from '../domain/risk/classify.ts';

/** The class that colours an area. */
export function areaClassOf(assessment: Assessment): AreaClass {
  return assessment.status === 'scored' ? assessment.class : assessment.status;
}

/** What an area is called: one class, two, or "cannot be told apart"; or why it has none. */
export function classText(t: TFunction, assessment: Assessment): string {
  if (assessment.status !== 'scored') return t(`class.${assessment.status}`);
  const { classLow, classHigh } = assessment;
  const span = classSpan(classLow, classHigh);
  if (span === 1) return t(`class.${classLow}`);
  if (span > 2) return t('class.indistinguishable');
  return t('class.span', { low: t(`class.${classLow}`), high: t(`class.${classHigh}`) });
}
