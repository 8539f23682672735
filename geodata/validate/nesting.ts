import { freeSegments } from '../outline.ts';
import { check } from './check.ts';

/**
 * The borders of the kelurahan of one kecamatan cancel out, segment by segment, to exactly the ring of
 * the kecamatan: same vertices, nothing left over on either side.
 */
export const kelurahanNest = check('kelurahan-nest', ({ kecamatan, kelurahan }, error) =>
  kecamatan.flatMap(({ properties: { code, name }, geometry }) => {
    const children = kelurahan.filter(({ properties }) => properties.kecamatan_code === code);
    const inner = freeSegments(children.map((child) => child.geometry));
    const outer = freeSegments([geometry]);
    const stray = [
      ...[...inner].filter(([key]) => !outer.has(key)),
      ...[...outer].filter(([key]) => !inner.has(key)),
    ].map(([, segment]) => [...segment]);
    if (stray.length === 0) return [];
    return [
      error({
        message: `${code} ${name}: ${stray.length} border segments are not shared with its kelurahan, first at ${stray[0]?.[0]?.join(', ')}`,
        areaCodes: [code],
        geometry: { type: 'MultiLineString', coordinates: stray },
      }),
    ];
  }),
);
