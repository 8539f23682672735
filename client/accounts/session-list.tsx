import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { endSession, fetchOwnSessions, fetchSessions } from './account-api.ts';
import css from './accounts.module.css';
import { ErrorNotice } from './error-notice.tsx';
import { useAct } from './use-act.ts';

/** Sessions under way: the own ones, or, for an admin, everybody's. */
export function SessionList({ of }: { readonly of: 'self' | 'all' }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const client = useQueryClient();
  const { error, run } = useAct();
  const path = of === 'self' ? '/api/account/sessions' : '/api/sessions';
  const queryKey = ['sessions', of];
  const list = useQuery({ queryKey, queryFn: of === 'self' ? fetchOwnSessions : fetchSessions, staleTime: 0 });
  const when = (iso: string) => format.moment(new Date(iso));
  const sessions = list.data?.sessions ?? [];
  return (
    <>
      <ErrorNotice error={error ?? list.error} />
      {list.data !== undefined && sessions.length === 0 && <p className={css.note}>{t('session.none')}</p>}
      <ul className={css.list}>
        {sessions.map(({ id, userName, createdAt, lastUsedAt, ip, current }) => (
          <li key={id}>
            <div className={`${css.row} ${css.spread}`}>
              <span className={css.row}>
                {userName !== undefined && <span className={css.name}>{userName}</span>}
                {current && <Badge>{t('session.current')}</Badge>}
              </span>
              {!current && (
                <Button
                  aria-label={t('session.endOf', { name: userName ?? '', when: when(createdAt) })}
                  onClick={() =>
                    run(async () => {
                      await endSession(path, id);
                      await client.invalidateQueries({ queryKey: ['sessions'] });
                    })
                  }
                >
                  {t('session.end')}
                </Button>
              )}
            </div>
            <p className={css.note}>
              {[
                t('session.began', { when: when(createdAt) }),
                t('session.used', { when: when(lastUsedAt) }),
                ...(ip === null ? [] : [t('session.from', { ip })]),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
