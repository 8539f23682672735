import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import css from './data-page.module.css';

/** One line of text with a button that copies it; says so when the browser does not allow it. */
export function CopyLine({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // Without HTTPS, or without permission, there is no clipboard.
      setOutcome('copyFailed');
    }
  };
  return (
    <div>
      <div className={css.command}>
        <code>{text}</code>
        <Button onClick={() => void copy()}>{t('dataPage.copy')}</Button>
      </div>
      <p className={css.note} role="status">
        {outcome !== null && t(`dataPage.${outcome}`)}
      </p>
    </div>
  );
}
