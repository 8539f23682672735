import { useTranslation } from 'react-i18next';
import { FACTORS, type Factor } from '../../domain/factor.ts';
import type { Reading } from '../../domain/reading.ts';
import { useAtlas } from '../atlas.tsx';
import { useFormat } from '../i18n/use-format.ts';
import type { AreaRow } from '../model.ts';
import { Badge } from '../ui/badge.tsx';
import { RangeBar } from '../ui/range-bar.tsx';
import { useView } from '../use-view.tsx';
import { EvidenceItem } from './evidence-item.tsx';
import css from './factor-list.module.css';

/** The six factors of an area: range, strength, grade, and under each its evidence. */
export function FactorList({ row }: { readonly row: AreaRow }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={css.note}>{t('drawer.factorScale')}</p>
      <div className={css.list}>
        {FACTORS.map((factor) => (
          <FactorEntry key={`${row.code} ${factor}`} row={row} factor={factor} />
        ))}
      </div>
    </>
  );
}

function FactorEntry({ row, factor }: { readonly row: AreaRow; readonly factor: Factor }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { view } = useView();
  const reading = row.readings[factor];
  const name = t(`factor.${factor}`);
  const interval = reading.status === 'observed' ? reading.interval : null;
  const contribution = row.assessment.status === 'scored' ? row.assessment.contributions[factor] : undefined;
  const range = interval
    ? t('drawer.factorRange', {
        low: format.reading(interval.low),
        high: format.reading(interval.high),
        point: format.reading(interval.point),
      })
    : t('drawer.factorUnknown');
  return (
    <details className={css.factor} data-factor={factor}>
      <summary className={css.summary}>
        <span className={css.name}>{name}</span>
        <span className={css.value}>
          {reading.status === 'observed' ? t(`strength.${reading.strength ?? 'measured'}`) : t('drawer.factorUnknown')}
        </span>
        <span className={css.bar}>
          <RangeBar interval={interval} max={1} label={`${name}: ${range}`} />
        </span>
        <span className={css.detail}>
          {interval && <span>{range}</span>}
          {contribution !== undefined && <span>{t('drawer.contribution', { value: format.score(contribution) })}</span>}
          {reading.status === 'observed' && <Badge tone="accent">{t('grade.badge', { grade: reading.grade })}</Badge>}
          {reading.status === 'observed' && reading.old && <Badge tone="caution">{t('drawer.old')}</Badge>}
          {reading.status === 'observed' && reading.newestDate === null && (
            <Badge tone="caution">{t('drawer.undated')}</Badge>
          )}
          {view.weights[factor] === 0 && <Badge tone="caution">{t('drawer.zeroWeight')}</Badge>}
        </span>
      </summary>
      <FactorEvidence row={row} reading={reading} name={name} />
    </details>
  );
}

function FactorEvidence(props: { readonly row: AreaRow; readonly reading: Reading; readonly name: string }) {
  const { t } = useTranslation();
  const { evidenceById, nameByCode } = useAtlas();
  const { reading } = props;
  const speaks = reading.status === 'observed' ? reading.speaks : [];
  const entries = [
    ...speaks.map((id) => ({ id, role: <Badge>{t('drawer.speaks')}</Badge>, against: [] })),
    ...reading.lowers.map((id) => ({
      id,
      role: <Badge tone="caution">{t('drawer.lowers')}</Badge>,
      against: reading.contradicted,
    })),
    ...reading.informs.map((id) => ({ id, role: <Badge>{t('drawer.informs')}</Badge>, against: [] })),
  ];
  if (entries.length === 0) return <p className={css.note}>{t('drawer.noEvidence')}</p>;
  return (
    <ul className={css.evidence} aria-label={t('drawer.evidenceOf', { factor: props.name })}>
      {entries.map(({ id, role, against }) => {
        const row = evidenceById.get(id);
        if (row === undefined) return null;
        const place = row.areaCode === props.row.code ? undefined : nameByCode.get(row.areaCode);
        return <EvidenceItem key={id} row={row} role={role} against={against} place={place} />;
      })}
    </ul>
  );
}
