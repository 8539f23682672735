import { useTranslation } from 'react-i18next';
import { Section } from '../ui/section.tsx';
import { BandTable } from './band-table.tsx';
import css from './bands.module.css';
import { useShown } from './shown.tsx';

/** The whole table, below the list of areas. */
export function BandGrid() {
  const { t } = useTranslation('bands');
  const { bands } = useShown();
  if (bands === null) return null;
  return (
    <Section title={t('grid.title')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the rail, the keyboard scrolls it */}
      <section className={css.scroll} aria-label={t('grid.table')} tabIndex={0}>
        <BandTable bands={bands} />
      </section>
    </Section>
  );
}
