import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentInput } from '../../domain/incident-input.ts';
import { useTitle } from '../accounts/use-title.ts';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/notice.tsx';
import { useSend } from './case-new.tsx';
import { eraseDraft } from './form/form-draft.ts';
import { IncidentForm } from './form/incident-form.tsx';
import { caseKey, changeIncident, fetchIncident, type NamedRecord } from './incident-api.ts';
import { ProblemNotice } from './problem-notice.tsx';

interface Props {
  readonly id: string;
  /** The version is added: another version is another draft. */
  readonly draftKey: string;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** The form over a record that is there. */
export function CaseEdit(props: Props) {
  const { t } = useTranslation('incidents');
  const { id, onCancel } = props;
  const title = t('page.edit.title', { id });
  useTitle(title);
  // Read once: what the form is about must not change under the hands of whoever fills it in.
  const query = useQuery({
    queryKey: [...caseKey(id), 'edit'],
    queryFn: () => fetchIncident(id),
    gcTime: 0,
    retry: false,
  });
  return (
    <>
      <h1>{title}</h1>
      {query.data !== undefined && (
        // Another version is another form: its places and its draft are counted by that version.
        <Correction
          {...props}
          key={query.data.version}
          record={query.data}
          onReload={() => query.refetch().then(() => undefined)}
        />
      )}
      {query.isPending && <Loading label={t('page.loading')} />}
      {query.error !== null && (
        <>
          <ProblemNotice error={query.error} retry={() => void query.refetch()} />
          <Button onClick={onCancel}>{t('page.one.cancel')}</Button>
        </>
      )}
    </>
  );
}

/** What the form starts from: the LP number is not known to the page, nor is the point of a child case. */
function inputOf({ incident }: NamedRecord): IncidentInput {
  const { id: _id, hasLpNumber: _has, places, ...rest } = incident;
  return {
    ...rest,
    lpNumber: null,
    places: places.map(({ role, precision, areaCode, point }) => ({ role, precision, areaCode, point })),
  };
}

interface CorrectionProps extends Props {
  readonly record: NamedRecord;
  /** Asks for the newest version. */
  readonly onReload: () => Promise<void>;
}

function Correction({ id, draftKey, onCancel, onDone, record, onReload }: CorrectionProps) {
  const client = useQueryClient();
  const send = useSend();
  const initial = useMemo(() => inputOf(record), [record]);
  const key = `${draftKey}.${record.version}`;
  return (
    <IncidentForm
      initial={initial}
      draftKey={key}
      busy={send.busy}
      problem={send.problem}
      onCancel={onCancel}
      onReload={() => {
        eraseDraft(key);
        void onReload();
      }}
      onSubmit={(input, keepPlaces) =>
        send.run(async () => {
          const keepLpNumber = input.lpNumber === null;
          await changeIncident(id, {
            version: record.version,
            keepLpNumber,
            keepPlaces: [...keepPlaces],
            incident: input,
          });
          eraseDraft(key);
          // Whoever corrects it again at once must not start from what was before.
          client.removeQueries({ queryKey: caseKey(id) });
          onDone();
        })
      }
    />
  );
}
