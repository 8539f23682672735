import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useView } from '../../use-view.tsx';
import { draftTime } from './draft-time.ts';
import { treatsAsChildCase } from './draft-values.ts';
import type { FormDraft } from './form-draft.ts';
import css from './incident-form.module.css';
import type { IncidentDraft } from './use-incident-draft.ts';

interface Props {
  readonly draft: IncidentDraft;
  readonly onResume: (left: FormDraft) => void;
  /** The offer was answered, and its buttons go. */
  readonly onDone: () => void;
}

/** A draft was left on this device: go on with it, or drop it. Then what became of it. */
export function DraftNote({ draft: { offered, settle }, onResume, onDone }: Props) {
  const { t } = useTranslation('incidents');
  const { view } = useView();
  const [done, setDone] = useState('');
  if (offered === null) return <div role="status">{done !== '' && <Notice>{done}</Notice>}</div>;
  const time = draftTime(offered.savedAt, new Date(), view.language);
  const resume = (): void => {
    const isWithoutPoints =
      treatsAsChildCase(offered.childInvolved) && offered.places.some(({ way }) => way === 'area');
    setDone([t('form.draft.resumed', { time }), isWithoutPoints ? t('form.draft.pointsLeftOut') : ''].join(' ').trim());
    onResume(offered);
    onDone();
  };
  return (
    <Notice live>
      <p>{t('form.draft.offer', { time })}</p>
      <div className={css.offer}>
        <Button look="primary" onClick={resume}>
          {t('form.draft.resume')}
        </Button>
        <Button
          onClick={() => {
            setDone(t('form.draft.discarded'));
            settle('discarded');
            onDone();
          }}
        >
          {t('form.draft.discard')}
        </Button>
      </div>
      <p className={css.hint}>{t('form.draft.waiting')}</p>
    </Notice>
  );
}
