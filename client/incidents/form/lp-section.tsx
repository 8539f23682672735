import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/text-field.tsx';
import { useFormScope } from './form-scope.ts';
import { FormSection } from './form-section.tsx';
import { lpNumberFault } from './lp-number.ts';

interface Props {
  readonly lpNumber: string;
  readonly onLpNumber: (text: string) => void;
  /** A correction: the number on record stays unless a new one is typed. */
  readonly isEdit: boolean;
}

/** The one place where something is typed; whatever is no LP number is refused as soon as the field is left. */
export function LpSection({ lpNumber, onLpNumber, isEdit }: Props) {
  const { t } = useTranslation('incidents');
  const { idOf, errorOf } = useFormScope();
  const [isLeft, setIsLeft] = useState(false);
  const early = isLeft ? lpNumberFault(lpNumber) : null;
  return (
    <FormSection title={t('form.section.lpNumber')} note={t('form.optional')}>
      <TextField
        id={idOf('lpNumber')}
        label={t('form.field.lpNumber')}
        value={lpNumber}
        onText={(text) => {
          setIsLeft(false);
          onLpNumber(text);
        }}
        onBlur={() => setIsLeft(true)}
        hint={isEdit ? `${t('form.hint.lpNumberKept')} ${t('form.hint.lpNumber')}` : t('form.hint.lpNumber')}
        error={errorOf('lpNumber') ?? (early === null ? undefined : t(`form.fault.${early}`, { example: '' }))}
        maxLength={120}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
    </FormSection>
  );
}
