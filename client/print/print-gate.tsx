import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useMapPainted } from '../panels/use-map-painted.ts';
import { useMapData } from '../use-map-data.ts';
import { useView } from '../use-view.tsx';
import css from './print-gate.module.css';

type Sheet = typeof import('./print-sheet.tsx').default;

/** A quiet layer that does not come must not keep the sheet back for good. */
const LONGEST_WAIT_MS = 3000;

/**
 * Draws the print sheet only while the page is printed. Its code is fetched once the map is painted, or at once when
 * somebody asks to print (the button, Ctrl+P); then the dialog of the browser waits for it.
 */
export function PrintGate(props: {
  readonly asked: boolean;
  readonly onAsk: () => void;
  /** The dialog was opened. */
  readonly onAnswered: () => void;
}) {
  const { asked, onAsk, onAnswered } = props;
  const { t } = useTranslation();
  const { view } = useView();
  const [Sheet, setSheet] = useState<Sheet | null>(null);
  const [printing, setPrinting] = useState(false);
  const isPainted = useMapPainted(true);
  const data = useMapData(Sheet !== null);
  const isLoaded = Sheet !== null;
  const isReady = isLoaded && data.basemap !== null && (data.roads !== null || !view.roads);

  useEffect(() => {
    if ((isPainted || asked) && !isLoaded) {
      void import('./print-sheet.tsx').then((module) => setSheet(() => module.default));
    }
  }, [isPainted, asked, isLoaded]);

  useEffect(() => {
    if (!asked || !isLoaded) return;
    const print = (): void => {
      onAnswered();
      window.print();
    };
    const timer = setTimeout(print, isReady ? 0 : LONGEST_WAIT_MS);
    return () => clearTimeout(timer);
  }, [asked, isLoaded, isReady, onAnswered]);

  useEffect(() => {
    if (isReady) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      onAsk();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isReady, onAsk]);

  useEffect(() => {
    const media = matchMedia('print');
    // The browser takes its picture right after the event, so React must have drawn by then.
    const start = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    const follow = (): void => (media.matches ? start() : end());
    window.addEventListener('beforeprint', start);
    window.addEventListener('afterprint', end);
    media.addEventListener('change', follow);
    return () => {
      window.removeEventListener('beforeprint', start);
      window.removeEventListener('afterprint', end);
      media.removeEventListener('change', follow);
    };
  }, []);

  // Printed from the menu of the browser, nothing can wait: the paper says so.
  if (Sheet === null) return <p className={css.early}>{t('print.notReady')}</p>;
  return printing ? <Sheet data={data} /> : null;
}
