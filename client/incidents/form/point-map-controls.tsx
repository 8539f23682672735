import { Maximize, Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { type MapView, ZOOM_MOST } from './map-view.ts';
import css from './point-map.module.css';

interface Props {
  readonly view: MapView;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
}

/** Nearer, farther and the whole city. */
export function PointMapControls({ view: { zoom }, onZoom, onFit }: Props) {
  const { t } = useTranslation('incidents');
  const control = (Icon: typeof Plus, label: string, act: () => void, isOff: boolean) => (
    <Button icon aria-label={label} title={label} onClick={act} disabled={isOff}>
      <Icon size={18} aria-hidden="true" />
    </Button>
  );
  return (
    <div className={css.controls}>
      {control(Plus, t('form.map.zoomIn'), () => onZoom(2), zoom >= ZOOM_MOST)}
      {control(Minus, t('form.map.zoomOut'), () => onZoom(1 / 2), zoom === 1)}
      {control(Maximize, t('form.map.fit'), onFit, zoom === 1)}
    </div>
  );
}
