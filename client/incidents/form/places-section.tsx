import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_PLACES } from '../../../domain/incident-input.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useFormScope } from './form-scope.ts';
import { FormSection } from './form-section.tsx';
import { emptyPlace, type PlaceValue } from './form-values.ts';
import css from './incident-form.module.css';
import own from './place.module.css';
import { PlaceEditor } from './place-editor.tsx';
import type { SectionProps } from './section-props.ts';
import type { CityAreas } from './use-city-areas.ts';

interface Props extends SectionProps {
  readonly areas: CityAreas | null;
  readonly failed: boolean;
  readonly retry: () => void;
}

/** One to eight places. The focus goes to a place that was added, and back to the button from one that was removed. */
export function PlacesSection({ values, change, areas, failed, retry }: Props) {
  const { t } = useTranslation('incidents');
  const { idOf, errorOf } = useFormScope();
  const { places } = values;
  const [said, setSaid] = useState('');
  const [focus, setFocus] = useState<number | 'button' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focus === 'button') button.current?.focus();
    else if (focus !== null) document.getElementById(idOf(`places.${focus}.role`))?.focus();
    setFocus(null);
  }, [focus, idOf]);

  const isFull = places.length >= MAX_PLACES;
  const add = (): void => {
    const key = Math.max(...places.map((place) => place.key)) + 1;
    change({ places: [...places, emptyPlace(key)] });
    setSaid(t('form.place.added', { n: places.length + 1 }));
    setFocus(places.length);
  };
  const remove = (position: number): void => {
    change({ places: places.filter((_, other) => other !== position) });
    setSaid(t('form.place.removed', { n: position + 1 }));
    setFocus('button');
  };
  const replace = (position: number, place: PlaceValue): void =>
    change({ places: places.map((one, other) => (other === position ? place : one)) });

  return (
    <FormSection title={t('form.section.places')}>
      <p className={css.hint}>{t('form.hint.places')}</p>
      <Notice tone="caution">{t('form.hint.noHome')}</Notice>
      {failed && (
        <Notice tone="caution" live>
          <p>{t('form.place.areasFailed')}</p>
          <Button onClick={retry}>{t('form.place.retry')}</Button>
        </Notice>
      )}
      <ol className={own.places}>
        {places.map((place, position) => (
          <li key={place.key}>
            <PlaceEditor
              place={place}
              position={position}
              areas={areas}
              failed={failed}
              childInvolved={values.childInvolved}
              onPlace={(next) => replace(position, next)}
              onRemove={places.length > 1 ? () => remove(position) : null}
            />
          </li>
        ))}
      </ol>
      {errorOf('places') !== undefined && <p className={css.error}>{errorOf('places')}</p>}
      <div>
        <Button id={idOf('places')} ref={button} onClick={add} disabled={isFull}>
          <Plus size={16} aria-hidden="true" />
          {t('form.place.add')}
        </Button>
      </div>
      {isFull && <p className={css.hint}>{t('form.place.full')}</p>}
      <div role="status">
        <VisuallyHidden>{said}</VisuallyHidden>
      </div>
    </FormSection>
  );
}
