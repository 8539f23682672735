import '../i18n/incidents/add.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnconfirmedPage } from '../accounts/unconfirmed-page.tsx';
import { useTitle } from '../accounts/use-title.ts';
import { WaitingColleaguesNotice } from '../accounts/waiting-colleagues-notice.tsx';
import { type Session, sessionMay, useSession } from '../session.ts';
import { FailedPage, Loading } from '../ui/notice.tsx';
import { useHeadingFocus } from '../ui/use-heading-focus.ts';
import { useView } from '../use-view.tsx';
import { CaseEdit } from './case-edit.tsx';
import { CaseNew } from './case-new.tsx';
import { CaseView } from './case-view.tsx';
import { NO_FILTER } from './incident-filter.ts';
import { IncidentList } from './incident-list.tsx';
import css from './incidents.module.css';
import { News } from './news.tsx';
import { type CaseRoute, useCaseRoute } from './use-case-hash.ts';

/** The cases of the Satgas: list, one case, form. Nothing is asked of the server for anybody else. */
export default function IncidentsPage() {
  const { t } = useTranslation('incidents');
  const session = useSession();
  if (session === undefined) return <Loading label={t('page.loading')} />;
  if (session.pending === 'confirmation') return <UnconfirmedPage />;
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

/** What was done to a case at another place of this page. */
interface Done {
  readonly id: string;
  readonly what: 'createdNote' | 'changedNote' | 'deletedNote';
}

function placeOf(route: CaseRoute): string {
  return 'id' in route ? `${route.kind} ${route.id}` : route.kind;
}

function Cases({ user }: { readonly user: NonNullable<Session['user']> }) {
  const { t } = useTranslation('incidents');
  const [route, go] = useCaseRoute();
  useHeadingFocus(placeOf(route));
  const [listed, setListed] = useState({ filter: NO_FILTER, deleted: false });
  const [done, setDone] = useState<Done | null>(null);
  const goOn = (next: CaseRoute, after: Done | null = null): void => {
    setDone(after);
    go(next);
  };
  const toList = (): void => goOn({ kind: 'list' });
  const toCase = (id: string): void => goOn({ kind: 'one', id });
  // Going back in the history leaves the news behind.
  const isHere = done !== null && (route.kind === 'list' || (route.kind === 'one' && route.id === done.id));
  return (
    <div className={css.page}>
      <News text={isHere ? t(`page.one.${done.what}`, { id: done.id }) : null} />
      {route.kind === 'list' && <WaitingColleaguesNotice />}
      {route.kind === 'list' && (
        <IncidentList listed={listed} onChange={setListed} onOpen={toCase} onNew={() => goOn({ kind: 'new' })} />
      )}
      {route.kind === 'new' && (
        <CaseNew
          draftKey={`${user.id}.new`}
          onCancel={toList}
          onOpen={toCase}
          onDone={(id) => goOn({ kind: 'one', id }, { id, what: 'createdNote' })}
        />
      )}
      {route.kind === 'one' && (
        <CaseView
          key={route.id}
          id={route.id}
          onEdit={() => goOn({ kind: 'edit', id: route.id })}
          onOpen={toCase}
          onList={toList}
          onDeleted={() => goOn({ kind: 'list' }, { id: route.id, what: 'deletedNote' })}
        />
      )}
      {route.kind === 'edit' && (
        <CaseEdit
          key={route.id}
          id={route.id}
          draftKey={`${user.id}.${route.id}`}
          onCancel={() => toCase(route.id)}
          onDone={() => goOn({ kind: 'one', id: route.id }, { id: route.id, what: 'changedNote' })}
        />
      )}
    </div>
  );
}
