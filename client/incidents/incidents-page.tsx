import '../i18n/incidents/add.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../accounts/use-title.ts';
import { type Session, sessionMay, useSession } from '../session.ts';
import { FailedPage, Loading } from '../ui/notice.tsx';
import { useView } from '../use-view.tsx';
import { CaseEdit } from './case-edit.tsx';
import { CaseNew } from './case-new.tsx';
import { CaseView } from './case-view.tsx';
import { NO_FILTER } from './incident-filter.ts';
import { IncidentList } from './incident-list.tsx';
import css from './incidents.module.css';
import { useCaseRoute } from './use-case-hash.ts';

/** The cases of the Satgas: list, one case, form. Nothing is asked of the server for anybody else. */
export default function IncidentsPage() {
  const { t } = useTranslation('incidents');
  const session = useSession();
  if (session === undefined) return <Loading label={t('page.loading')} />;
  if (!sessionMay(session, 'incident.read') || session.user === null) {
    return <NotAllowed signedIn={session.user !== null && session.pending === null} />;
  }
  return <Cases user={session.user} />;
}

function NotAllowed({ signedIn }: { readonly signedIn: boolean }) {
  const { t } = useTranslation('incidents');
  const { open } = useView();
  useTitle(t('title'));
  return (
    <FailedPage
      title={t('title')}
      detail={t('page.notAllowed')}
      action={t(signedIn ? 'page.toMap' : 'page.signIn')}
      onAction={() => open(signedIn ? '/' : '/sign-in')}
    />
  );
}

function Cases({ user }: { readonly user: NonNullable<Session['user']> }) {
  const [route, go] = useCaseRoute();
  const [listed, setListed] = useState({ filter: NO_FILTER, deleted: false });
  const [created, setCreated] = useState<string | null>(null);
  const toList = (): void => go({ kind: 'list' });
  const toCase = (id: string): void => go({ kind: 'one', id });
  return (
    <div className={css.page}>
      {route.kind === 'list' && (
        <IncidentList listed={listed} onChange={setListed} onOpen={toCase} onNew={() => go({ kind: 'new' })} />
      )}
      {route.kind === 'new' && (
        <CaseNew
          draftKey={`${user.id}.new`}
          onCancel={toList}
          onDone={(id) => {
            setCreated(id);
            toCase(id);
          }}
        />
      )}
      {route.kind === 'one' && (
        <CaseView
          key={route.id}
          id={route.id}
          created={created === route.id}
          onEdit={() => go({ kind: 'edit', id: route.id })}
          onOpen={toCase}
          onList={toList}
        />
      )}
      {route.kind === 'edit' && (
        <CaseEdit
          key={route.id}
          id={route.id}
          draftKey={`${user.id}.${route.id}`}
          onCancel={() => toCase(route.id)}
          onDone={() => toCase(route.id)}
        />
      )}
    </div>
  );
}
