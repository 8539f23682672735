import { Upload } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { Loading, Notice } from '../ui/notice.tsx';
import { StepHeading } from '../ui/step-heading.tsx';
import type { ImportList } from './import-api.ts';
import css from './imports.module.css';

/** A file by the file dialog or by dropping it; what may be in it and what not. */
export function FileChoice(props: {
  readonly limits: ImportList['limits'];
  readonly sending: boolean;
  /** Nothing came before it: it leaves the focus where it is. */
  readonly isFirst: boolean;
  readonly onFile: (file: File) => void;
}) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const megabytes = format.integer(props.limits.bytes / 1_000_000);
  const take = (file: File | undefined): void => {
    if (file === undefined || props.sending) return;
    setTooLarge(file.size > props.limits.bytes);
    if (file.size <= props.limits.bytes) props.onFile(file);
  };
  const drag = (event: DragEvent, inside: boolean): void => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <section className={css.part} aria-labelledby="choose">
      <StepHeading id="choose" quiet={props.isFirst}>
        {t('choose.title')}
      </StepHeading>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same for a keyboard */}
      <div
        className={over ? `${css.drop} ${css.over}` : css.drop}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <Upload size={28} aria-hidden="true" />
        {props.sending ? (
          <Loading label={t('choose.sending')} />
        ) : (
          <>
            <p className={css.dropText}>{t('choose.drop')}</p>
            <Button look="primary" onClick={() => input.current?.click()}>
              {t('choose.button')}
            </Button>
          </>
        )}
        <input
          ref={input}
          hidden
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,.geojson,.json"
          aria-label={t('choose.button')}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            // The same file may be chosen again after it was mended.
            event.currentTarget.value = '';
          }}
        />
        <p className={css.note}>{t('choose.limits', { megabytes, rows: format.integer(props.limits.rows) })}</p>
      </div>
      <div role="alert">{tooLarge && <Notice tone="caution">{t('choose.tooLarge', { megabytes })}</Notice>}</div>
      <p>{t('choose.privacy')}</p>
      <p className={css.row}>
        {t('choose.template')}:{' '}
        <a href="/api/imports/template.csv" download>
          {t('choose.templateCsv')}
        </a>
        <a href="/api/imports/template.xlsx" download>
          {t('choose.templateXlsx')}
        </a>
      </p>
    </section>
  );
}
