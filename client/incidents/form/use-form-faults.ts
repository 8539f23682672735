import { useEffect, useState } from 'react';
import type { ServerProblem } from '../../server-problem.ts';
import { elementId, type FormFault } from './fault.ts';
import { isTouched, type Sent, serverFaults } from './server-faults.ts';
import type { FormResult } from './validate-form.ts';

interface Given {
  readonly formId: string;
  readonly now: Sent;
  readonly result: FormResult;
  readonly problem: ServerProblem | null;
}

interface Faults {
  /** What is shown: the form's own once it was tried, else those of the server whose fields were not touched since. */
  readonly faults: readonly FormFault[];
  /** Shows the form's own faults and goes to the first. */
  readonly show: () => void;
}

const NONE: readonly FormFault[] = [];

/** Faults of the form and of the server, and the focus on the first of either. */
export function useFormFaults({ formId, now, result, problem }: Given): Faults {
  const [isTried, setIsTried] = useState(false);
  const [answered, setAnswered] = useState({ problem, sent: now });
  const [focus, setFocus] = useState<string | null>(null);

  const own = isTried && 'faults' in result ? result.faults : NONE;
  if (answered.problem !== problem) {
    setAnswered({ problem, sent: now });
    setFocus(serverFaults(problem, now)[0]?.field ?? null);
  }
  const theirs = serverFaults(answered.problem, answered.sent).filter(
    ({ field }) => !isTouched(field, answered.sent, now),
  );

  useEffect(() => {
    if (focus === null) return;
    const element = document.getElementById(elementId(formId, focus));
    element?.focus({ preventScroll: true });
    element?.closest('fieldset, section')?.scrollIntoView({ block: 'center' });
    setFocus(null);
  }, [focus, formId]);

  return {
    faults: own.length > 0 ? own : theirs,
    show: () => {
      setIsTried(true);
      setFocus('faults' in result ? (result.faults[0]?.field ?? null) : null);
    },
  };
}
