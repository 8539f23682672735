import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { evidenceSchema } from '../../domain/evidence.ts';
import { buildAreas, geometryByCode } from '../../geodata/build/areas.ts';
import { checkDist } from '../../geodata/check-dist.ts';
import { squareMetres } from '../../geodata/equal-area.ts';
import { sha256 } from '../../geodata/sha256.ts';
import { readSource } from '../../geodata/source.ts';
import { densityRecomputed } from '../../geodata/validate/density.ts';

const DIST = 'geodata/dist';
const text = (file: string) => readFileSync(`${DIST}/${file}`, 'utf8');
const json = <T extends z.ZodMiniType>(file: string, schema: T): z.infer<T> => schema.parse(JSON.parse(text(file)));

const manifest = json(
  'manifest.json',
  z.object({
    edition: z.looseObject({ id: z.string(), hash: z.string(), status: z.string() }),
    datasets: z.record(z.string(), z.string()),
    quality: z.looseObject({
      evidenceCount: z.number(),
      undatedCount: z.number(),
      areaKm2: z.number(),
      areaDifferencePercent: z.number(),
      emptyPlaceCategories: z.array(z.string()),
      placeCounts: z.record(z.string(), z.number()),
      populationChecks: z.array(z.looseObject({ period: z.string(), agrees: z.boolean() })),
    }),
  }),
);
const evidence = json('evidence.json', z.array(evidenceSchema));
const features = (file: string) =>
  json(
    file,
    z.object({
      type: z.literal('FeatureCollection'),
      features: z.array(
        z.object({
          type: z.literal('Feature'),
          id: z.string(),
          properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
          geometry: z.looseObject({ type: z.string() }),
        }),
      ),
    }),
  ).features;

describe('what is committed', () => {
  it('is what the source builds, to the byte', () => {
    expect(checkDist('geodata/source', DIST).filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('is listed in the manifest with its hash, file by file', () => {
    for (const [file, hash] of Object.entries(manifest.datasets)) expect(sha256(text(file)), file).toBe(hash);
    const top = readdirSync(DIST).filter((name) => name !== 'manifest.json' && name !== 'edition');
    expect(top.filter((name) => manifest.datasets[name] === undefined)).toEqual([]);
  });

  it('says how good it is: 158 findings, 11 without a date, the area 0.05 % over the official one', () => {
    const { quality } = manifest;
    expect([quality.evidenceCount, quality.undatedCount]).toEqual([158, 11]);
    expect(evidence.filter(({ sourceDate }) => sourceDate === null)).toHaveLength(11);
    expect(quality.areaKm2).toBeCloseTo(509.723, 3);
    expect(quality.areaDifferencePercent).toBeCloseTo(0.054, 3);
    expect(quality.populationChecks.map(({ period, agrees }) => [period, agrees])).toEqual([
      ['2021', true],
      ['2024-S1', true],
    ]);
  });

  it('names the categories of places that nothing is known of', () => {
    const { emptyPlaceCategories, placeCounts } = manifest.quality;
    for (const category of ['nightlife', 'market', 'ferry_port', 'bus_terminal', 'refinery']) {
      expect(emptyPlaceCategories).toContain(category);
    }
    expect(placeCounts.hotel).toBe(61);
    expect(Object.values(placeCounts).reduce((sum, count) => sum + count, 0)).toBe(167);
  });
});

describe('evidence', () => {
  it('keeps notes, which are not for publication, out of every file', () => {
    const source = readFileSync('geodata/source/evidence.csv', 'utf8');
    const note = 'One sentence covers Selatan and Tengah together';
    expect(source).toContain(note);
    for (const file of [...Object.keys(manifest.datasets), 'manifest.json'])
      expect(text(file).includes(note), file).toBe(false);
  });

  it('keeps both sides where sources disagree', () => {
    const about = (id: string) => evidence.find((row) => row.id === id)?.findingEn ?? '';
    expect(about('EV011')).toMatch(/two trafficking cases in 2025/);
    expect(about('EV142')).toMatch(/11 of trafficking/);
    expect(about('EV147')).toMatch(/15 trafficking cases/);
    expect(about('EV082')).toMatch(/40,000 to 15,000/);
    expect(about('EV083')).toMatch(/24,000 to 28,000/);
    expect(
      evidence.some(({ direction, factor }) => direction === 'lowers' && factor === 'inter_provincial_access'),
    ).toBe(true);
  });
});

describe('the city strip', () => {
  const strip = json(
    'city-context.json',
    z.array(
      z.object({
        topic: z.string(),
        headlineId: z.string(),
        headlineEn: z.string(),
        asOf: z.string(),
        evidenceIds: z.array(z.string()),
      }),
    ),
  );
  const topic = (name: string) => strip.find((item) => item.topic === name);

  it('covers every topic, each with evidence that exists', () => {
    expect(strip.map((item) => item.topic)).toEqual([
      'rdmp',
      'rdmp_end',
      'ikn',
      'online',
      'cases_2025',
      'polda',
      'national',
      'satgas',
      'population',
    ]);
    const ids = new Set(evidence.map(({ id }) => id));
    expect(strip.flatMap(({ evidenceIds }) => evidenceIds).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('gives every worker count with its date, and the counts of cases that must not be added', () => {
    for (const part of [
      '30,000',
      'November 2025',
      '24,000–28,000',
      'December 2025',
      '40,000 to 15,000',
      'August 2025',
      '9,000',
      'March 2023',
      '3,632',
      'November 2019',
    ]) {
      expect(topic('rdmp')?.headlineEn).toContain(part);
    }
    expect(topic('rdmp_end')?.headlineId).toContain('12 Januari 2026');
    expect(topic('cases_2025')?.headlineId).toMatch(/2 .*11 .*15 .*jangan dijumlahkan/);
    expect(topic('online')?.headlineEn).toMatch(/practice.*offenders/);
    expect(topic('national')?.headlineEn).toMatch(/364.*478/);
  });
});

describe('areas', () => {
  const source = readSource('geodata/source');
  const geometries = geometryByCode(source);
  const areas = buildAreas(source, geometries);

  it('are the city, 6 kecamatan and 34 kelurahan; kelurahan have no population, and so no density', () => {
    expect(
      ['kota', 'kecamatan', 'kelurahan'].map((level) => areas.filter((area) => area.level === level).length),
    ).toEqual([1, 6, 34]);
    expect(
      areas
        .filter(({ level }) => level === 'kelurahan')
        .every(({ population, densityPerKm2 }) => population === null && densityPerKm2 === null),
    ).toBe(true);
  });

  it('take the newest period that has a value', () => {
    const of = (code: string) => areas.find((area) => area.code === code);
    expect(of('64.71')?.populationPeriod).toBe('2025-S1');
    expect(of('64.71')?.population).toBe(762_595);
    expect(of('64.71.03')?.populationPeriod).toBe('2024-S1');
    // 191,341 / 137.640 km2; the 765 per km2 of a published table fits neither.
    expect(of('64.71.03')?.densityPerKm2).toBeCloseTo(1390.15, 1);
  });

  it('dissolve into a city without holes whose parts add up', () => {
    const city = geometries.get('64.71');
    expect(city?.type).toBe('MultiPolygon');
    expect(city?.coordinates).toHaveLength(4);
    expect((city ? squareMetres(city) : 0) / 1e6).toBeCloseTo(509.723, 3);
  });

  it('have a density that is recomputed: a copied one is found by its own check', () => {
    expect(densityRecomputed(areas)).toEqual([]);
    const copied = areas.map((area) => (area.code === '64.71.03' ? { ...area, densityPerKm2: 765 } : area));
    expect(densityRecomputed(copied).map(({ check, areaCodes }) => [check, areaCodes])).toEqual([
      ['density-recomputed', ['64.71.03']],
    ]);
    const invented = areas.map((area) => (area.code === '64.71.01.1001' ? { ...area, densityPerKm2: 0 } : area));
    expect(densityRecomputed(invented)).toHaveLength(1);
  });
});

describe('places and layers', () => {
  it('shows lodging without a name, and every place with the area it lies in or null', () => {
    const places = features('places.geojson');
    expect(places).toHaveLength(167);
    expect(places.filter(({ properties: p }) => p.category === 'hotel' && p.name !== null)).toEqual([]);
    expect(places.some(({ properties: p }) => 'osm_id' in p || 'osm_tag' in p)).toBe(false);
    expect(places.filter(({ properties: p }) => p.kelurahan_code === null).map(({ id }) => id)).toEqual([
      'seaport-pelabuhan-perikanan-kampung-baru-tengah',
    ]);
    const airport = places.find(({ properties: p }) => p.category === 'airport');
    expect(airport?.properties.kelurahan_code).toBe('64.71.05.1009');
  });

  it('keeps land and water apart and the neighbours inside the box of the coast', () => {
    expect(features('coast.geojson').map(({ id }) => id)).toEqual(['land', 'water']);
    expect(features('context.geojson').map(({ id }) => id)).toEqual(['64.02', '64.09']);
    const numbers =
      text('context.geojson')
        .match(/-?\d+\.\d+(?=[,\]])/g)
        ?.map(Number) ?? [];
    expect(Math.max(...numbers)).toBeLessThanOrEqual(117.2);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-1.45);
  });
});
