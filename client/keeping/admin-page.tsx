import '../i18n/keeping/add.ts';
import '../i18n/accounts/add.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SessionsSection } from '../accounts/sessions-section.tsx';
import { useTitle } from '../accounts/use-title.ts';
import { UsersSection } from '../accounts/users-section.tsx';
import { sessionMay, useSession } from '../session.ts';
import { FailedPage, Loading } from '../ui/notice.tsx';
import { useView } from '../use-view.tsx';
import { AuditSection } from './audit-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import css from './keeping.module.css';
import { RetentionSection } from './retention-section.tsx';

const PARTS = ['users', 'sessions', 'audit', 'retention', 'backups'] as const;

/** Everything that an admin keeps; nothing of a case. */
export default function AdminPage() {
  const { t } = useTranslation('keeping');
  const { open } = useView();
  const session = useSession();
  useTitle(t('title'));
  if (session === undefined) return <Loading label={t('checking')} />;
  if (!sessionMay(session, 'user.manage')) {
    const signedIn = session.user !== null;
    return (
      <FailedPage
        title={t('title')}
        detail={t('forbidden')}
        action={signedIn ? t('toMap') : t('toSignIn')}
        onAction={() => open(signedIn ? '/' : '/sign-in')}
      />
    );
  }
  return (
    <div className={css.page}>
      <nav className={css.contents} aria-label={t('contents')}>
        <ul>
          {PARTS.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{t(`section.${part}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={css.main}>
        <div>
          <h1>{t('title')}</h1>
          <p className={css.lead}>{t('lead')}</p>
        </div>
        <div className={css.part}>
          <UsersSection />
        </div>
        <div className={css.part}>
          <SessionsSection />
        </div>
        <Part id="audit" title={t('section.audit')}>
          <AuditSection />
        </Part>
        <Part id="retention" title={t('section.retention')}>
          <RetentionSection />
        </Part>
        <Part id="backups" title={t('section.backups')}>
          <BackupsSection />
        </Part>
      </div>
    </div>
  );
}

function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
