import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ACCOUNT_ROLES, type AccountRole } from '../../domain/role.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { createUser, type OneTimeLink } from './account-api.ts';
import css from './accounts.module.css';
import { ErrorNotice } from './error-notice.tsx';
import { RoleField } from './role-field.tsx';
import { useAct } from './use-act.ts';

interface Props {
  readonly onMade: (name: string, link: OneTimeLink) => Promise<void>;
}

/** E-mail, name and role of a new account. */
export function NewUserForm({ onMade }: Props) {
  const { t } = useTranslation('accounts');
  const { busy, error, run } = useAct();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<AccountRole>(ACCOUNT_ROLES[0]);
  const submit = async (): Promise<void> => {
    const link = await createUser({ email, name, role });
    setEmail('');
    setName('');
    await onMade(name, link);
  };
  return (
    <form
      className={`${css.form} ${css.narrow}`}
      aria-label={t('users.add')}
      onSubmit={(event) => {
        event.preventDefault();
        run(submit);
      }}
    >
      <h3>{t('users.add')}</h3>
      <ErrorNotice error={error} />
      <TextField
        label={t('signIn.email')}
        type="email"
        value={email}
        onText={setEmail}
        autoComplete="off"
        maxLength={254}
        required
      />
      <TextField label={t('setup.name')} value={name} onText={setName} autoComplete="off" maxLength={80} required />
      <RoleField value={role} onChange={setRole} />
      {role === 'satgas' && <p className={css.note}>{t('users.satgasHint')}</p>}
      <Button type="submit" look="primary" disabled={busy}>
        {t('users.create')}
      </Button>
    </form>
  );
}
