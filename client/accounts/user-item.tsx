import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { changeUser, type OneTimeLink, resetUser, type UserRow } from './account-api.ts';
import css from './accounts.module.css';
import { ErrorNotice } from './error-notice.tsx';
import { RoleField } from './role-field.tsx';
import { useAct } from './use-act.ts';

interface Props {
  readonly user: UserRow;
  readonly onChanged: () => Promise<void>;
  readonly onLink: (link: OneTimeLink) => Promise<void>;
}

/** One account, with what an admin may do to it behind a disclosure. */
export function UserItem({ user, onChanged, onLink }: Props) {
  const { t } = useTranslation('accounts');
  const { busy, error, run } = useAct();
  const [name, setName] = useState(user.name);
  const [role, setRole] = useState(user.role);
  const [done, setDone] = useState(false);
  const [sure, setSure] = useState(false);
  const change = (what: Parameters<typeof changeUser>[1]): void => {
    setDone(false);
    run(async () => {
      await changeUser(user.id, what);
      setDone(true);
      await onChanged();
    });
  };
  return (
    <li>
      <div className={css.row}>
        <span className={css.name}>{user.name}</span>
        <Badge tone="accent">{t(`role.${user.role}`)}</Badge>
        {user.locked && <Badge tone="caution">{t('users.locked')}</Badge>}
        {user.unconfirmed && <Badge tone="caution">{t('users.unconfirmed')}</Badge>}
        {!user.ready && <Badge tone="caution">{t('users.notReady')}</Badge>}
        {user.ready && <Badge>{t(user.secondFactor ? 'users.secondFactor' : 'users.noSecondFactor')}</Badge>}
      </div>
      <p className={css.note}>{user.email}</p>
      <details className={css.manage}>
        <summary>{t('users.manage', { name: user.name })}</summary>
        <div className={`${css.form} ${css.narrow}`}>
          <ErrorNotice error={error} />
          <div role="status">{done && <p className={css.note}>{t('users.done')}</p>}</div>
          <RoleField value={role} onChange={setRole} />
          <p className={css.note}>{t('users.roleHint')}</p>
          {role === 'satgas' && role !== user.role && <p className={css.note}>{t('users.satgasHint')}</p>}
          <Button disabled={busy || role === user.role} onClick={() => change({ role })}>
            {t('users.saveRole')}
          </Button>
          <TextField label={t('setup.name')} value={name} onText={setName} autoComplete="off" maxLength={80} />
          <Button disabled={busy || name === user.name || name.trim() === ''} onClick={() => change({ name })}>
            {t('users.saveName')}
          </Button>
          <p className={css.note}>{t('users.resetHint')}</p>
          <div className={css.row}>
            <Button
              disabled={busy}
              onClick={() => {
                // It takes the way in away: the second press means it.
                if (sure) run(async () => onLink(await resetUser(user.id)));
                setSure(!sure);
              }}
            >
              {t(sure ? 'users.resetSure' : 'users.reset')}
            </Button>
            <Button disabled={busy} onClick={() => change({ locked: !user.locked })}>
              {t(user.locked ? 'users.unlock' : 'users.lock')}
            </Button>
          </div>
        </div>
      </details>
    </li>
  );
}
