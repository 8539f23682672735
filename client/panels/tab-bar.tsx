import { CircleDot, Layers, List, Map as MapIcon, SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import css from './tab-bar.module.css';

const TABS = [
  { name: 'map', icon: MapIcon },
  { name: 'legend', icon: Layers },
  { name: 'list', icon: List },
  { name: 'weights', icon: SlidersHorizontal },
  { name: 'incidents', icon: CircleDot },
] as const;

export type TabName = (typeof TABS)[number]['name'];

/** Which sheet lies over the map, on a phone. */
export function TabBar(props: { readonly tab: TabName; readonly onChange: (tab: TabName) => void }) {
  const { t } = useTranslation();
  return (
    <nav className={css.bar} aria-label={t('tabs.label')}>
      {TABS.map(({ name, icon: Icon }) => (
        <button
          key={name}
          type="button"
          className={css.tab}
          aria-pressed={props.tab === name}
          onClick={() => props.onChange(name)}
        >
          <Icon size={20} aria-hidden="true" />
          {t(`tabs.${name}`)}
        </button>
      ))}
    </nav>
  );
}
