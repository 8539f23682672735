import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../accounts/use-act.ts';
import { useTitle } from '../accounts/use-title.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/notice.tsx';
import { CaseDuplicates } from './case-duplicates.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseHistory } from './case-history.tsx';
import { CaseState } from './case-state.tsx';
import { DeleteCase } from './delete-case.tsx';
import { caseKey, fetchIncident, type NamedRecord, setIncidentClosed } from './incident-api.ts';
import css from './incidents.module.css';
import { News } from './news.tsx';
import { ProblemNotice } from './problem-notice.tsx';

interface Props {
  readonly id: string;
  readonly onEdit: () => void;
  readonly onOpen: (id: string) => void;
  readonly onList: () => void;
  readonly onDeleted: () => void;
}

/** One case: what is recorded, what may be the same case, what it was before. */
export function CaseView(props: Props) {
  const { t } = useTranslation('incidents');
  const { id } = props;
  const title = t('page.one.title', { id });
  useTitle(title);
  const format = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: caseKey(id),
    queryFn: () => fetchIncident(id),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  return (
    <>
      <div className={css.head}>
        <div>
          <h1>{title}</h1>
          {data !== undefined && (
            <>
              <p className={css.note}>
                {t('page.one.recorded', {
                  when: format.moment(new Date(data.createdAt)),
                  who: data.createdByName ?? t('page.one.somebody'),
                })}
                {data.version > 1 && <> · {t('page.one.updated', { when: format.moment(new Date(data.updatedAt)) })}</>}
              </p>
              <CaseState record={data} />
            </>
          )}
        </div>
        <Button onClick={props.onList}>{t('page.toList')}</Button>
      </div>
      {data !== undefined && <Shown {...props} record={data} />}
      {data === undefined && error === null && <Loading label={t('page.loading')} />}
      {data === undefined && error !== null && <ProblemNotice error={error} retry={() => void refetch()} />}
    </>
  );
}

function Shown({ id, record, onEdit, onOpen, onDeleted }: Props & { readonly record: NamedRecord }) {
  const { t } = useTranslation('incidents');
  const client = useQueryClient();
  const { error, run } = useAct();
  const [news, setNews] = useState<string | null>(null);
  const { closed, version, deletedAt } = record;
  const refresh = () => client.invalidateQueries({ queryKey: caseKey(id) });
  const setClosed = (): void =>
    run(async () => {
      setNews(null);
      await setIncidentClosed(id, version, !closed).finally(refresh);
      setNews(t(closed ? 'page.one.reopenedNote' : 'page.one.closedNote', { id }));
    });
  return (
    <>
      <section className={css.part} aria-labelledby="facts">
        <h2 id="facts">{t('page.one.facts')}</h2>
        <CaseFacts record={record} />
        {deletedAt === null && (
          <>
            <div className={css.row}>
              <Button look="primary" disabled={closed} onClick={onEdit}>
                {t('page.one.edit')}
              </Button>
              {/* Not disabled while it works: a disabled button drops the focus. */}
              <Button onClick={setClosed}>{t(closed ? 'page.one.reopen' : 'page.one.close')}</Button>
              <DeleteCase record={record} onDone={onDeleted} />
              {closed && <span className={css.note}>{t('page.one.closedHint')}</span>}
            </div>
            <News text={news} />
            <ProblemNotice error={error} />
          </>
        )}
      </section>
      {deletedAt === null && <CaseDuplicates record={record} onOpen={onOpen} onMerged={() => void refresh()} />}
      <CaseHistory record={record} />
    </>
  );
}
