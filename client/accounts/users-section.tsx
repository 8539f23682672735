import '../i18n/accounts/add.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyLine } from '../data-page/copy-line.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { Notice } from '../ui/notice.tsx';
import { fetchUsers, type OneTimeLink } from './account-api.ts';
import css from './accounts.module.css';
import { ErrorNotice } from './error-notice.tsx';
import { NewUserForm } from './new-user-form.tsx';
import { UserItem } from './user-item.tsx';

const USERS_KEY = ['users'] as const;

/** The accounts, on the page of an admin: make, change, lock, reset. */
export function UsersSection() {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const client = useQueryClient();
  const list = useQuery({ queryKey: USERS_KEY, queryFn: fetchUsers, staleTime: 0 });
  const [made, setMade] = useState<{ readonly name: string; readonly link: OneTimeLink } | null>(null);
  const changed = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: USERS_KEY });
    await client.invalidateQueries({ queryKey: ['sessions'] });
  };
  const showLink = async (name: string, link: OneTimeLink): Promise<void> => {
    setMade({ name, link });
    await changed();
  };
  return (
    <section className={css.form} aria-labelledby="users">
      <h2 id="users">{t('users.title')}</h2>
      <p className={css.note}>{t('users.lead')}</p>
      <div role="status">
        {made !== null && (
          <Notice>
            <strong>{t('users.linkTitle', { name: made.name })}</strong>
            <p>{t('users.linkLead', { when: format.moment(new Date(made.link.expiresAt)) })}</p>
            <CopyLine text={made.link.link} />
          </Notice>
        )}
      </div>
      <ErrorNotice error={list.error} />
      <ul className={css.list}>
        {list.data?.users.map((user) => (
          <UserItem key={user.id} user={user} onChanged={changed} onLink={(link) => showLink(user.name, link)} />
        ))}
      </ul>
      <NewUserForm onMade={showLink} />
    </section>
  );
}
