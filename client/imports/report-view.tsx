import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/notice.tsx';
import { fetchAccepted, fetchDuplicates, fetchRejected, type Import, ROWS_PER_PAGE } from './import-api.ts';
import css from './imports.module.css';
import { downloadRejects } from './rejects-download.ts';
import { AcceptedRows, DuplicateRows, RejectedRows } from './report-rows.tsx';

const TABS = ['rejected', 'duplicates', 'accepted'] as const;
type Tab = (typeof TABS)[number];

/** Rows of one kind, a page at a time. */
function usePage(id: string, tab: Tab, page: number) {
  return useQuery({
    queryKey: ['import-report', id, tab, page],
    queryFn: async () => {
      if (tab === 'rejected') return { tab, rows: await fetchRejected(id, page) } as const;
      if (tab === 'accepted') return { tab, rows: await fetchAccepted(id, page) } as const;
      return { tab, rows: await fetchDuplicates(id, page) } as const;
    },
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  }).data;
}

/** What the dry run found, in three tabs; arrow keys move between them. */
export function ReportView({ import: { id, counts } }: { readonly import: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [tab, setTab] = useState<Tab>(() => TABS.find((one) => (counts?.[one] ?? 0) > 0) ?? 'accepted');
  const [page, setPage] = useState(0);
  const shown = usePage(id, tab, page);
  if (counts === null) return null;
  const open = (next: Tab): void => {
    setTab(next);
    setPage(0);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length] ?? tab;
    open(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  const total = counts[tab];
  const pages = Math.max(1, Math.ceil(total / ROWS_PER_PAGE));
  return (
    <div className={css.report}>
      <div className={css.tabs} role="tablist" aria-label={t('report.tabs')} onKeyDown={onKey}>
        {TABS.map((one) => (
          <button
            key={one}
            id={`tab-${one}`}
            type="button"
            role="tab"
            aria-selected={one === tab}
            aria-controls="report-rows"
            tabIndex={one === tab ? 0 : -1}
            onClick={() => open(one)}
          >
            {t(`report.${one}`)} <span className={css.count}>{format.integer(counts[one])}</span>
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a panel of rows is scrolled by keyboard */}
      <div id="report-rows" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0} className={css.panel}>
        {total === 0 ? (
          <p className={css.note}>{t('report.none')}</p>
        ) : shown === undefined || shown.tab !== tab ? (
          <Loading label={t('loading')} />
        ) : (
          <Rows shown={shown} />
        )}
      </div>
      {pages > 1 && (
        <div className={css.row}>
          <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('report.previous')}
          </Button>
          <span role="status">
            {t('report.page', { page: format.integer(page + 1), pages: format.integer(pages) })}
          </span>
          <Button disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
            {t('report.next')}
          </Button>
        </div>
      )}
      {tab === 'rejected' && total > 0 && (
        <div className={css.row}>
          <Button onClick={() => void downloadRejects(t, id)}>{t('report.download')}</Button>
          <span className={css.note}>{t('report.hidden')}</span>
        </div>
      )}
    </div>
  );
}

function Rows({ shown }: { readonly shown: NonNullable<ReturnType<typeof usePage>> }) {
  switch (shown.tab) {
    case 'rejected':
      return <RejectedRows rows={shown.rows} />;
    case 'accepted':
      return <AcceptedRows rows={shown.rows} />;
    case 'duplicates':
      return <DuplicateRows rows={shown.rows} />;
  }
}
