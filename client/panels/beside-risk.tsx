import { useTranslation } from 'react-i18next';
import { isWithin } from '../../domain/area.ts';
import { useAtlas } from '../atlas.tsx';
import type { AreaRow } from '../model.ts';
import { Badge } from '../ui/badge.tsx';
import { Disclosure } from '../ui/section.tsx';
import css from './area-drawer.module.css';
import { EvidenceItem } from './evidence-item.tsx';

const COPING_WORD = {
  raises: 'drawer.copingRaises',
  lowers: 'drawer.copingLowers',
  neutral: 'drawer.copingNeutral',
} as const;

/** Evidence that never reads: coping capacity, shown beside risk, and context. */
export function BesideRisk({ row }: { readonly row: AreaRow }) {
  const { t } = useTranslation();
  const { evidence, nameByCode } = useAtlas();
  const own = evidence.filter(({ areaCode }) => isWithin(areaCode, row.code));
  const placeOf = (code: string) => (code === row.code ? undefined : nameByCode.get(code));
  const coping = own.filter(({ factor }) => factor === 'coping_capacity');
  const context = own.filter(({ factor }) => factor === 'context');
  return (
    <>
      <Disclosure title={`${t('drawer.coping')} (${coping.length})`} heading="h3">
        <p className={css.note}>{t(coping.length === 0 ? 'drawer.noEvidence' : 'drawer.copingNote')}</p>
        <ul className={css.plain}>
          {coping.map((item) => (
            <EvidenceItem
              key={item.id}
              row={item}
              role={
                <Badge tone={item.direction === 'raises' ? 'caution' : 'plain'}>{t(COPING_WORD[item.direction])}</Badge>
              }
              place={placeOf(item.areaCode)}
            />
          ))}
        </ul>
      </Disclosure>
      <Disclosure title={`${t('drawer.context')} (${context.length})`} heading="h3">
        <p className={css.note}>{t(context.length === 0 ? 'drawer.noEvidence' : 'drawer.contextNote')}</p>
        <ul className={css.plain}>
          {context.map((item) => (
            <EvidenceItem key={item.id} row={item} place={placeOf(item.areaCode)} />
          ))}
        </ul>
      </Disclosure>
    </>
  );
}
