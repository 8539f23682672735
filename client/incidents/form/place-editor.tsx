import { Trash2 } from 'lucide-react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { PLACE_ROLES } from '../../../domain/incident.ts';
import type { IncidentInput } from '../../../domain/incident-input.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { AreaPicker } from './area-picker.tsx';
import { useFormScope } from './form-scope.ts';
import { PLACE_WAYS, type PlaceValue } from './form-values.ts';
import css from './incident-form.module.css';
import own from './place.module.css';
import { PointPicker } from './point-picker.tsx';
import type { CityAreas } from './use-city-areas.ts';

interface Props {
  readonly place: PlaceValue;
  readonly position: number;
  readonly areas: CityAreas | null;
  readonly failed: boolean;
  readonly childInvolved: IncidentInput['childInvolved'] | null;
  readonly onPlace: (place: PlaceValue) => void;
  /** Null while it is the only one. */
  readonly onRemove: (() => void) | null;
}

/** One place: its role, how much is known of it, and that. */
export function PlaceEditor({ place, position, areas, failed, childInvolved, onPlace, onRemove }: Props) {
  const { t } = useTranslation('incidents');
  const { idOf, errorOf } = useFormScope();
  const n = position + 1;
  const field = (name: string): string => `places.${position}.${name}`;
  // A touched place is sent as it stands here; it no longer stays as the record has it.
  const change = (part: Partial<PlaceValue>): void => onPlace({ ...place, kept: null, ...part });
  const { role, way } = place;
  const legend =
    role === null ? t('form.place.title', { n }) : t('form.place.titleRole', { n, role: t(`form.roles.${role}`) });
  const head = (
    <div className={own.placeHead}>
      <h3>{legend}</h3>
      {onRemove !== null && (
        <Button look="quiet" icon aria-label={t('form.place.remove', { n })} onClick={onRemove}>
          <Trash2 size={18} aria-hidden="true" />
        </Button>
      )}
    </div>
  );

  // The point of a child case is not known here any more: it stays as it is, or a new place is given.
  if (place.kept !== null && way === 'point' && place.longitude === '') {
    const open = (): void => {
      flushSync(() => change({ way: 'area' }));
      // The button was replaced by the questions; the first has its id.
      document.getElementById(idOf(field('role')))?.focus();
    };
    const area = areas?.nameOf(place.kelurahan) ?? place.kelurahan;
    return (
      <fieldset className={own.place} aria-label={legend}>
        {head}
        <p className={own.keptNote}>{t('form.place.kept', { area })}</p>
        <div>
          <Button id={idOf(field('role'))} onClick={open}>
            {t('form.place.change', { n })}
          </Button>
        </div>
      </fieldset>
    );
  }
  return (
    <fieldset className={own.place} aria-label={legend}>
      {head}
      <ChoiceGroup
        id={idOf(field('role'))}
        legend={t('form.field.role')}
        error={errorOf(field('role'))}
        many={false}
        options={PLACE_ROLES.map((value) => ({ value, label: t(`form.roles.${value}`) }))}
        chosen={role === null ? [] : [role]}
        onChoose={(value) => change({ role: value })}
      />
      <ChoiceGroup
        id={idOf(field('precision'))}
        legend={t('form.field.precision')}
        error={errorOf(field('precision'))}
        many={false}
        options={PLACE_WAYS.map((value) => ({ value, label: t(`form.ways.${value}`) }))}
        chosen={way === null ? [] : [way]}
        onChoose={(value) => change({ way: value })}
      />
      {way === 'point' && (
        <PointPicker
          place={place}
          position={position}
          areas={areas}
          childInvolved={childInvolved}
          onPoint={(longitude, latitude) => change({ longitude, latitude })}
        />
      )}
      {way === 'area' && <AreaPicker place={place} position={position} areas={areas} failed={failed} onArea={change} />}
      {(way === 'kota' || way === 'online') && <p className={css.hint}>{t(`form.wayNote.${way}`)}</p>}
    </fieldset>
  );
}
