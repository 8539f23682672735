import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../accounts/use-title.ts';
import { ServerProblem } from '../server-problem.ts';
import { eraseDraft } from './form/form-draft.ts';
import { IncidentForm } from './form/incident-form.tsx';
import { newSendKey } from './form/send-key.ts';
import { createIncident } from './incident-api.ts';

interface Props {
  readonly draftKey: string;
  readonly onCancel: () => void;
  readonly onDone: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** The form for a new case. */
export function CaseNew({ draftKey, onCancel, onDone, onOpen }: Props) {
  const { t } = useTranslation('incidents');
  const title = t('page.edit.newTitle');
  useTitle(title);
  const send = useSend();
  return (
    <>
      <h1>{title}</h1>
      <IncidentForm
        initial={null}
        draftKey={draftKey}
        busy={send.busy}
        problem={send.problem}
        onCancel={onCancel}
        onOpenMade={(id) => {
          eraseDraft(draftKey);
          onOpen(id);
        }}
        onSubmit={(input, _keepPlaces, sendKey) =>
          send.run(async () => {
            const { record } = await createIncident(input, sendKey ?? newSendKey());
            eraseDraft(draftKey);
            onDone(record.incident.id);
          })
        }
      />
    </>
  );
}

/** A send of the form: under way, refused with a problem, or neither. A fault of ours counts as a problem too. */
export function useSend() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const run = (act: () => Promise<void>): void => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    act()
      .catch((reason: unknown) => {
        const own = new ServerProblem({ status: 0, code: 'internal_error', detail: '' });
        setProblem(reason instanceof ServerProblem ? reason : own);
      })
      .finally(() => setBusy(false));
  };
  return { busy, problem, run };
}
