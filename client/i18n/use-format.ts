import { useTranslation } from 'react-i18next';
import { type Format, formatOf } from './format.ts';

/** Made once: eight Intl objects cost milliseconds, and dozens of components ask. */
const MADE = new Map<'id' | 'en', Format>();

/** Numbers and dates in the language of the page. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'id';
  const made = MADE.get(language) ?? formatOf(language);
  MADE.set(language, made);
  return made;
}
