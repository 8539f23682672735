import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { FACTORS } from '../../domain/factor.ts';
import { METHOD_V1 } from '../../domain/method.ts';
import { buildAreas, geometryByCode } from '../../geodata/build/areas.ts';
import { buildEdition, type EditionInput } from '../../geodata/build/edition.ts';
import { buildEvidence } from '../../geodata/build/evidence.ts';
import { collectionOf, polygonSchema } from '../../geodata/geometry-schema.ts';
import { sha256 } from '../../geodata/sha256.ts';
import { readSource } from '../../geodata/source.ts';

const source = readSource('geodata/source');
const geometries = geometryByCode(source);
const input: EditionInput = {
  edition: source.edition,
  areas: buildAreas(source, geometries),
  geometries,
  evidence: buildEvidence(source),
  method: METHOD_V1,
};
const edition = buildEdition(input);
const text = (file: string) => edition.files.get(file) ?? '';
const flat = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const idsOf = (file: string) =>
  z
    .object({ features: z.array(z.object({ id: z.string() })) })
    .parse(JSON.parse(text(file)))
    .features.map(({ id }) => id);
const ofEdition = (file: string) => collectionOf(polygonSchema, flat).parse(JSON.parse(text(file))).features;

describe('the first edition', () => {
  it('is marked as not approved, named by its content, and states the hash of each of its files', () => {
    const head = z
      .looseObject({ id: z.string(), hash: z.string(), status: z.string(), files: z.record(z.string(), z.string()) })
      .parse(JSON.parse(text('edition.json')));
    expect(head.status).toBe('initial_unapproved');
    expect([head.id, head.hash]).toEqual([edition.id, edition.hash]);
    expect(edition.id).toBe(edition.hash.slice(0, 8));
    expect(Object.keys(head.files).sort()).toEqual(
      [...edition.files.keys()].filter((name) => name !== 'edition.json').sort(),
    );
    for (const [name, hash] of Object.entries(head.files)) expect(sha256(text(name)), name).toBe(hash);
  });

  it('is committed', () => {
    for (const [name, content] of edition.files) {
      expect(readFileSync(`geodata/dist/edition/${edition.id}/${name}`, 'utf8') === content, name).toBe(true);
    }
  });

  it('has the same id for the same content, and another for any other', () => {
    expect(buildEdition({ ...input }).id).toBe(edition.id);
    const [first, ...rest] = input.evidence;
    const changed: readonly EditionInput[] = [
      { ...input, method: { ...METHOD_V1, seed: 1 } },
      { ...input, edition: { ...input.edition, title: 'Lain' } },
      { ...input, evidence: [...(first ? [{ ...first, finding: `${first.finding} Lagi.` }] : []), ...rest] },
      { ...input, areas: input.areas.map((area) => ({ ...area, populationSource: 'lain' })) },
    ];
    expect(new Set([edition, ...changed.map(buildEdition)].map(({ id }) => id)).size).toBe(5);
  });

  it('has flat features with the properties of the interface, told apart by code and marked with the edition', () => {
    const expected = [
      'code',
      'name',
      'score_low',
      'score_point',
      'score_high',
      'coverage',
      'class',
      'class_low',
      'class_high',
      'rank_low',
      'rank_high',
      'police_statement',
      'population',
      'population_year',
      'population_source',
      'area_km2',
      'density_per_km2',
      'edition',
      'kecamatan_code',
      'level',
      ...FACTORS.flatMap((factor) =>
        ['status', 'strength', 'low', 'point', 'high', 'grade', 'evidence'].map((part) => `${factor}_${part}`),
      ),
    ];
    for (const [file, count] of [
      ['kecamatan.geojson', 6],
      ['kelurahan.geojson', 34],
    ] as const) {
      const list = ofEdition(file);
      expect(list).toHaveLength(count);
      expect(idsOf(file)).toEqual(list.map(({ properties }) => properties.code));
      for (const { properties, geometry } of list) {
        expect(expected.filter((name) => !(name in properties))).toEqual([]);
        expect(properties.edition).toBe(edition.id);
        expect(polygonSchema.safeParse(geometry).success).toBe(true);
      }
    }
  });

  it('says what the evidence of today says: points, overlapping ranks, one kelurahan above the gate', () => {
    const points = ofEdition('kecamatan.geojson').map(({ properties: p }) => [
      p.name,
      Math.round(Number(p.score_point) * 10) / 10,
      p.rank_low,
      p.rank_high,
    ]);
    expect(points).toEqual([
      ['Balikpapan Timur', 6.3, 1, 6],
      ['Balikpapan Barat', 7.9, 1, 6],
      ['Balikpapan Utara', 7.1, 1, 6],
      ['Balikpapan Tengah', 5.8, 1, 6],
      ['Balikpapan Selatan', 7.4, 1, 6],
      ['Balikpapan Kota', 7, 1, 6],
    ]);
    const kelurahan = ofEdition('kelurahan.geojson').map(({ properties }) => properties);
    expect(kelurahan.filter((p) => p.class === 'not_assessed')).toHaveLength(19);
    expect(kelurahan.filter((p) => p.class === 'insufficient')).toHaveLength(14);
    expect(kelurahan.filter((p) => p.score_point !== null).map((p) => p.name)).toEqual(['Karang Joang']);
    expect(kelurahan.every((p) => p.population === null)).toBe(true);
  });

  it('shows the police statement where it was made and nowhere else', () => {
    const statements = Object.fromEntries(
      ofEdition('kecamatan.geojson').map(({ properties: p }) => [p.name, p.police_statement]),
    );
    expect(statements).toEqual({
      'Balikpapan Timur': 'access_tourism',
      'Balikpapan Barat': 'access_tourism',
      'Balikpapan Utara': 'not_mentioned',
      'Balikpapan Tengah': 'entertainment_trade',
      'Balikpapan Selatan': 'entertainment_trade',
      'Balikpapan Kota': 'not_mentioned',
    });
    expect(ofEdition('kelurahan.geojson').every(({ properties: p }) => p.police_statement === null)).toBe(true);
  });
});
