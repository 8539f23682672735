import '../../i18n/incidents/add.ts';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentInput } from '../../../domain/incident-input.ts';
import type { ServerProblem } from '../../server-problem.ts';
import { useView } from '../../use-view.tsx';
import { cityToday } from './city-today.ts';
import { DraftNote } from './draft-note.tsx';
import { valuesOfDraft } from './draft-values.ts';
import { ElementsSection } from './elements-section.tsx';
import { elementId } from './fault.ts';
import { FaultSummary } from './fault-summary.tsx';
import { faultText } from './fault-text.ts';
import type { FormDraft } from './form-draft.ts';
import { FormScopeContext } from './form-scope.ts';
import { emptyValues, type FormValues, valuesOf } from './form-values.ts';
import css from './incident-form.module.css';
import { LpSection } from './lp-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { PlacesSection } from './places-section.tsx';
import { PlatformsSection } from './platforms-section.tsx';
import { ProblemNote } from './problem-note.tsx';
import { SaveBar } from './save-bar.tsx';
import { newSendKey } from './send-key.ts';
import { SourceSection } from './source-section.tsx';
import { useCityAreas } from './use-city-areas.ts';
import { useFormFaults } from './use-form-faults.ts';
import { useIncidentDraft } from './use-incident-draft.ts';
import { validateForm } from './validate-form.ts';
import { WhenSection } from './when-section.tsx';

export interface IncidentFormProps {
  /**
   * The record to correct, or null for a new one. Its places are those of the record in their order; the point of a
   * child case is null there, with precision `point` and the code of its kelurahan.
   */
  readonly initial: IncidentInput | null;
  /** Per user; for a correction also per record and version, since a draft names kept places by position. */
  readonly draftKey: string;
  /**
   * `input` fulfils the schema of the server. `keepPlaces` are positions of places of `initial` that were not touched;
   * `input.places` are the others. In a correction `lpNumber: null` means that the number stays. A new case has a
   * `sendKey`, the same at each send.
   */
  readonly onSubmit: (input: IncidentInput, keepPlaces: readonly number[], sendKey: string | null) => void;
  readonly onCancel: () => void;
  /** Goes to the case that an earlier send of this form has made. */
  readonly onOpenMade?: (id: string) => void;
  /** Loads the version that somebody else has saved meanwhile, in place of what was entered. */
  readonly onReload?: () => void;
  /** A send is under way. When it ends without a problem the draft is erased. */
  readonly busy: boolean;
  /** What the last send came to: fields go to their fields, anything else is a note. Null again on each send. */
  readonly problem: ServerProblem | null;
}

/**
 * One incident, new or corrected: codes, bands, places and at most an LP number; no free text. Whoever takes the form
 * away while a send is under way erases the draft with `eraseDraft(draftKey)` when it has worked.
 */
export function IncidentForm(props: IncidentFormProps) {
  const { initial, draftKey, onSubmit, onCancel, onReload, onOpenMade, busy, problem } = props;
  const { t } = useTranslation('incidents');
  const { view } = useView();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const today = cityToday(new Date());
  const [start] = useState(() =>
    initial === null ? emptyValues(today.slice(0, 4), newSendKey()) : valuesOf(initial, view.language),
  );
  const [values, setValues] = useState(start);
  const [lpNumber, setLpNumber] = useState('');
  const { areas, failed, retry } = useCityAreas();
  const locate = areas?.locate ?? null;
  const draft = useIncidentDraft({ draftKey, values, start, locate, busy, problem });
  const result = validateForm({ values, lpNumber, today, locate });
  const { faults, show } = useFormFaults({ formId, now: { values, lpNumber }, result, problem });

  const scope = useMemo(() => {
    const errors = new Map([...faults].reverse().map((fault) => [fault.field, faultText(t, fault, view.language)]));
    return { idOf: (field: string) => elementId(formId, field), errorOf: (field: string) => errors.get(field) };
  }, [faults, formId, t, view.language]);
  const change = (part: Partial<FormValues>): void => setValues((before) => ({ ...before, ...part }));
  const submit = (): void => {
    if (busy) return;
    if ('faults' in result) show();
    else onSubmit(result.input, result.keepPlaces, values.sendKey);
  };
  const resume = (left: FormDraft): void => {
    setValues(valuesOfDraft(left, start, view.language));
    draft.settle('resumed');
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // Enter on a choice would send the form half filled in.
    if (event.target instanceof HTMLInputElement && event.target.type !== 'text') event.preventDefault();
    if (event.ctrlKey || event.metaKey) form.current?.requestSubmit();
  };
  const isEdit = initial !== null;
  const given = { values, change };

  return (
    <FormScopeContext value={scope}>
      <form
        ref={form}
        className={css.form}
        noValidate
        aria-label={t('form.label')}
        aria-busy={busy}
        onKeyDown={keys}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className={css.intro}>{t('form.intro')}</p>
        <DraftNote
          draft={draft}
          onResume={resume}
          // The button that was pressed is gone: the focus goes to the first field.
          onDone={() => document.getElementById(scope.idOf('month'))?.focus()}
        />
        <FaultSummary faults={faults} />
        <WhenSection {...given} today={today} />
        <SourceSection {...given} />
        <ElementsSection {...given} />
        <PlatformsSection {...given} />
        <PlacesSection {...given} areas={areas} failed={failed} retry={retry} />
        <PeopleSection {...given} />
        <LpSection lpNumber={lpNumber} onLpNumber={setLpNumber} isEdit={isEdit} />
        <SaveBar
          busy={busy}
          isEdit={isEdit}
          savedAt={draft.savedAt}
          failed={draft.failed}
          note={
            <ProblemNote
              problem={problem}
              hasDraft={draft.savedAt !== null}
              onReload={onReload}
              onOpenMade={onOpenMade}
            />
          }
          onCancel={onCancel}
        />
      </form>
    </FormScopeContext>
  );
}
