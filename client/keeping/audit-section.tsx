import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AUDIT_ACTIONS } from '../../domain/audit-action.ts';
import { fetchUsers } from '../accounts/account-api.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { Loading, Notice } from '../ui/notice.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { AuditEntry } from './audit-entry.tsx';
import css from './keeping.module.css';
import { fetchAudit, fetchChain } from './keeping-api.ts';
import { KeepingError } from './keeping-error.tsx';

/** The audit log, page by page, with the state of its chain. */
export function AuditSection() {
  const { t } = useTranslation('keeping');
  const [action, setAction] = useState('');
  const [user, setUser] = useState('');
  const [before, setBefore] = useState<number | null>(null);
  // Each look is a line of the log: asked for by a hand only.
  const page = useQuery({
    queryKey: ['audit', action, user, before],
    queryFn: () => fetchAudit({ action, user, before }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const users = useQuery({ queryKey: ['users'], queryFn: fetchUsers });
  const choose = (set: (value: string) => void) => (value: string) => {
    set(value);
    setBefore(null);
  };
  return (
    <>
      <p className={css.note}>{t('audit.lead')}</p>
      <ChainState />
      <div className={css.filters}>
        <SelectField label={t('audit.filterAction')} value={action} onChange={choose(setAction)}>
          <option value="">{t('audit.all')}</option>
          {AUDIT_ACTIONS.map((code) => (
            <option key={code} value={code}>
              {t(`action.${code}`)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('audit.filterUser')} value={user} onChange={choose(setUser)}>
          <option value="">{t('audit.all')}</option>
          {users.data?.users.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <KeepingError error={page.error} />
      {page.isPending && <Loading label={t('loading')} />}
      {page.data?.rows.length === 0 && <p>{t('audit.empty')}</p>}
      <ol className={css.lines} aria-label={t('audit.list')}>
        {page.data?.rows.map((line) => (
          <AuditEntry key={line.seq} line={line} names={page.data.names} />
        ))}
      </ol>
      <div className={css.row}>
        <Button disabled={before === null} onClick={() => setBefore(null)}>
          {t('audit.newest')}
        </Button>
        <Button disabled={(page.data?.next ?? null) === null} onClick={() => setBefore(page.data?.next ?? null)}>
          {t('audit.older')}
        </Button>
      </div>
    </>
  );
}

function ChainState() {
  const { t } = useTranslation('keeping');
  const format = useFormat();
  const chain = useQuery({ queryKey: ['audit-chain'], queryFn: fetchChain, staleTime: 60_000 });
  if (chain.error !== null) return <KeepingError error={chain.error} />;
  if (chain.data === undefined) return <p className={css.note}>{t('audit.chainAsking')}</p>;
  if (chain.data.ok) {
    const { rows } = chain.data;
    return <p className={css.whole}>{t('audit.chainWhole', { count: rows, formatted: format.integer(rows) })}</p>;
  }
  const { brokenAt, reason } = chain.data;
  return (
    <Notice tone="caution" live>
      {t('audit.chainBroken', { row: format.integer(brokenAt), reason: t(`audit.reason.${reason}`) })}
    </Notice>
  );
}
