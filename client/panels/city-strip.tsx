import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAtlas } from '../atlas.tsx';
import { Button } from '../ui/button.tsx';
import { useView } from '../use-view.tsx';
import css from './city-strip.module.css';
import { EvidenceItem } from './evidence-item.tsx';
import { HelpLines } from './help-lines.tsx';

/** "Topic: the rest" as the topic and the first clause of the rest; the dialog has the whole. */
function briefOf(headline: string): readonly [string, string] {
  const [topic = '', rest = ''] = headline.split(/:\s*(.*)/s);
  return [topic, rest.split(/[;.,](?:\s|$)/)[0] ?? ''];
}

/** Facts of the whole city, as text: they have no place on the map. Sources that differ stand side by side. */
export function CityStrip() {
  const { t } = useTranslation();
  const { view } = useView();
  const { info, evidenceById } = useAtlas();
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState(false);
  const headlines = info.cityContext.map((topic) => ({
    ...topic,
    headline: view.language === 'en' ? topic.headlineEn : topic.headlineId,
    evidence: topic.evidenceIds.flatMap((id) => evidenceById.get(id) ?? []),
  }));
  return (
    <section className={css.strip} aria-label={t('strip.title')}>
      <div className={css.line}>
        <h2 className={css.title}>{t('strip.title')}</h2>
        <ul className={css.heads}>
          {headlines.map(({ topic, headline }) => {
            const [head, rest] = briefOf(headline);
            return (
              <li key={topic}>
                <b>{rest === '' ? head : `${head}:`}</b>
                {rest !== '' && ` ${rest}`}
              </li>
            );
          })}
        </ul>
        <Button
          aria-haspopup="dialog"
          onClick={() => {
            setOpened(true);
            dialog.current?.showModal();
          }}
        >
          <span className={css.wide}>{t('strip.more')}</span>
          <span className={css.narrow}>{t('strip.title')}</span>
        </Button>
        <HelpLines />
      </div>
      <dialog ref={dialog} className={css.dialog} aria-labelledby="city-context">
        <div className={css.head}>
          <h2 id="city-context">{t('strip.title')}</h2>
          <Button look="quiet" icon aria-label={t('strip.less')} onClick={() => dialog.current?.close()}>
            <X size={18} aria-hidden="true" />
          </Button>
        </div>
        <div className={css.body}>
          <p className={css.note}>{t('strip.note')}</p>
          {opened &&
            headlines.map(({ topic, headline, evidence }) => (
              <article key={topic} className={css.topic}>
                <h3>{headline}</h3>
                <ul className={css.evidence}>
                  {evidence.map((row) => (
                    <EvidenceItem key={row.id} row={row} />
                  ))}
                </ul>
              </article>
            ))}
          <article className={css.topic}>
            <h3>{t('strip.help')}</h3>
            <HelpLines detailed />
          </article>
        </div>
      </dialog>
    </section>
  );
}
