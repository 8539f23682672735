import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { useView } from '../../use-view.tsx';
import { coordinateText, type LonLat } from './coordinate.ts';
import own from './place.module.css';
import type { PointCheck } from './point-check.ts';
import type { CityAreas } from './use-city-areas.ts';

interface Props {
  readonly check: PointCheck;
  readonly areas: CityAreas | null;
  readonly onPoint: (point: LonLat) => void;
  readonly onClear: () => void;
}

/** Where the point lies, or what is odd about its coordinates with the way to mend it. Read out when it changes. */
export function PointStatus({ check, areas, onPoint, onClear }: Props) {
  const { t } = useTranslation('incidents');
  const { view } = useView();
  const text = (): string => {
    switch (check.status) {
      case 'empty':
      case 'not_a_number':
        return t('form.map.none');
      case 'swapped':
        return t('form.coordinates.swapped');
      case 'north':
        return t('form.coordinates.north');
      case 'outside':
        return t('form.map.outside');
      case 'inside': {
        if (check.kelurahan === null || areas === null) return t('form.map.unchecked');
        const kecamatan = areas.nameOf(check.kelurahan.slice(0, 8));
        return t('form.map.inside', { kelurahan: areas.nameOf(check.kelurahan), kecamatan });
      }
    }
  };
  return (
    <div className={own.pointStatus}>
      <p role="status" data-point={check.status}>
        {text()}
      </p>
      {check.status === 'swapped' && <Button onClick={() => onPoint(check.meant)}>{t('form.coordinates.swap')}</Button>}
      {check.status === 'north' && (
        <Button onClick={() => onPoint(check.meant)}>
          {t('form.coordinates.makeSouth', { latitude: coordinateText(check.meant[1], view.language) })}
        </Button>
      )}
      {check.status !== 'empty' && (
        <Button look="quiet" onClick={onClear}>
          {t('form.map.clear')}
        </Button>
      )}
    </div>
  );
}
