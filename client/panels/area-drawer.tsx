import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { explain } from '../../domain/risk/explain.ts';
import { useAtlas } from '../atlas.tsx';
import { useShown } from '../bands/shown.tsx';
import { classText } from '../class-text.ts';
import { useFormat } from '../i18n/use-format.ts';
import type { AreaRow } from '../model.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { useView } from '../use-view.tsx';
import { ActionList } from './action-list.tsx';
import css from './area-drawer.module.css';
import { AreaFactList } from './area-fact-list.tsx';
import { BesideRisk } from './beside-risk.tsx';
import { FactorList } from './factor-list.tsx';
import { Swatch } from './swatch.tsx';

interface Props {
  readonly row: AreaRow;
  readonly onClose: () => void;
}

/** One area: level, why, factors with their evidence, what helps, and the facts. */
export function AreaDrawer({ row, onClose }: Props) {
  const { t } = useTranslation();
  const { view, change } = useView();
  const { evidenceById, rows, info } = useAtlas();
  const { bands, late } = useShown();
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = useRef<string | null>(null);

  useEffect(() => {
    // Focus follows a choice, but an address that opens an area leaves the reader at the top of the page.
    if (opened.current !== null || document.activeElement !== document.body) heading.current?.focus();
    opened.current = row.code;
  }, [row.code]);

  const children = row.level === 'kecamatan' ? rows.kelurahan.filter(({ parentCode }) => parentCode === row.code) : [];
  return (
    <aside
      className={css.drawer}
      aria-label={t('drawer.label')}
      data-testid="area-drawer"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className={css.head}>
        <div>
          <p className={css.kind}>{t(`level.${row.level}`)}</p>
          <h2 ref={heading} tabIndex={-1}>
            {row.name}
          </h2>
        </div>
        <Button look="quiet" icon aria-label={t('drawer.close', { name: row.name })} onClick={onClose}>
          <X size={18} aria-hidden="true" />
        </Button>
        <Level row={row} />
      </div>
      <Section title={t('drawer.why')} heading="h3">
        <p className={css.sentence}>{explain(row.name, row.assessment, row.readings, evidenceById)[view.language]}</p>
      </Section>
      {bands !== null && late !== null && <late.BandFact row={row} />}
      <Section title={t('drawer.factors')} heading="h3">
        <FactorList row={row} />
      </Section>
      <ActionList row={row} />
      <BesideRisk row={row} />
      <Section title={t('drawer.facts')} heading="h3">
        <AreaFactList row={row} />
      </Section>
      {children.length > 0 && (
        <Section title={t('drawer.kelurahan')} heading="h3">
          <div className={css.children}>
            {children.map((child) => (
              <Button key={child.code} onClick={() => change({ level: 'kelurahan', area: child.code })}>
                {child.name}
              </Button>
            ))}
          </div>
        </Section>
      )}
      <Section title={t('drawer.wrong')} heading="h3">
        <p>
          {t(info.contact === null ? 'drawer.wrongNone' : 'drawer.wrongBody', {
            code: row.code,
            edition: info.edition.id,
          })}
        </p>
        {info.contact !== null && <a href={info.contact.href}>{info.contact.label}</a>}
      </Section>
    </aside>
  );
}

/** Class, range, point, rank interval and completeness; bounds only where there is no score. */
function Level({ row }: { readonly row: AreaRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { assessment } = row;
  const scored = assessment.status === 'scored' ? assessment : null;
  return (
    <div className={css.level}>
      <strong>
        <Swatch row={row} layer="index" />
        {classText(t, assessment)}
      </strong>
      {scored ? (
        <span>
          <b>{format.range(scored.score)}</b> · {t('drawer.points', { point: format.score(scored.score.point) })}
        </span>
      ) : (
        <span>
          {t('drawer.boundsOnly', {
            low: format.score(assessment.bounds.low),
            high: format.score(assessment.bounds.high),
          })}
        </span>
      )}
      <span>{scored?.rank ? t('drawer.rank', { rank: format.rank(scored.rank) }) : t('drawer.rankNone')}</span>
      <span>{t('drawer.coverage', { value: format.percent(assessment.coverage) })}</span>
    </div>
  );
}
