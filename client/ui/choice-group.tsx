import { useId } from 'react';
import css from './choice-group.module.css';

interface Props<T extends string> {
  /** Of the first control, so that a link can lead there. */
  readonly id?: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  /** What is wrong with the choice; read out with the group. */
  readonly error?: string | undefined;
  /** Whether more than one may be chosen: checkboxes, else radio buttons. */
  readonly many: boolean;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly chosen: readonly T[];
  readonly onChoose: (value: T, on: boolean) => void;
}

/** Native radio buttons or checkboxes as a row of pills that wraps; the legend names the group. */
export function ChoiceGroup<T extends string>(props: Props<T>) {
  const { legend, hint, error, many, options, chosen, onChoose } = props;
  const own = useId();
  const id = props.id ?? own;
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].join(' ').trim();
  return (
    <fieldset
      className={css.group}
      aria-describedby={described === '' ? undefined : described}
      data-invalid={error === undefined ? undefined : ''}
    >
      <legend className={css.legend}>{legend}</legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
      <div className={css.options}>
        {options.map(({ value, label }, position) => (
          <label key={value} className={css.option}>
            <input
              id={position === 0 ? id : undefined}
              type={many ? 'checkbox' : 'radio'}
              name={many ? undefined : own}
              checked={chosen.includes(value)}
              onChange={(event) => onChoose(value, event.currentTarget.checked)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className={css.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
