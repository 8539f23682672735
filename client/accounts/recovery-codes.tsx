import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import css from './accounts.module.css';

interface Props {
  readonly codes: readonly string[];
  readonly onSaved: () => void;
}

/** Recovery codes, shown once, until the reader says that they are kept. */
export function RecoveryCodes({ codes, onSaved }: Props) {
  const { t } = useTranslation('accounts');
  return (
    <section className={css.form} aria-labelledby="recovery-codes">
      <h2 id="recovery-codes">{t('enrol.codesTitle')}</h2>
      <p>{t('enrol.codesLead')}</p>
      <ul className={css.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button look="primary" onClick={onSaved}>
        {t('enrol.saved')}
      </Button>
    </section>
  );
}
