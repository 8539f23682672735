import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { id as accounts } from './accounts/id.ts';
import type { id as bands } from './bands/id.ts';
import type { SameKeys } from './catalogue.ts';
import { en } from './en.ts';
import { type Catalogue, id } from './id.ts';
import type { id as imports } from './imports/id.ts';
import type { id as incidents } from './incidents/id.ts';
import type { id as keeping } from './keeping/id.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: {
      translation: Catalogue;
      accounts: SameKeys<typeof accounts>;
      bands: SameKeys<typeof bands>;
      incidents: SameKeys<typeof incidents>;
      imports: SameKeys<typeof imports>;
      keeping: SameKeys<typeof keeping>;
    };
    returnNull: false;
  }
}

/** Starts the catalogues in memory; no request. React escapes, so i18next need not. */
export function startI18n(language: 'id' | 'en'): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'id',
    resources: { id: { translation: id }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}
