import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/text-field.tsx';
import type { GivenCode } from './account-api.ts';
import css from './accounts.module.css';
import { digitsOf, PhoneCodeField } from './sign-in-fields.tsx';

export interface CodeEntry {
  /** A recovery code instead of the phone's. */
  readonly recovery: boolean;
  readonly text: string;
}

export const NO_CODE: CodeEntry = { recovery: false, text: '' };

/** The entry as the server takes it. */
export function givenCode({ recovery, text }: CodeEntry): GivenCode {
  return recovery ? { recoveryCode: text.trim() } : { code: digitsOf(text) };
}

interface Props {
  readonly entry: CodeEntry;
  readonly onChange: (entry: CodeEntry) => void;
  readonly autoFocus?: boolean;
}

/** The code of the phone, or a recovery code. */
export function GivenCodeField({ entry, onChange, autoFocus = false }: Props) {
  const { t } = useTranslation('accounts');
  const { recovery, text: value } = entry;
  const field = { value, onText: (text: string) => onChange({ recovery, text }), autoFocus };
  if (!recovery) return <PhoneCodeField key="phone" {...field} label={t('signIn.code')} />;
  const rest = { name: 'code', autoComplete: 'off', autoCapitalize: 'off', spellCheck: false, maxLength: 40 } as const;
  return <TextField key="recovery" {...field} {...rest} label={t('signIn.recovery')} required />;
}

/** The other of the two. */
export function CodeSwitch({ entry: { recovery }, onChange }: Omit<Props, 'autoFocus'>) {
  const { t } = useTranslation('accounts');
  return (
    <button type="button" className={css.link} onClick={() => onChange({ recovery: !recovery, text: '' })}>
      {t(recovery ? 'signIn.useCode' : 'signIn.useRecovery')}
    </button>
  );
}
