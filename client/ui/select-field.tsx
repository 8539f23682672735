import type { ReactNode } from 'react';
import css from './select-field.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `option` and `optgroup` elements. */
  readonly children: ReactNode;
}

/** A native select with its label above. */
export function SelectField({ label, value, onChange, children }: Props) {
  return (
    <label className={css.field}>
      <span className={css.label}>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
    </label>
  );
}
