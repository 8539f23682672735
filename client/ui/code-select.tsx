import { SelectField } from './select-field.tsx';

interface Props<T extends string> {
  readonly label: string;
  readonly codes: readonly T[];
  readonly textOf: (code: T) => string;
  /** What it is called when none is chosen, which is null. */
  readonly all: string;
  readonly value: T | null;
  readonly onChange: (code: T | null) => void;
}

/** A select that narrows to one of some codes, or to none of them. */
export function CodeSelect<T extends string>({ label, codes, textOf, all, value, onChange }: Props<T>) {
  return (
    <SelectField
      label={label}
      value={value ?? ''}
      onChange={(chosen) => onChange(codes.find((code) => code === chosen) ?? null)}
    >
      <option value="">{all}</option>
      {codes.map((code) => (
        <option key={code} value={code}>
          {textOf(code)}
        </option>
      ))}
    </SelectField>
  );
}
