import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.tsx';
import css from './accounts.module.css';
import { ColleagueItem } from './colleague-item.tsx';
import { fetchWaiting, WAITING_KEY } from './colleagues-api.ts';
import { ErrorNotice } from './error-notice.tsx';

/** Accounts that wait to be confirmed as the Satgas, on the own page of a member. */
export function ColleaguesSection() {
  const { t } = useTranslation('accounts');
  const client = useQueryClient();
  const section = useRef<HTMLElement>(null);
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const list = useQuery({ queryKey: WAITING_KEY, queryFn: fetchWaiting, staleTime: 0 });
  const isThere = list.data !== undefined;
  useEffect(() => {
    // The notice on the page of the cases leads here, and the browser looked before this was there.
    if (isThere && location.hash === '#colleagues') section.current?.scrollIntoView();
  }, [isThere]);
  return (
    <section ref={section} id="colleagues" className={css.part} aria-labelledby="colleagues-title">
      <h2 id="colleagues-title">{t('colleagues.title')}</h2>
      <p className={css.note}>{t('colleagues.lead')}</p>
      <div role="status">{confirmed !== null && <Notice>{t('colleagues.confirmed', { name: confirmed })}</Notice>}</div>
      <ErrorNotice error={list.error} />
      {list.data?.waiting.length === 0 && <p className={css.note}>{t('colleagues.none')}</p>}
      <ul className={css.list} aria-label={t('colleagues.title')}>
        {list.data?.waiting.map((colleague) => (
          <ColleagueItem
            key={colleague.id}
            colleague={colleague}
            onConfirmed={async (name) => {
              setConfirmed(name);
              await client.invalidateQueries({ queryKey: WAITING_KEY });
            }}
          />
        ))}
      </ul>
    </section>
  );
}
