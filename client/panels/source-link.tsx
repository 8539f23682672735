import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../domain/evidence.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

/** The source of a row of evidence by its title; it opens in a new tab. */
export function SourceLink({ row }: { readonly row: Evidence }) {
  const { t } = useTranslation();
  return (
    <a href={row.sourceUrl} target="_blank" rel="noopener noreferrer" lang="id">
      {row.sourceTitle}
      <VisuallyHidden> ({t('drawer.opensNew')})</VisuallyHidden>
    </a>
  );
}
