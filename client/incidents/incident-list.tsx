import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../accounts/use-title.ts';
import { ExportDialog } from '../keeping/export-dialog.tsx';
import { Button } from '../ui/button.tsx';
import table from '../ui/data-table.module.css';
import { Loading } from '../ui/notice.tsx';
import { useView } from '../use-view.tsx';
import { CaseState } from './case-state.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type CaseRecord, fetchIncidents } from './incident-api.ts';
import type { IncidentListFilter } from './incident-filter.ts';
import css from './incidents.module.css';
import { ProblemNotice } from './problem-notice.tsx';
import { useCaseText } from './use-case-text.ts';

interface Listed {
  readonly filter: IncidentListFilter;
  readonly deleted: boolean;
}

interface Props {
  readonly listed: Listed;
  readonly onChange: (listed: Listed) => void;
  readonly onOpen: (id: string) => void;
  readonly onNew: () => void;
}

export const LIST_KEY = ['incidents'] as const;

/** Cases by filters, the newest month first, a page at a time. */
export function IncidentList({ listed, onChange, onOpen, onNew }: Props) {
  const { t } = useTranslation('incidents');
  useTitle(t('title'));
  const { open, hrefOf } = useView();
  const { filter, deleted } = listed;
  const query = useInfiniteQuery({
    queryKey: [...LIST_KEY, filter, deleted],
    queryFn: ({ pageParam }) => fetchIncidents(filter, deleted, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // Others write as well: a list that is opened again is asked for again.
    staleTime: 0,
    gcTime: 0,
  });
  const records = query.data?.pages.flatMap((page) => page.records) ?? [];
  return (
    <>
      <div className={css.head}>
        <div>
          <h1>{t('title')}</h1>
          <p className={css.lead}>{t('page.lead')}</p>
        </div>
        <div className={css.row}>
          <Button look="primary" onClick={onNew}>
            <Plus size={16} aria-hidden="true" />
            {t('page.add')}
          </Button>
          <a
            href={hrefOf('/import')}
            onClick={(event) => {
              event.preventDefault();
              open('/import');
            }}
          >
            {t('page.import')}
          </a>
          <ExportDialog filter={filter} />
        </div>
      </div>
      <FilterBar
        filter={filter}
        deleted={deleted}
        onChange={(next, gone) => onChange({ filter: next, deleted: gone })}
      />
      <ProblemNotice error={query.error} retry={() => void query.refetch()} />
      {query.isPending && <Loading label={t('page.loading')} />}
      {query.data !== undefined && records.length === 0 && <p className={css.empty}>{t('page.none')}</p>}
      {records.length > 0 && (
        <table className={`${table.table} ${table.cards}`}>
          <caption>{t('page.caption')}</caption>
          <thead>
            <tr>
              {(['id', 'month', 'source', 'stage', 'places', 'victims', 'state'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`page.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {records.map((record) => (
              <ListRow key={record.incident.id} record={record} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
      {query.data !== undefined && records.length > 0 && (
        <div className={css.row}>
          {query.hasNextPage && (
            <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
              {t('page.more')}
            </Button>
          )}
          <span className={css.note} role="status">
            {t(query.hasNextPage ? 'page.shown' : 'page.shownAll', { count: records.length })}
          </span>
        </div>
      )}
    </>
  );
}

function ListRow({ record, onOpen }: { readonly record: CaseRecord; readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation('incidents');
  const text = useCaseText();
  const { incident } = record;
  return (
    <tr>
      <th scope="row">
        <a
          className={css.number}
          href={`#${incident.id}`}
          onClick={(event) => {
            event.preventDefault();
            onOpen(incident.id);
          }}
        >
          #{incident.id}
        </a>
      </th>
      <td data-label={t('page.column.month')}>{text.when(incident)}</td>
      <td data-label={t('page.column.source')}>{text.source(incident)}</td>
      <td data-label={t('page.column.stage')}>{text.stage(incident)}</td>
      <td data-label={t('page.column.places')}>{text.places(incident)}</td>
      <td data-label={t('page.column.victims')}>{text.count(incident.victims)}</td>
      <td data-label={t('page.column.state')}>
        <CaseState record={record} />
      </td>
    </tr>
  );
}
