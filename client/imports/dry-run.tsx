import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { StepHeading } from '../ui/step-heading.tsx';
import type { Import } from './import-api.ts';
import css from './imports.module.css';
import { ReportView } from './report-view.tsx';

type Choice = 'import' | 'leave_out';

/** What would be taken and what not, what to do with duplicates, and the decision. */
export function DryRun(props: {
  readonly import: Import;
  readonly busy: boolean;
  readonly onConfirm: (duplicates: Choice) => void;
  /** What else may be done, beside the decision. */
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [choice, setChoice] = useState<Choice>('leave_out');
  const { counts } = props.import;
  if (counts === null) return null;
  const figures = (names: readonly (keyof typeof counts)[]) => (
    <dl className={css.figures}>
      {names.map((name) => (
        <div key={name}>
          <dt>{t(`report.${name}`)}</dt>
          <dd>{format.integer(counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
  const fresh = counts.accepted - counts.same - (choice === 'leave_out' ? counts.duplicates : 0);
  return (
    <section className={css.part} aria-labelledby="dry-run">
      <StepHeading id="dry-run">{t('report.title')}</StepHeading>
      {figures(['rows', 'accepted', 'rejected'])}
      <h3>{t('report.among', { accepted: format.integer(counts.accepted) })}</h3>
      {figures(['duplicates', 'same', 'pointsDropped'])}
      {counts.same > 0 && <p className={css.note}>{t('report.sameNote')}</p>}
      {counts.pointsDropped > 0 && <p className={css.note}>{t('report.pointsNote')}</p>}
      <ReportView key={props.import.id} import={props.import} />
      <div className={css.decide}>
        {counts.duplicates > 0 && (
          <Segmented<Choice>
            label={t('decide.duplicates')}
            value={choice}
            options={(['leave_out', 'import'] as const).map((value) => ({ value, label: t(`decide.${value}`) }))}
            onChange={setChoice}
          />
        )}
        {fresh > 0 ? (
          <Button look="primary" disabled={props.busy} onClick={() => props.onConfirm(choice)}>
            {t('decide.confirm', { n: format.integer(fresh) })}
          </Button>
        ) : (
          <Notice>{t('decide.nothing')}</Notice>
        )}
        {props.children}
      </div>
    </section>
  );
}
