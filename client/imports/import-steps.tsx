import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../accounts/use-act.ts';
import { Button } from '../ui/button.tsx';
import { ColumnTable } from './column-table.tsx';
import { DryRun } from './dry-run.tsx';
import { EndedImport } from './ended-import.tsx';
import { cancelImport, checkImport, confirmImport, type Import } from './import-api.ts';
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
  const { busy, error, run } = useAct();
  const [changing, setChanging] = useState(false);
  const { id, state, columns } = props.import;
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
      <EndedImport import={props.import} />
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
