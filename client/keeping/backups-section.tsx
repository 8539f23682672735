import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../accounts/use-act.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/notice.tsx';
import css from './keeping.module.css';
import { fetchBackups, makeBackup } from './keeping-api.ts';
import { KeepingError } from './keeping-error.tsx';

const KEY = ['backups'] as const;
const BYTES_PER_MB = 1_000_000;

/** Backups on the machine: made here, never handed out here. */
export function BackupsSection() {
  const { t } = useTranslation('keeping');
  const format = useFormat();
  const client = useQueryClient();
  const { busy, error, run } = useAct();
  const [made, setMade] = useState<string | null>(null);
  const list = useQuery({ queryKey: KEY, queryFn: fetchBackups, staleTime: 0 });
  if (list.data === undefined) {
    return list.error === null ? <Loading label={t('loading')} /> : <KeepingError error={list.error} />;
  }
  const { kind, folder, keep, time, backups } = list.data;
  if (kind === 'postgres') return <p>{t('backups.postgres')}</p>;
  const make = () =>
    run(async () => {
      setMade(null);
      const { name } = await makeBackup();
      await client.invalidateQueries({ queryKey: KEY });
      setMade(name);
    });
  return (
    <>
      <p className={css.note}>{t('backups.lead')}</p>
      <p>
        {t('backups.folder')} <code className={css.path}>{folder}</code>
      </p>
      <p className={css.note}>
        {keep === 0 ? t('backups.off') : t('backups.schedule', { time, keep: format.integer(keep) })}{' '}
        {t('backups.secret')}
      </p>
      <div className={css.row}>
        <Button disabled={busy} onClick={make}>
          {t('backups.make')}
        </Button>
        <span role="status">
          {busy && t('backups.making')}
          {made !== null && t('backups.made', { name: made })}
        </span>
      </div>
      <KeepingError error={error} />
      {backups.length === 0 && <p>{t('backups.none')}</p>}
      <ul className={css.lines} aria-label={t('backups.list')}>
        {backups.map((backup) => (
          <li key={backup.name} className={css.backup}>
            <code className={css.path}>{backup.name}</code>
            <span className={css.row}>
              <Badge>{t(`backups.kind.${backup.kind}`)}</Badge>
              <span className={css.note}>
                {format.moment(new Date(backup.at))} ·{' '}
                {t('backups.size', { size: format.decimal(backup.bytes / BYTES_PER_MB, 1) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
