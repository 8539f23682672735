import type { TFunction } from 'i18next';
import { id } from './i18n/id.ts';

type KnownCategory = keyof typeof id.place;

function isKnown(category: string): category is KnownCategory {
  return Object.hasOwn(id.place, category);
}

/** What a kind of place is called; a kind that the catalogue does not know keeps its own word. */
export function placeName(t: TFunction, category: string): string {
  return isKnown(category) ? t(`place.${category}`) : category;
}
