import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/text-field.tsx';

/** What the server takes (server/accounts/password-rule.ts). */
const MIN_PASSWORD = 12;
const MAX_PASSWORD = 128;

interface FieldProps {
  readonly value: string;
  readonly onText: (value: string) => void;
}

/** The e-mail of an account; a password manager goes by it also where it cannot be changed. */
export function EmailField({ readOnly = false, ...field }: FieldProps & { readonly readOnly?: boolean }) {
  const { t } = useTranslation('accounts');
  const label = t('signIn.email');
  const rest = { name: 'email', type: 'email', autoComplete: 'username', maxLength: 254 } as const;
  return <TextField {...field} {...rest} label={label} readOnly={readOnly} required />;
}

interface PasswordProps extends FieldProps {
  readonly label: string;
}

/** The password that an account has. With a `hint` it may stay empty. */
export function PasswordField({ hint, ...field }: PasswordProps & { readonly hint?: string }) {
  const rest = { name: 'password', type: 'password', autoComplete: 'current-password' } as const;
  return <TextField {...field} {...rest} hint={hint} maxLength={MAX_PASSWORD} required={hint === undefined} />;
}

/** The password that an account is to have. */
export function NewPasswordField(field: PasswordProps) {
  const { t } = useTranslation('accounts');
  const rest = { name: 'new-password', type: 'password', autoComplete: 'new-password' } as const;
  const lengths = { minLength: MIN_PASSWORD, maxLength: MAX_PASSWORD };
  return <TextField {...field} {...rest} {...lengths} hint={t('setup.passwordHint')} required />;
}

/** The six digits that the phone shows; blanks between them are no matter. */
export function PhoneCodeField({ autoFocus = false, ...field }: PasswordProps & { readonly autoFocus?: boolean }) {
  const rest = { name: 'code', inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 9 } as const;
  return <TextField {...field} {...rest} required autoFocus={autoFocus} />;
}

/** What was typed as the six digits. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
