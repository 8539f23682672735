import { useTranslation } from 'react-i18next';
import { formId } from '../../i18n/incidents/form-id.ts';
import type { ServerProblem } from '../../server-problem.ts';
import { Notice } from '../../ui/notice.tsx';

interface Props {
  readonly problem: ServerProblem | null;
  readonly hasDraft: boolean;
}

type ProblemKey = Exclude<keyof (typeof formId)['problem'], 'other' | 'networkNoDraft'>;

function isProblemKey(code: string): code is ProblemKey {
  return Object.hasOwn(formId.problem, code) && code !== 'other' && code !== 'networkNoDraft';
}

/** Why the last send did not work, when it is not about one field. The place is always there, so it is read out. */
export function ProblemNote({ problem, hasDraft }: Props) {
  const { t } = useTranslation('incidents');
  const text = (code: string): string => {
    if (code === 'network' && !hasDraft) return t('form.problem.networkNoDraft');
    return isProblemKey(code) ? t(`form.problem.${code}`) : t('form.problem.other', { code });
  };
  const isShown = problem !== null && (problem.body.fields ?? []).length === 0;
  return <div role="alert">{isShown && <Notice tone="caution">{text(problem.body.code)}</Notice>}</div>;
}
