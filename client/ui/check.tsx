import { useId } from 'react';
import css from './check.module.css';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A native checkbox with its label and an optional hint. */
export function Check({ label, hint, checked, onChange }: Props) {
  const hintId = useId();
  return (
    <label className={css.check}>
      <input
        type="checkbox"
        checked={checked}
        aria-label={label}
        aria-describedby={hint === undefined ? undefined : hintId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={css.text}>
        {label}
        {hint !== undefined && (
          <span id={hintId} className={css.hint}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
