import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../accounts/use-act.ts';
import { Button } from '../ui/button.tsx';
import own from './case.module.css';
import { type CaseRecord, deleteIncident } from './incident-api.ts';
import css from './incidents.module.css';
import { ProblemNotice } from './problem-notice.tsx';

/** The button that deletes a case, after a question. */
export function DeleteCase({ record, onDone }: { readonly record: CaseRecord; readonly onDone: () => void }) {
  const { t } = useTranslation('incidents');
  const dialog = useRef<HTMLDialogElement>(null);
  const { error, run } = useAct();
  const { id } = record.incident;
  return (
    <>
      <Button onClick={() => dialog.current?.showModal()}>{t('page.one.remove')}</Button>
      <dialog ref={dialog} className={own.dialog} aria-labelledby="delete-title">
        <h2 id="delete-title">{t('page.one.removeTitle', { id })}</h2>
        <p>{t('page.one.removeBody')}</p>
        <ProblemNotice error={error} />
        <div className={css.row}>
          {/* The way back comes first and takes the focus: Enter deletes nothing. */}
          <Button autoFocus onClick={() => dialog.current?.close()}>
            {t('page.one.cancel')}
          </Button>
          <Button
            onClick={() =>
              run(async () => {
                await deleteIncident(id, record.version);
                dialog.current?.close();
                onDone();
              })
            }
          >
            {t('page.one.remove')}
          </Button>
        </div>
      </dialog>
    </>
  );
}
