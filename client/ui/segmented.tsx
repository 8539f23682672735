import { useId } from 'react';
import css from './segmented.module.css';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[];
  /** Said with the group, such as why an option cannot be chosen. */
  readonly hint?: string | undefined;
  readonly onChange: (value: T) => void;
}

/** Native radio buttons drawn as one strip; arrow keys move, as radios do. */
export function Segmented<T extends string>({ label, value, options, onChange, hint }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={css.group} aria-describedby={hint === undefined ? undefined : `${name}-hint`}>
      <legend className={css.label}>{label}</legend>
      <div className={css.options}>
        {options.map((option) => (
          <label key={option.value} className={css.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled === true}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p id={`${name}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
