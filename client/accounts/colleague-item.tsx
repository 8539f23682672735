import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import css from './accounts.module.css';
import { confirmColleague, type WaitingColleague } from './colleagues-api.ts';
import { ErrorNotice } from './error-notice.tsx';
import { digitsOf, PhoneCodeField } from './sign-in-fields.tsx';
import { useAct } from './use-act.ts';

interface Props {
  readonly colleague: WaitingColleague;
  readonly onConfirmed: (name: string) => Promise<void>;
}

/** One account that waits: whose, since when and why, and what the reader says of it. */
export function ColleagueItem({ colleague: { id, email, name, since, reason, setUp }, onConfirmed }: Props) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { busy, error, run } = useAct();
  const [code, setCode] = useState('');
  const submit = async (): Promise<void> => {
    try {
      await confirmColleague(id, digitsOf(code));
    } finally {
      setCode('');
    }
    await onConfirmed(name);
  };
  return (
    <li>
      <div className={css.row}>
        <span className={css.name}>{name}</span>
        <Badge tone="caution">{t(`colleagues.reason.${reason}`)}</Badge>
      </div>
      <p className={css.note}>
        {email} · {t('colleagues.since', { when: format.moment(new Date(since)) })}
      </p>
      {setUp ? (
        <details className={css.manage}>
          <summary>{t('colleagues.confirmName', { name })}</summary>
          <form
            className={`${css.form} ${css.narrow}`}
            onSubmit={(event) => {
              event.preventDefault();
              run(submit);
            }}
          >
            <p className={css.note}>{t('colleagues.ask')}</p>
            <ErrorNotice error={error} />
            <PhoneCodeField label={t('colleagues.code')} value={code} onText={setCode} />
            <Button type="submit" look="primary" disabled={busy}>
              {t('colleagues.confirm')}
            </Button>
          </form>
        </details>
      ) : (
        <p className={css.note}>{t('colleagues.notSetUp')}</p>
      )}
    </li>
  );
}
