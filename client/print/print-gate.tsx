import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMapData } from '../use-map-data.ts';

type Sheet = typeof import('./print-sheet.tsx').default;

/** Long enough for the interactive map to come first. */
const LOAD_AFTER_MS = 2500;

/** Draws the print sheet only while the page is printed; its code is fetched once the page is at rest. */
export function PrintGate() {
  const [Sheet, setSheet] = useState<Sheet | null>(null);
  const [printing, setPrinting] = useState(false);
  const data = useMapData(Sheet !== null);

  useEffect(() => {
    const load = (): void => void import('./print-sheet.tsx').then((module) => setSheet(() => module.default));
    const timer = setTimeout(load, LOAD_AFTER_MS);
    const media = matchMedia('print');
    // The browser takes its picture right after the event, so React must have drawn by then.
    const start = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    const follow = (): void => (media.matches ? start() : end());
    window.addEventListener('beforeprint', start);
    window.addEventListener('afterprint', end);
    media.addEventListener('change', follow);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('beforeprint', start);
      window.removeEventListener('afterprint', end);
      media.removeEventListener('change', follow);
    };
  }, []);

  return printing && Sheet !== null ? <Sheet data={data} /> : null;
}
