import '../i18n/keeping/add.ts';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  EXPORT_FORMATS,
  EXPORT_REASONS,
  type ExportFilter,
  type ExportFormat,
  type ExportReason,
} from '../../domain/export-request.ts';
import { useAct } from '../accounts/use-act.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { exportFile } from './export-file.ts';
import css from './keeping.module.css';
import { KeepingError } from './keeping-error.tsx';

/** A button that opens the export of the cases of a filter: format and reason, then the download. */
export function ExportDialog({ filter }: { readonly filter: ExportFilter }) {
  const { t } = useTranslation('keeping');
  const dialog = useRef<HTMLDialogElement>(null);
  const { busy, error, run } = useAct();
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [reason, setReason] = useState<ExportReason | ''>('');
  const [done, setDone] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason === '') return;
    setDone(null);
    run(async () => {
      setDone(await exportFile({ format, reason, filter }));
      dialog.current?.close();
    });
  };
  return (
    <>
      <Button onClick={() => dialog.current?.showModal()}>{t('export.open')}</Button>
      <span role="status">{done !== null && t('export.done', { name: done })}</span>
      <dialog ref={dialog} className={css.dialog} aria-labelledby="export-title">
        <form className={css.form} onSubmit={submit}>
          <h2 id="export-title">{t('export.title')}</h2>
          <p className={css.note}>{t('export.lead')}</p>
          <SelectField
            label={t('export.format')}
            value={format}
            onChange={(value) => setFormat(EXPORT_FORMATS.find((one) => one === value) ?? 'csv')}
          >
            {EXPORT_FORMATS.map((one) => (
              <option key={one} value={one}>
                {t(`export.formats.${one}`)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t('export.reason')}
            value={reason}
            onChange={(value) => setReason(EXPORT_REASONS.find((one) => one === value) ?? '')}
          >
            <option value="">{t('export.choose')}</option>
            {EXPORT_REASONS.map((one) => (
              <option key={one} value={one}>
                {t(`export.reasons.${one}`)}
              </option>
            ))}
          </SelectField>
          <Notice>{t('export.child')}</Notice>
          <KeepingError error={error} />
          <div className={css.row}>
            <Button type="submit" look="primary" disabled={busy || reason === ''}>
              {t('export.submit')}
            </Button>
            <Button onClick={() => dialog.current?.close()}>{t('export.cancel')}</Button>
            <span role="status">{busy && t('export.busy')}</span>
          </div>
        </form>
      </dialog>
    </>
  );
}
