import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { useView } from '../../use-view.tsx';
import { draftTime } from './draft-time.ts';
import css from './incident-form.module.css';

interface Props {
  readonly busy: boolean;
  readonly isEdit: boolean;
  /** When the draft was kept; null = not yet. */
  readonly savedAt: string | null;
  /** This browser keeps no draft. */
  readonly failed: boolean;
  readonly note: ReactNode;
  readonly onCancel: () => void;
}

/** Save and cancel, always in reach; Ctrl+Enter saves from anywhere in the form. */
export function SaveBar({ busy, isEdit, savedAt, failed, note, onCancel }: Props) {
  const { t } = useTranslation('incidents');
  const { view } = useView();
  const draftText = (): string => {
    if (failed) return t('form.draft.failed');
    return savedAt === null ? '' : t('form.draft.saved', { time: draftTime(savedAt, new Date(), view.language) });
  };
  return (
    <div className={css.bar}>
      {note}
      <div className={css.barRow}>
        <p className={css.hint}>{draftText()}</p>
        <Button onClick={onCancel} disabled={busy}>
          {t('form.cancel')}
        </Button>
        {/* Not disabled while it works, which would drop the focus: the form takes no second send meanwhile. */}
        <Button type="submit" look="primary" aria-keyshortcuts="Control+Enter" aria-disabled={busy}>
          {t(busy ? 'form.saving' : isEdit ? 'form.saveEdit' : 'form.save')}
          <span className={css.kbd} aria-hidden="true">
            {t('form.shortcut')}
          </span>
        </Button>
      </div>
    </div>
  );
}
