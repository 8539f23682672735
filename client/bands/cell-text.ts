import type { TFunction } from 'i18next';
import { PLACE_ROLES } from '../../domain/incident.ts';

/**
 * A cell of a table of bands in words. `key` is the name of a released figure, `role:area+area:year` or
 * `role:area:first-last`; a sum over all kecamatan is the city. What is no such key is said as it is.
 *
 * @param nameByCode names of the kecamatan
 */
export function cellText(
  t: TFunction<'bands'>,
  main: TFunction,
  nameByCode: ReadonlyMap<string, string>,
  key: string,
): string {
  const [tag, codes, span] = key.split(':');
  const role = PLACE_ROLES.find((one) => one === tag);
  if (role === undefined || codes === undefined || span === undefined) return key;
  const names = codes.split('+').map((code) => nameByCode.get(code) ?? code);
  const area = names.length > 1 ? t('release.wholeCity') : names.join();
  return t('release.cell', { area, years: span.replace('-', '–'), role: main(`incidents.roles.${role}`) });
}
