import { LocateFixed, Minus, Plus } from 'lucide-react';
import type { Map as MapLibreMap } from 'maplibre-gl';
import styles from './map-controls.module.css';
import { OWN } from './map-event.ts';
import { fitCity } from './use-camera.ts';

export interface MapControlLabels {
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fitCity: string;
}

/** Three buttons for those who neither pinch nor scroll. */
export function MapControls({ map, labels }: { readonly map: MapLibreMap; readonly labels: MapControlLabels }) {
  const buttons = [
    { label: labels.zoomIn, icon: <Plus aria-hidden />, act: () => map.zoomIn({}, OWN) },
    { label: labels.zoomOut, icon: <Minus aria-hidden />, act: () => map.zoomOut({}, OWN) },
    { label: labels.fitCity, icon: <LocateFixed aria-hidden />, act: () => fitCity(map, true) },
  ];
  return (
    <div className={styles.controls}>
      {buttons.map(({ label, icon, act }) => (
        <button key={label} type="button" className={styles.button} aria-label={label} title={label} onClick={act}>
          {icon}
        </button>
      ))}
    </div>
  );
}
