import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CITY } from '../../domain/city.ts';
import { type Evidence, GRADES } from '../../domain/evidence.ts';
import { EVIDENCE_TAGS } from '../../domain/factor.ts';
import { useAtlas } from '../atlas.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { isOldEvidence } from '../old-evidence.ts';
import { SourceLink } from '../panels/source-link.tsx';
import { Badge } from '../ui/badge.tsx';
import table from '../ui/data-table.module.css';
import { SelectField } from '../ui/select-field.tsx';
import { useView } from '../use-view.tsx';
import css from './data-page.module.css';
import { type EvidenceFilter, filterEvidence, NO_FILTER } from './evidence-filter.ts';

/** Every row of evidence, with filters that hold in this browser only. */
export function EvidenceTable() {
  const { t } = useTranslation();
  const { evidence } = useAtlas();
  const [filter, setFilter] = useState(NO_FILTER);
  const shown = useMemo(() => filterEvidence(evidence, filter), [evidence, filter]);
  const rows = useDeferredValue(shown);
  const set = (part: Partial<EvidenceFilter>): void => setFilter((before) => ({ ...before, ...part }));
  return (
    <>
      <Filters filter={filter} onChange={set} />
      <p className={css.note} role="status">
        {t('dataPage.evidenceShown', { count: shown.length, total: evidence.length })}
      </p>
      {rows.length === 0 ? (
        <p>{t('dataPage.evidenceNone')}</p>
      ) : (
        <div className={table.scroll}>
          <table className={table.table} aria-label={t('dataPage.evidenceCaption')}>
            <thead>
              <tr>
                <th scope="col">{t('dataPage.colId')}</th>
                <th scope="col">{t('dataPage.colArea')}</th>
                <th scope="col">{t('dataPage.colFactor')}</th>
                <th scope="col">{t('dataPage.colGrade')}</th>
                <th scope="col">{t('dataPage.colDate')}</th>
                <th scope="col">{t('dataPage.colFinding')}</th>
                <th scope="col">{t('dataPage.colSource')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <EvidenceRow key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function EvidenceRow({ row }: { readonly row: Evidence }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { view } = useView();
  const { nameByCode, info } = useAtlas();
  return (
    <tr>
      <th scope="row">{row.id}</th>
      <td>{row.areaCode === CITY.code ? t('level.kota') : (nameByCode.get(row.areaCode) ?? row.areaCode)}</td>
      <td>
        {t(`factor.${row.factor}`)}
        <br />
        <span className={css.note}>
          {t(`direction.${row.direction}`)}
          {row.strength !== null && `, ${t(`strength.${row.strength}`)}`}
        </span>
      </td>
      <td title={t(`grade.${row.grade}`)}>{row.grade}</td>
      <td>
        <span className={css.badges}>
          {row.sourceDate === null ? <Badge tone="caution">{t('drawer.undated')}</Badge> : format.date(row.sourceDate)}
          {isOldEvidence(row, info.edition.asOf) && <Badge tone="caution">{t('drawer.old')}</Badge>}
        </span>
      </td>
      <td className={css.finding}>{view.language === 'en' ? row.findingEn : row.finding}</td>
      <td className={css.source}>
        {row.sourcePublisher}
        <br />
        <SourceLink row={row} />
      </td>
    </tr>
  );
}

function Filters(props: {
  readonly filter: EvidenceFilter;
  readonly onChange: (part: Partial<EvidenceFilter>) => void;
}) {
  const { t } = useTranslation();
  const { nameByCode } = useAtlas();
  const { filter, onChange } = props;
  const areas = [...nameByCode].sort(([a], [b]) => a.localeCompare(b));
  return (
    <div className={css.filters}>
      <label className={css.search}>
        {t('dataPage.filterText')}
        <input type="search" value={filter.text} onChange={(event) => onChange({ text: event.currentTarget.value })} />
      </label>
      <SelectField label={t('dataPage.filterArea')} value={filter.area} onChange={(area) => onChange({ area })}>
        <option value="">{t('dataPage.filterAll')}</option>
        {areas.map(([code, name]) => (
          <option key={code} value={code}>
            {code.length > 8 ? `– ${name}` : name}
          </option>
        ))}
      </SelectField>
      <SelectField label={t('dataPage.filterFactor')} value={filter.factor} onChange={(factor) => onChange({ factor })}>
        <option value="">{t('dataPage.filterAll')}</option>
        {EVIDENCE_TAGS.map((tag) => (
          <option key={tag} value={tag}>
            {t(`factor.${tag}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t('dataPage.filterGrade')} value={filter.grade} onChange={(grade) => onChange({ grade })}>
        <option value="">{t('dataPage.filterAll')}</option>
        {GRADES.map((grade) => (
          <option key={grade} value={grade}>
            {grade}: {t(`grade.${grade}`)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
