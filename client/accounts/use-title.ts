import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the document after the page. */
export function useTitle(title: string): void {
  const { t } = useTranslation();
  useLayoutEffect(() => {
    document.title = `${t('app.name')} · ${title}`;
  }, [t, title]);
}
