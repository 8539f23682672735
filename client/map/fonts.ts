import latinExtUrl from '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-ext-wght-normal.woff2?url';
import latinUrl from '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2?url';
import type { FontFile } from './style.ts';

/** The files of the one face of the page, with absolute addresses: MapLibre resolves none. */
export function mapFonts(): readonly FontFile[] {
  const absolute = (url: string): string => new URL(url, document.baseURI).href;
  return [
    { url: absolute(latinUrl), unicodeRange: ['U+0-FF', 'U+2000-206F', 'U+2122', 'U+2191-2193', 'U+2212'] },
    { url: absolute(latinExtUrl), unicodeRange: ['U+100-2AF'] },
  ];
}
