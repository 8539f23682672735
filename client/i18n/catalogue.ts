import i18next from 'i18next';

/** The Indonesian texts of a namespace with any strings in their place: what the English ones must match. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** Adds the texts of a page that is loaded later, under a namespace of its own. */
export function addCatalogue<T extends object>(namespace: string, id: T, en: SameKeys<T>): void {
  i18next.addResourceBundle('id', namespace, id);
  i18next.addResourceBundle('en', namespace, en);
}
