import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formId } from '../../i18n/incidents/form-id.ts';
import type { ServerProblem } from '../../server-problem.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

interface Props {
  readonly problem: ServerProblem | null;
  readonly hasDraft: boolean;
  readonly onReload?: (() => void) | undefined;
  readonly onOpenMade?: ((id: string) => void) | undefined;
}

type ProblemKey = Exclude<keyof (typeof formId)['problem'], 'other' | 'networkNoDraft' | 'online'>;

function isProblemKey(code: string): code is ProblemKey {
  return Object.hasOwn(formId.problem, code) && !['other', 'networkNoDraft', 'online'].includes(code);
}

/** Whether the connection came back after this problem. */
function useConnectionBack(problem: ServerProblem | null): boolean {
  const [after, setAfter] = useState<ServerProblem | null>(null);
  useEffect(() => {
    const back = (): void => setAfter(problem);
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, [problem]);
  return problem !== null && after === problem;
}

/** Why the last send did not work, when it is not about one field. The place is always there, so it is read out. */
export function ProblemNote({ problem, hasDraft, onReload, onOpenMade }: Props) {
  const { t } = useTranslation('incidents');
  const isBack = useConnectionBack(problem);
  const text = (code: string): string => {
    if (code === 'network' && isBack) return t('form.problem.online');
    if (code === 'network' && !hasDraft) return t('form.problem.networkNoDraft');
    return isProblemKey(code) ? t(`form.problem.${code}`) : t('form.problem.other', { code });
  };
  const made = problem?.body.incidentId;
  const isShown = problem !== null && (problem.body.fields ?? []).length === 0;
  return (
    <div role="alert">
      {isShown && (
        <Notice tone="caution">
          <p>{text(problem.body.code)}</p>
          {problem.body.code === 'changed_meanwhile' && onReload !== undefined && (
            <Button onClick={onReload}>{t('form.reload')}</Button>
          )}
          {made !== undefined && onOpenMade !== undefined && (
            <Button onClick={() => onOpenMade(made)}>{t('form.openMade', { id: made })}</Button>
          )}
        </Notice>
      )}
    </div>
  );
}
