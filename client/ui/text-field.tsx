import { type ComponentProps, useId } from 'react';
import css from './text-field.module.css';

type Props = Omit<ComponentProps<'input'>, 'className' | 'onChange'> & {
  readonly label: string;
  readonly value: string;
  readonly onText: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong with the value; read out with the field. */
  readonly error?: string | undefined;
};

/** A native one-line input with its label above, a hint and an error below. */
export function TextField({ label, onText, hint, error, id: given, ...rest }: Props) {
  const own = useId();
  const id = given ?? own;
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} className={css.hint}>
          {hint}
        </span>
      )}
      <span id={`${id}-error`} className={css.error} hidden={error === undefined}>
        {error}
      </span>
    </div>
  );
}
