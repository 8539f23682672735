import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import type { Import } from './import-api.ts';
import { refusalText } from './import-text.ts';
import css from './imports.module.css';

const WAITING: readonly Import['state'][] = ['mapping', 'checking', 'checked', 'writing'];

/** Imports so far, newest first; those that wait can be opened. */
export function ImportHistory(props: {
  readonly imports: readonly Import[];
  readonly currentId: string | null;
  readonly onOpen: (id: string) => void;
}) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <section className={css.part} aria-labelledby="history">
      <h2 id="history">{t('history.title')}</h2>
      {props.imports.length === 0 ? (
        <p className={css.note}>{t('history.none')}</p>
      ) : (
        <ul className={css.history}>
          {props.imports.map(({ id, createdAt, format: kind, state, counts, reason }) => (
            <li key={id}>
              <div>
                <strong>{format.moment(new Date(createdAt))}</strong>
                <span className={css.note}>
                  {' '}
                  · {kind === null ? '' : `${kind.toUpperCase()} · `}
                  {t(`state.${state}`)}
                </span>
                {counts !== null && (
                  <p className={css.note}>
                    {t('history.counts', {
                      accepted: format.integer(counts.accepted),
                      rejected: format.integer(counts.rejected),
                      written: format.integer(counts.written),
                    })}
                  </p>
                )}
                {reason !== null && <p className={css.note}>{refusalText(t, reason.code, reason.fields).text}</p>}
              </div>
              {WAITING.includes(state) && id !== props.currentId && (
                <Button onClick={() => props.onOpen(id)}>{t('history.open')}</Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
