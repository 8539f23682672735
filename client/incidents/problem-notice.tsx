import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { problemText } from './problem-text.ts';

/** Why it did not work, and a way to try again. The place is always there, so it is read out. */
export function ProblemNotice({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { t } = useTranslation('incidents');
  return (
    <div role="alert">
      {error !== null && (
        <Notice tone="caution">
          <p>{problemText(t, error)}</p>
          {retry !== undefined && <Button onClick={retry}>{t('page.problem.retry')}</Button>}
        </Notice>
      )}
    </div>
  );
}
