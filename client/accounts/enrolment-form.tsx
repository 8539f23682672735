import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { confirmEnrolment, type Enrolment } from './account-api.ts';
import css from './accounts.module.css';
import { ErrorNotice } from './error-notice.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { digitsOf, PhoneCodeField } from './sign-in-fields.tsx';
import { useAct } from './use-act.ts';

interface Props {
  readonly enrolment: Enrolment;
  readonly onDone: () => void;
}

/** The secret of an `otpauth:` address in groups of four, as apps print it. */
function secretOf(uri: string): string {
  return (new URL(uri).searchParams.get('secret') ?? '').replace(/(.{4})(?=.)/g, '$1 ');
}

/** Scan, type the first code, keep the recovery codes. */
export function EnrolmentForm({ enrolment: { uri, recoveryCodes }, onDone }: Props) {
  const { t } = useTranslation('accounts');
  const { busy, error, run } = useAct();
  const [code, setCode] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  if (confirmed) return <RecoveryCodes codes={recoveryCodes} onSaved={onDone} />;
  const submit = async (): Promise<void> => {
    try {
      await confirmEnrolment(digitsOf(code));
    } catch (reason) {
      setCode('');
      throw reason;
    }
    setConfirmed(true);
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        run(submit);
      }}
    >
      <p>{t('enrol.scan')}</p>
      <QrCode text={uri} label={t('enrol.qr')} />
      <p>
        {t('enrol.secret')} <code className={css.secret}>{secretOf(uri)}</code>
      </p>
      <ErrorNotice error={error} />
      <PhoneCodeField label={t('enrol.confirmCode')} value={code} onText={setCode} />
      <Button type="submit" look="primary" disabled={busy}>
        {t('enrol.confirm')}
      </Button>
    </form>
  );
}
