import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../domain/evidence.ts';
import { useAtlas } from '../atlas.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { isOldEvidence } from '../old-evidence.ts';
import { Badge } from '../ui/badge.tsx';
import { useView } from '../use-view.tsx';
import css from './evidence-item.module.css';
import { SourceLink } from './source-link.tsx';

interface Props {
  readonly row: Evidence;
  /** What part the row plays: read, informs, lowers. */
  readonly role?: ReactNode;
  /** Ids of the rows that this one contradicts. */
  readonly against?: readonly string[];
  /** Name of the smaller area the row is about, when it is not the one shown. */
  readonly place?: string | undefined;
}

/** One finding with its grade, date and source; the source opens in a new tab. */
export function EvidenceItem({ row, role, against = [], place }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { view } = useView();
  const { info } = useAtlas();
  return (
    <li className={css.item} id={row.id}>
      <div className={css.badges}>
        <Badge tone="accent" title={t(`grade.${row.grade}`)}>
          {t('grade.badge', { grade: row.grade })}
        </Badge>
        {role}
        {row.sourceDate === null && <Badge tone="caution">{t('drawer.undated')}</Badge>}
        {isOldEvidence(row, info.edition.asOf) && <Badge tone="caution">{t('drawer.old')}</Badge>}
        {place !== undefined && <Badge>{place}</Badge>}
      </div>
      <p>{view.language === 'en' ? row.findingEn : row.finding}</p>
      {row.measured !== null && (
        <p>
          {t('drawer.measured', {
            value: format.decimal(row.measured.value, 1),
            unit: row.measured.unit,
            low: format.decimal(row.measured.goalLow, 1),
            high: format.decimal(row.measured.goalHigh, 1),
          })}
        </p>
      )}
      {against.length > 0 && <p className={css.against}>{t('drawer.contradicts', { list: against.join(', ') })}</p>}
      <p className={css.source}>
        {row.id} · {row.sourcePublisher}
        {row.sourceDate !== null && `, ${format.date(row.sourceDate)}`} · <SourceLink row={row} />
      </p>
    </li>
  );
}
