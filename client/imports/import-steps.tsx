import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../accounts/use-act.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useView } from '../use-view.tsx';
import { ColumnTable } from './column-table.tsx';
import { DryRun } from './dry-run.tsx';
import { cancelImport, checkImport, confirmImport, type Import } from './import-api.ts';
import { refusalText } from './import-text.ts';
import css from './imports.module.css';
import { ProgressNotice } from './progress-notice.tsx';
import { RefusalNotice } from './refusal-notice.tsx';

/** One import from its columns to its end. */
export function ImportSteps(props: {
  readonly import: Import;
  readonly onChange: (changed: Import) => void;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { open, hrefOf } = useView();
  const { busy, error, run } = useAct();
  const [changing, setChanging] = useState(false);
  const { id, state, columns, counts, reason } = props.import;
  const act = (ask: () => Promise<Import>) => run(async () => props.onChange(await ask()));
  const waits = ['mapping', 'checking', 'checked', 'writing'].includes(state);
  const cancel = (
    <Button look="quiet" disabled={busy} onClick={() => act(() => cancelImport(id))}>
      {t('decide.cancel')}
    </Button>
  );
  return (
    <>
      {error !== null && <RefusalNotice error={error} />}
      {reason !== null && <RefusalNotice refusal={refusalText(t, reason.code, reason.fields)} />}
      {state === 'mapping' || (state === 'checked' && changing) ? (
        <ColumnTable
          key={id}
          columns={columns}
          busy={busy}
          again={state === 'checked'}
          onRun={(fields) => {
            setChanging(false);
            act(() => checkImport(id, fields));
          }}
        >
          {cancel}
        </ColumnTable>
      ) : null}
      <ProgressNotice import={props.import} />
      {state === 'checked' && !changing && (
        <DryRun import={props.import} busy={busy} onConfirm={(choice) => act(() => confirmImport(id, choice))}>
          <Button onClick={() => setChanging(true)}>{t('columns.change')}</Button>
          {cancel}
        </DryRun>
      )}
      {(state === 'checking' || state === 'writing') && <div>{cancel}</div>}
      {state === 'visible' && (
        <Notice live>
          {t('decide.done', { n: format.integer(counts?.written ?? 0) })}{' '}
          <a
            href={hrefOf('/incidents')}
            onClick={(event) => {
              event.preventDefault();
              open('/incidents');
            }}
          >
            {t('decide.toIncidents')}
          </a>
        </Notice>
      )}
      {state === 'cancelled' && reason === null && <Notice live>{t('decide.cancelled')}</Notice>}
      {!waits && (
        <div className={css.row}>
          <Button look="primary" onClick={props.onLeave}>
            {t('decide.another')}
          </Button>
        </div>
      )}
    </>
  );
}
