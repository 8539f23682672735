import { useTranslation } from 'react-i18next';
import type { Assessment } from '../../domain/assessment.ts';
import { useAtlas } from '../atlas.tsx';
import { classText } from '../class-text.ts';
import { useFormat } from '../i18n/use-format.ts';
import { changesBetween } from '../model.ts';
import { Notice } from '../ui/notice.tsx';
import { useView } from '../use-view.tsx';
import css from './layer-panel.module.css';

/** What a stricter minimum grade changes against that of the edition, at the level shown. */
export function GradeChanges() {
  const { t } = useTranslation();
  const format = useFormat();
  const { view } = useView();
  const { rows, rowsAtStandardGrade } = useAtlas();
  const changes = changesBetween(rowsAtStandardGrade[view.level], rows[view.level]);
  const say = (assessment: Assessment): string => {
    const name = classText(t, assessment);
    return assessment.status === 'scored'
      ? `${name} ${format.range(assessment.score)} (${format.score(assessment.score.point)})`
      : name;
  };
  return (
    <Notice live>
      <p>{t(changes.length === 0 ? 'grade.noChange' : 'grade.changes')}</p>
      {changes.length > 0 && (
        <ul className={css.changes}>
          {changes.map((row) => (
            <li key={row.code}>
              {t('grade.change', { name: row.name, before: say(row.before), after: say(row.after) })}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
