import { useTranslation } from 'react-i18next';
import { Badge } from '../ui/badge.tsx';
import type { CaseRecord } from './incident-api.ts';
import css from './incidents.module.css';

/** Open, closed, deleted or merged; and whether it is a child case. */
export function CaseState({ record }: { readonly record: CaseRecord }) {
  const { t } = useTranslation('incidents');
  const { incident, closed, deletedAt, mergedInto } = record;
  const state = (): string => {
    if (mergedInto !== null) return t('page.state.merged', { id: mergedInto });
    if (deletedAt !== null) return t('page.state.deleted');
    return t(closed ? 'page.state.closed' : 'page.state.open');
  };
  return (
    <span className={css.badges}>
      <Badge tone={deletedAt === null && !closed ? 'accent' : 'plain'}>{state()}</Badge>
      {incident.childInvolved !== 'no' && (
        <Badge tone="caution">
          {t(incident.childInvolved === 'yes' ? 'page.state.child' : 'page.state.childUnknown')}
        </Badge>
      )}
    </span>
  );
}
