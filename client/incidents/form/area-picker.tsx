import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.tsx';
import { useFormScope } from './form-scope.ts';
import type { PlaceValue } from './form-values.ts';
import css from './incident-form.module.css';
import { KelurahanOptions } from './kelurahan-options.tsx';
import type { CityAreas } from './use-city-areas.ts';

interface Props {
  readonly place: PlaceValue;
  readonly position: number;
  readonly areas: CityAreas | null;
  readonly failed: boolean;
  readonly onArea: (area: Pick<PlaceValue, 'kecamatan' | 'kelurahan'>) => void;
}

/** Kecamatan, then kelurahan when it is known. A kelurahan may also be chosen first: it brings its kecamatan along. */
export function AreaPicker({ place: { kecamatan, kelurahan }, position, areas, failed, onArea }: Props) {
  const { t } = useTranslation('incidents');
  const { idOf, errorOf } = useFormScope();
  if (areas === null) return failed ? null : <p className={css.hint}>{t('form.place.areasLoading')}</p>;
  const field = `places.${position}.areaCode`;
  return (
    <div className={css.pair}>
      <SelectField
        id={idOf(field)}
        label={t('form.field.areaCode')}
        value={kecamatan}
        onChange={(code) => onArea({ kecamatan: code, kelurahan: '' })}
        error={errorOf(field)}
      >
        <option value="">{t('form.place.choose')}</option>
        {areas.kecamatan.features.map(({ properties: { code, name } }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('form.field.kelurahan')}
        value={kelurahan}
        onChange={(code) => onArea({ kecamatan: code === '' ? kecamatan : code.slice(0, 8), kelurahan: code })}
      >
        <option value="">{t(kecamatan === '' ? 'form.place.choose' : 'form.place.kecamatanOnly')}</option>
        <KelurahanOptions areas={areas} kecamatan={kecamatan} />
      </SelectField>
    </div>
  );
}
