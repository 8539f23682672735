import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceRole } from '../../domain/incident.ts';
import { RELEASE_REASONS, type ReleaseReason } from '../../domain/privacy/release-request.ts';
import { useAct } from '../accounts/use-act.ts';
import { sessionMay, useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { type ReleaseOutcome, releaseBands } from './band-api.ts';
import css from './bands.module.css';
import { ReleaseAnswer } from './release-answer.tsx';

interface Props {
  readonly role: PlaceRole;
  /** The table may be another one now. */
  readonly onReleased: () => void;
}

/** Why bands stand still for a quarter, and the way to release them within it for whoever may. */
export function BandRelease(props: Props) {
  const { t } = useTranslation('bands');
  const may = sessionMay(useSession(), 'bands.release');
  return (
    <details className={css.release} data-testid="band-release">
      <summary>{t('release.title')}</summary>
      <div>
        <p>{t('release.why')}</p>
        <p>{t('release.who')}</p>
        {may && <ReleaseForm {...props} />}
      </div>
    </details>
  );
}

function ReleaseForm({ role, onReleased }: Props) {
  const { t: main } = useTranslation();
  const { t } = useTranslation('bands');
  const dialog = useRef<HTMLDialogElement>(null);
  const { busy, error, run } = useAct();
  const [reason, setReason] = useState<ReleaseReason | null>(null);
  const [outcome, setOutcome] = useState<ReleaseOutcome | null>(null);
  const release = (chosen: ReleaseReason): void => {
    setOutcome(null);
    run(async () => {
      try {
        setOutcome(await releaseBands(role, chosen));
        onReleased();
      } finally {
        // Whatever the answer is, it stands under the button that has the focus again.
        dialog.current?.close();
      }
    });
  };
  return (
    <>
      <SelectField
        label={t('release.reason')}
        value={reason ?? ''}
        onChange={(value) => setReason(RELEASE_REASONS.find((one) => one === value) ?? null)}
      >
        <option value="">{t('release.choose')}</option>
        {RELEASE_REASONS.map((one) => (
          <option key={one} value={one}>
            {t(`release.reasons.${one}`)}
          </option>
        ))}
      </SelectField>
      <Button disabled={reason === null} onClick={() => dialog.current?.showModal()}>
        {t('release.ask')}
      </Button>
      <ReleaseAnswer outcome={outcome} error={error} />
      <dialog ref={dialog} className={css.dialog} aria-labelledby="release-confirm">
        <h2 id="release-confirm">{t('release.confirm')}</h2>
        <dl>
          <dt>{t('role')}</dt>
          <dd>{main(`incidents.roles.${role}`)}</dd>
          <dt>{t('release.reason')}</dt>
          <dd>{reason !== null && t(`release.reasons.${reason}`)}</dd>
        </dl>
        <p>{t('release.sure')}</p>
        <div className={css.row}>
          <Button look="primary" disabled={busy} onClick={() => reason !== null && release(reason)}>
            {t('release.yes')}
          </Button>
          <Button disabled={busy} onClick={() => dialog.current?.close()}>
            {t('release.no')}
          </Button>
          <span role="status">{busy && t('release.busy')}</span>
        </div>
      </dialog>
    </>
  );
}
