import '../i18n/imports/add.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnconfirmedPage } from '../accounts/unconfirmed-page.tsx';
import { useAct } from '../accounts/use-act.ts';
import { useTitle } from '../accounts/use-title.ts';
import { sessionMay, useSession } from '../session.ts';
import { FailedPage, Loading } from '../ui/notice.tsx';
import { useView } from '../use-view.tsx';
import { FileChoice } from './file-choice.tsx';
import { fetchImport, fetchImports, type Import, sendFile } from './import-api.ts';
import { ImportHistory } from './import-history.tsx';
import { ImportSteps } from './import-steps.tsx';
import css from './imports.module.css';
import { RefusalNotice } from './refusal-notice.tsx';

const POLL_MS = 500;
const LIST_KEY = ['imports'];
const RUNNING: readonly Import['state'][] = ['reading', 'checking', 'writing'];

/** Files of cases: chosen, checked without being kept, confirmed. */
export default function ImportPage() {
  const { t } = useTranslation('imports');
  const { open } = useView();
  const session = useSession();
  useTitle(t('title'));
  if (session === undefined) return <Loading label={t('loading')} />;
  if (session.pending === 'confirmation') return <UnconfirmedPage />;
  if (!sessionMay(session, 'incident.import')) {
    const signedIn = session.user !== null && session.pending === null;
    return (
      <FailedPage
        title={t('title')}
        detail={t('notAllowed')}
        action={signedIn ? t('toMap') : t('signIn')}
        onAction={() => open(signedIn ? '/' : '/sign-in')}
      />
    );
  }
  return <Imports />;
}

function Imports() {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const { busy, error, run } = useAct();
  const [currentId, setCurrentId] = useState<string | null>(null);
  /** Whether a step was left: the first one takes no focus when the page opens with it. */
  const hasMoved = useRef(false);
  const list = useQuery({ queryKey: LIST_KEY, queryFn: fetchImports });
  const current = useQuery({
    queryKey: ['import', currentId],
    queryFn: () => fetchImport(currentId ?? ''),
    enabled: currentId !== null,
    refetchInterval: ({ state }) => (state.data !== undefined && RUNNING.includes(state.data.state) ? POLL_MS : false),
  });
  const state = current.data?.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the history follows the state of the import on show
  useEffect(() => void client.invalidateQueries({ queryKey: LIST_KEY }), [client, state]);
  const show = (changed: Import): void => {
    client.setQueryData(['import', changed.id], changed);
    client.removeQueries({ queryKey: ['import-report', changed.id] });
    hasMoved.current = true;
    setCurrentId(changed.id);
    void client.invalidateQueries({ queryKey: LIST_KEY });
  };
  if (list.data === undefined) {
    return list.error === null ? <Loading label={t('loading')} /> : <RefusalNotice error={list.error} />;
  }
  return (
    <div className={css.page}>
      <div>
        <h1>{t('title')}</h1>
        <p className={css.lead}>{t('lead')}</p>
      </div>
      {error !== null && <RefusalNotice error={error} />}
      {current.data === undefined ? (
        <FileChoice
          limits={list.data.limits}
          isFirst={!hasMoved.current}
          sending={busy}
          onFile={(file) =>
            run(async () => {
              try {
                show(await sendFile(file));
              } finally {
                void client.invalidateQueries({ queryKey: LIST_KEY });
              }
            })
          }
        />
      ) : (
        <ImportSteps
          key={current.data.id}
          import={current.data}
          onChange={show}
          onLeave={() => {
            setCurrentId(null);
            void client.invalidateQueries({ queryKey: LIST_KEY });
          }}
        />
      )}
      <ImportHistory imports={list.data.imports} currentId={currentId} onOpen={setCurrentId} />
    </div>
  );
}
