import { type ClipboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentInput } from '../../../domain/incident-input.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useView } from '../../use-view.tsx';
import { coordinateText, type LonLat, parsePair, roundDegrees } from './coordinate.ts';
import { treatsAsChildCase } from './draft-values.ts';
import { useFormScope } from './form-scope.ts';
import type { PlaceValue } from './form-values.ts';
import css from './incident-form.module.css';
import own from './place.module.css';
import { checkPoint } from './point-check.ts';
import { PointMap } from './point-map.tsx';
import { PointStatus } from './point-status.tsx';
import type { CityAreas } from './use-city-areas.ts';

interface Props {
  readonly place: PlaceValue;
  readonly position: number;
  readonly areas: CityAreas | null;
  readonly childInvolved: IncidentInput['childInvolved'] | null;
  /** Both coordinates as typed. */
  readonly onPoint: (longitude: string, latitude: string) => void;
}

/** A point by the map or by its coordinates; says where it lies and, for a child case, that it will not be kept. */
export function PointPicker({ place, position, areas, childInvolved, onPoint }: Props) {
  const { t } = useTranslation('incidents');
  const { view } = useView();
  const { idOf, errorOf } = useFormScope();
  const legend = useId();
  const { longitude, latitude } = place;
  const check = checkPoint(place, areas?.locate ?? null);
  const point = check.status === 'inside' || check.status === 'outside' ? check.point : null;
  const isChildCase = treatsAsChildCase(childInvolved);
  const set = ([x, y]: LonLat): void => onPoint(coordinateText(x, view.language), coordinateText(y, view.language));
  const paste = (event: ClipboardEvent): void => {
    const pair = parsePair(event.clipboardData.getData('text'));
    if (pair === null) return;
    event.preventDefault();
    // Maps write the latitude first; only a longitude passes 90.
    set(Math.abs(pair[0]) > 90 ? pair : [pair[1], pair[0]]);
  };
  const field = (name: string): string => `places.${position}.${name}`;
  const typed = (name: 'longitude' | 'latitude', example: string) => (
    <TextField
      id={idOf(field(name))}
      label={t(`form.field.${name}`)}
      value={name === 'longitude' ? longitude : latitude}
      onText={(text) => (name === 'longitude' ? onPoint(text, latitude) : onPoint(longitude, text))}
      onPaste={paste}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
      }}
      placeholder={example}
      error={errorOf(field(name))}
      maxLength={24}
      autoComplete="off"
      spellCheck={false}
    />
  );
  return (
    <div className={own.point}>
      <div role="status">
        {childInvolved !== 'no' && (
          <Notice tone="caution">{t(`form.childPoint.${childInvolved ?? 'unanswered'}`)}</Notice>
        )}
      </div>
      <PointMap
        id={idOf(field('point'))}
        areas={areas}
        point={point}
        showsCell={isChildCase}
        onPoint={([x, y]) => set([roundDegrees(x), roundDegrees(y)])}
      />
      {errorOf(field('point')) !== undefined && <p className={css.error}>{errorOf(field('point'))}</p>}
      <PointStatus check={check} areas={areas} onPoint={set} onClear={() => onPoint('', '')} />
      <fieldset className={own.coordinates} aria-describedby={legend}>
        <legend>{t('form.coordinates.legend')}</legend>
        <div className={css.pair}>
          {typed('longitude', coordinateText(116.8312, view.language))}
          {typed('latitude', coordinateText(-1.2654, view.language))}
        </div>
        <p id={legend} className={css.hint}>
          {t('form.coordinates.hint')}
        </p>
      </fieldset>
    </div>
  );
}
