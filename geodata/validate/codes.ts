import { levelOfCode } from '../../domain/area.ts';
import { CITY } from '../../domain/city.ts';
import { check } from './check.ts';

/** Every code is used once and has the form of its level. */
export const uniqueCodes = check('unique-codes', ({ kecamatan, kelurahan }, error) => {
  const seen = new Set<string>();
  return [
    ...kecamatan.map((feature) => ({ feature, level: 'kecamatan' })),
    ...kelurahan.map((feature) => ({ feature, level: 'kelurahan' })),
  ].flatMap(({ feature, level }) => {
    const { code, name } = feature.properties;
    const at = { areaCodes: [code], geometry: feature.geometry };
    if (levelOfCode(code) !== level)
      return [error({ message: `${code} ${name} is not the code of a ${level}`, ...at })];
    if (seen.has(code)) return [error({ message: `code ${code} (${name}) is used twice`, ...at })];
    seen.add(code);
    return [];
  });
});

/** Every kelurahan names a kecamatan that exists and that its own code begins with; so does every kecamatan the city. */
export const parentsExist = check('parents-exist', ({ kecamatan, kelurahan }, error) => {
  const parents = new Set(kecamatan.map(({ properties }) => properties.code));
  const orphans = kelurahan.flatMap(({ properties: { code, name, kecamatan_code: parent }, geometry }) =>
    parents.has(parent) && code.startsWith(`${parent}.`)
      ? []
      : [
          error({
            message: `${code} ${name}: its kecamatan ${parent} does not exist or does not begin its code`,
            areaCodes: [code],
            geometry,
          }),
        ],
  );
  const strangers = kecamatan.flatMap(({ properties: { code, name }, geometry }) =>
    code.startsWith(`${CITY.code}.`)
      ? []
      : [error({ message: `${code} ${name} is not of the city ${CITY.code}`, areaCodes: [code], geometry })],
  );
  const children = new Set(kelurahan.map(({ properties }) => properties.kecamatan_code));
  const childless = kecamatan.flatMap(({ properties: { code, name }, geometry }) =>
    children.has(code) ? [] : [error({ message: `${code} ${name} has no kelurahan`, areaCodes: [code], geometry })],
  );
  return [...orphans, ...strangers, ...childless];
});
