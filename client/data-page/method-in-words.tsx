import { useTranslation } from 'react-i18next';
import { useAtlas } from '../atlas.tsx';
import { useFormat } from '../i18n/use-format.ts';
import css from './data-page.module.css';

const STEPS = ['evidence', 'reading', 'score', 'gate', 'classes', 'rank', 'never'] as const;

/** The method of the edition without formulas; its numbers come from the method itself. */
export function MethodInWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const { method } = useAtlas().info.edition;
  const numbers = {
    gate: format.percent(method.coverageGate),
    first: format.score(method.classBreaks[0]),
    second: format.score(method.classBreaks[1]),
  };
  return (
    <ol className={css.steps}>
      {STEPS.map((step) => (
        <li key={step}>{t(`dataPage.methodSteps.${step}`, numbers)}</li>
      ))}
    </ol>
  );
}
