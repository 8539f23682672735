import type { TFunction } from 'i18next';
import { pageId } from '../i18n/incidents/page-id.ts';
import { ServerProblem } from '../server-problem.ts';

type ProblemCode = Exclude<keyof (typeof pageId)['problem'], 'other' | 'retry'>;

function isProblemCode(code: string): code is ProblemCode {
  return code in pageId.problem && code !== 'other' && code !== 'retry';
}

/** Why something of the incidents did not work, in the language of the page. */
export function problemText(t: TFunction<'incidents'>, error: unknown): string {
  const code = error instanceof ServerProblem ? error.body.code : 'client';
  return isProblemCode(code) ? t(`page.problem.${code}`) : t('page.problem.other', { code });
}
