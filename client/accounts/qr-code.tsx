import { useMemo } from 'react';
import { encode } from 'uqr';
import css from './accounts.module.css';

/** Modules of white around the code; scanners want four (ISO/IEC 18004). */
const BORDER = 4;

/** A QR code drawn here: the text in it leaves the page by no other way. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { border: BORDER, ecc: 'M' });
    const squares = code.data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: code.size, path: squares.join('') };
  }, [text]);
  return (
    <svg className={css.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
