import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAct } from '../accounts/use-act.ts';
import { useTitle } from '../accounts/use-title.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { Loading, Notice } from '../ui/notice.tsx';
import own from './case.module.css';
import { CaseDuplicates } from './case-duplicates.tsx';
import { CASE_FIELDS, fieldText } from './case-fields.ts';
import { CaseHistory } from './case-history.tsx';
import { CaseState } from './case-state.tsx';
import { DeleteCase } from './delete-case.tsx';
import { type CaseRecord, fetchIncident, setIncidentClosed } from './incident-api.ts';
import css from './incidents.module.css';
import { ProblemNotice } from './problem-notice.tsx';
import { useCaseText } from './use-case-text.ts';

interface Props {
  readonly id: string;
  /** It was recorded a moment ago. */
  readonly created: boolean;
  readonly onEdit: () => void;
  readonly onOpen: (id: string) => void;
  readonly onList: () => void;
}

export const caseKey = (id: string) => ['incident', id] as const;

/** One case: what is recorded, what may be the same case, what it was before. */
export function CaseView({ id, created, onEdit, onOpen, onList }: Props) {
  const { t } = useTranslation('incidents');
  useTitle(t('page.one.title', { id }));
  const format = useFormat();
  const client = useQueryClient();
  const { busy, error, run } = useAct();
  const query = useQuery({
    queryKey: caseKey(id),
    queryFn: () => fetchIncident(id),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const refresh = (): void => {
    void client.invalidateQueries({ queryKey: caseKey(id) });
  };
  const record = query.data;
  const back = <Button onClick={onList}>{t('page.toList')}</Button>;
  if (record === undefined) {
    return (
      <>
        <h1>{t('page.one.title', { id })}</h1>
        {query.error === null ? (
          <Loading label={t('page.loading')} />
        ) : (
          <ProblemNotice error={query.error} retry={() => void query.refetch()} />
        )}
        <div className={css.row}>{back}</div>
      </>
    );
  }
  const { closed, version, deletedAt } = record;
  const who = record.createdByName ?? t('page.one.somebody');
  return (
    <>
      <div className={css.head}>
        <div>
          <h1>{t('page.one.title', { id })}</h1>
          <p className={css.note}>
            {t('page.one.recorded', { when: format.moment(new Date(record.createdAt)), who })}
            {version > 1 && <> · {t('page.one.updated', { when: format.moment(new Date(record.updatedAt)) })}</>}
          </p>
          <CaseState record={record} />
        </div>
        {back}
      </div>
      {created && <Notice live>{t('page.one.createdNote', { id })}</Notice>}
      <ProblemNotice error={error} />
      <section className={css.part} aria-labelledby="facts">
        <h2 id="facts">{t('page.one.facts')}</h2>
        <Facts record={record} />
        {deletedAt === null && (
          <div className={css.row}>
            <Button look="primary" disabled={closed} onClick={onEdit}>
              {t('page.one.edit')}
            </Button>
            <Button
              disabled={busy}
              onClick={() =>
                run(async () => {
                  await setIncidentClosed(id, version, !closed).finally(refresh);
                })
              }
            >
              {t(closed ? 'page.one.reopen' : 'page.one.close')}
            </Button>
            <DeleteCase record={record} onDone={refresh} />
            {closed && <span className={css.note}>{t('page.one.closedNote')}</span>}
          </div>
        )}
      </section>
      {deletedAt === null && <CaseDuplicates record={record} onOpen={onOpen} onMerged={refresh} />}
      <CaseHistory record={record} />
    </>
  );
}

function Facts({ record: { incident } }: { readonly record: CaseRecord }) {
  const { t } = useTranslation('incidents');
  const text = useCaseText();
  return (
    <>
      <dl className={own.facts}>
        {CASE_FIELDS.filter((field) => field !== 'places').map((field) => (
          <div key={field}>
            <dt>{t(`form.field.${field}`)}</dt>
            <dd>{fieldText(text, incident, field)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('page.one.places')}</h3>
      <ul className={own.places}>
        {incident.places.map((place, position) => (
          // Places have no identity of their own but their position.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced whole
          <li key={position}>
            <b>{text.role(place)}</b> <span>{text.area(place)}</span>{' '}
            <span className={css.note}>{text.precision(place)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
