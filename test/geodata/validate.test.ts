import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { readSource, type Source } from '../../geodata/source.ts';
import { CHECKS, validate } from '../../geodata/validate.ts';
import {
  corner,
  evidenceRow,
  kecamatan,
  kelurahan,
  place,
  populationRow,
  ring,
  smallSource,
  square,
} from './small-source.ts';

const REAL = readSource('geodata/source');

function findingsOf(name: string, source: Source) {
  return validate(
    source,
    CHECKS.filter((check) => check.name === name),
  );
}

function withArea(source: Source, code: string, geometry: Polygon): Source {
  return {
    ...source,
    kelurahan: source.kelurahan.map((area) => (area.properties.code === code ? { ...area, geometry } : area)),
  };
}

describe('a sound source', () => {
  it('passes every check: the real one has no error and two notes', () => {
    const findings = validate(REAL);
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(findings.map(({ check }) => check)).toEqual(['places-inside-city', 'evidence-dates']);
  });

  it('passes every check but the size of the city when it is a toy', () => {
    expect(validate(smallSource()).map(({ check }) => check)).toEqual(['official-area']);
  });

  it('runs checks of different names', () => {
    const names = CHECKS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

/** check → what is broken on purpose → part of the message that must name it */
const BROKEN: readonly (readonly [check: string, what: string, broken: (source: Source) => Source, message: RegExp])[] =
  [
    [
      'unique-codes',
      'a code used twice',
      (s) => ({ ...s, kelurahan: [...s.kelurahan, kelurahan('64.71.01.1001', square(5, 5))] }),
      /64\.71\.01\.1001.*twice/,
    ],
    [
      'unique-codes',
      'a kelurahan with the code of a kecamatan',
      (s) => ({ ...s, kelurahan: [...s.kelurahan, kelurahan('64.71.01', square(5, 5))] }),
      /not the code of a kelurahan/,
    ],
    [
      'parents-exist',
      'an orphan',
      (s) => ({ ...s, kelurahan: [...s.kelurahan, kelurahan('64.71.09.1001', square(5, 5))] }),
      /64\.71\.09\.1001.*64\.71\.09/,
    ],
    [
      'parents-exist',
      'a kecamatan of another city',
      (s) => ({ ...s, kecamatan: [...s.kecamatan, kecamatan('64.72.01', square(5, 5))] }),
      /64\.72\.01.*not of the city/,
    ],
    [
      'parents-exist',
      'a kecamatan without kelurahan',
      (s) => ({ ...s, kecamatan: [...s.kecamatan, kecamatan('64.71.03', square(5, 5))] }),
      /64\.71\.03.*no kelurahan/,
    ],
    [
      'valid-rings',
      'a bow tie',
      (s) => withArea(s, '64.71.01.1001', { type: 'Polygon', coordinates: [ring([0, 0], [1, 1], [1, 0], [0, 1])] }),
      /crosses itself/,
    ],
    [
      'valid-rings',
      'an open ring',
      (s) =>
        withArea(s, '64.71.01.1001', {
          type: 'Polygon',
          coordinates: [square(0, 0).coordinates[0]?.slice(0, 4) ?? []],
        }),
      /not closed/,
    ],
    [
      'valid-rings',
      'a vertex said twice',
      (s) =>
        withArea(s, '64.71.01.1001', { type: 'Polygon', coordinates: [ring([0, 0], [1, 0], [1, 0], [1, 1], [0, 1])] }),
      /1 repeated/,
    ],
    [
      'right-hand-rule',
      'a reversed ring',
      (s) =>
        withArea(s, '64.71.01.1001', {
          type: 'Polygon',
          coordinates: [[...(square(0, 0).coordinates[0] ?? [])].reverse()],
        }),
      /64\.71\.01\.1001.*clockwise/,
    ],
    [
      'areas-inside-city-box',
      'latitude and longitude swapped',
      (s) =>
        withArea(s, '64.71.01.1001', {
          type: 'Polygon',
          coordinates: square(0, 0).coordinates.map((r) => r.map(([x = 0, y = 0]) => [y, x])),
        }),
      /64\.71\.01\.1001.*5 vertices outside/,
    ],
    [
      'no-overlaps',
      'an overlap',
      (s) => withArea(s, '64.71.01.1001', { type: 'Polygon', coordinates: [ring([0, 0], [1.1, 0], [1.1, 1], [0, 1])] }),
      /64\.71\.01\.1001 and 64\.71\.01\.1002 overlap by 12\d{4} m2/,
    ],
    [
      'no-gaps',
      'a gap at a border',
      (s) => withArea(s, '64.71.01.1001', { type: 'Polygon', coordinates: [ring([0, 0], [0.9, 0], [0.9, 1], [0, 1])] }),
      /64\.71\.01: 12\d{4} m2 belong to no kelurahan/,
    ],
    [
      'no-gaps',
      'a hole inside',
      (s) =>
        withArea(s, '64.71.01.1001', {
          type: 'Polygon',
          coordinates: [
            ...square(0, 0).coordinates,
            [...ring([0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.6])].reverse(),
          ],
        }),
      /gap of 4\d{4} m2/,
    ],
    [
      'kelurahan-nest',
      'a border vertex moved by 0.1 m',
      (s) => ({
        ...s,
        kecamatan: s.kecamatan.map((area) =>
          area.properties.code === '64.71.01'
            ? kecamatan('64.71.01', {
                type: 'Polygon',
                coordinates: [
                  [
                    ...(area.geometry.coordinates[0] as number[][]).map(([x = 0, y = 0], i) =>
                      i === 1 ? [x, y - 1e-6] : [x, y],
                    ),
                  ],
                ],
              })
            : area,
        ),
      }),
      /64\.71\.01.*4 border segments/,
    ],
    ['official-area', 'a city of the wrong size', (s) => s, /km2, -9\d\.\d\d % off the official 509\.45/],
    [
      'stated-areas',
      'an area copied wrongly',
      (s) => ({
        ...s,
        publishedAreas: s.publishedAreas.map((row) =>
          row.cell.code === '64.71.01' ? { ...row, cell: { ...row.cell, area_km2_geometry: '9.999' } } : row,
        ),
      }),
      /row 3.*9\.999 stated, 2\.46\d measured/,
    ],
    [
      'stated-areas',
      'an area without a row',
      (s) => ({ ...s, publishedAreas: s.publishedAreas.slice(1) }),
      /no row for 64\.71/,
    ],
    [
      'places-inside-city',
      'a place outside',
      (s) => ({ ...s, places: [place('market-jauh', corner(8, 8))] }),
      /market-jauh.*\d{4,} m off/,
    ],
    [
      'places-fit-to-publish',
      'an id used twice',
      (s) => ({ ...s, places: [...s.places, ...s.places] }),
      /market-satu is used twice/,
    ],
    [
      'places-fit-to-publish',
      'an unknown category',
      (s) => ({ ...s, places: [place('x', corner(0.5, 0.5), { category: 'casino' })] }),
      /unknown category casino/,
    ],
    [
      'places-fit-to-publish',
      'a hotel with a name',
      (s) => ({ ...s, places: [place('hotel-1', corner(0.5, 0.5), { category: 'hotel', name: 'Hotel' })] }),
      /hotel must not carry a name/,
    ],
    [
      'places-fit-to-publish',
      'a nightlife place with a map id',
      (s) => ({
        ...s,
        places: [place('n', corner(0.5, 0.5), { category: 'nightlife', name: null, osm_id: 'node/1' })],
      }),
      /nightlife must not carry/,
    ],
    [
      'places-fit-to-publish',
      'a market without a name',
      (s) => ({ ...s, places: [place('m', corner(0.5, 0.5), { name: null })] }),
      /needs a name/,
    ],
    [
      'evidence-ids',
      'an id used twice',
      (s) => ({ ...s, evidence: [evidenceRow(), evidenceRow({}, 3)] }),
      /row 3 \(EV001\), column id: used twice/,
    ],
    [
      'evidence-ids',
      'an id of another form',
      (s) => ({ ...s, evidence: [evidenceRow({ id: 'X1' })] }),
      /'X1' is not of the form/,
    ],
    [
      'evidence-references',
      'an unknown area',
      (s) => ({ ...s, evidence: [evidenceRow({ area_code: '64.71.07' })] }),
      /column area_code: no area 64\.71\.07/,
    ],
    [
      'evidence-references',
      'an unknown factor',
      (s) => ({ ...s, evidence: [evidenceRow({ factor: 'gambling' })] }),
      /column factor: no factor gambling/,
    ],
    ['evidence-sources', 'no grade', (s) => ({ ...s, evidence: [evidenceRow({ grade: '' })] }), /column grade/],
    [
      'evidence-sources',
      'no publisher',
      (s) => ({ ...s, evidence: [evidenceRow({ source_publisher: '' })] }),
      /column source_publisher: is empty/,
    ],
    [
      'evidence-sources',
      'no address',
      (s) => ({ ...s, evidence: [evidenceRow({ source_url: 'javascript:alert(1)' })] }),
      /column source_url/,
    ],
    [
      'evidence-sources',
      'an unknown kind',
      (s) => ({ ...s, evidence: [evidenceRow({ kind: 'rumour' })] }),
      /'rumour' is not a kind/,
    ],
    [
      'evidence-dates',
      'no date and no word for it',
      (s) => ({ ...s, evidence: [evidenceRow({ source_date: '' })] }),
      /neither a date nor 'tanpa tanggal'/,
    ],
    [
      'evidence-dates',
      'a month 13',
      (s) => ({ ...s, evidence: [evidenceRow({ source_date: '2025-13' })] }),
      /'2025-13'/,
    ],
    [
      'evidence-dates',
      'a date after the edition',
      (s) => ({ ...s, evidence: [evidenceRow({ source_date: '2027' })] }),
      /after the edition/,
    ],
    [
      'evidence-strengths',
      'a raising row without strength',
      (s) => ({ ...s, evidence: [evidenceRow({ strength: '' })] }),
      /must say how strongly/,
    ],
    [
      'evidence-strengths',
      'a neutral statement with one',
      (s) => ({ ...s, evidence: [evidenceRow({ direction: 'neutral' })] }),
      /neutral and no measurement/,
    ],
    [
      'evidence-strengths',
      'a context row with one',
      (s) => ({ ...s, evidence: [evidenceRow({ factor: 'context' })] }),
      /tagged context never reads/,
    ],
    [
      'evidence-strengths',
      'an absence that is only said',
      (s) => ({ ...s, evidence: [evidenceRow({ strength: 'absent', direction: 'lowers' })] }),
      /measurement only/,
    ],
    [
      'evidence-strengths',
      'an absence that raises',
      (s) => ({ ...s, evidence: [evidenceRow({ strength: 'absent', kind: 'measurement' })] }),
      /cannot raise/,
    ],
    [
      'evidence-measurements',
      'a value without goalposts',
      (s) => ({ ...s, evidence: [evidenceRow({ kind: 'measurement', measured_value: '3' })] }),
      /both goalposts and unit/,
    ],
    [
      'evidence-measurements',
      'goalposts the wrong way round',
      (s) => ({
        ...s,
        evidence: [
          evidenceRow({ kind: 'measurement', measured_value: '3', goal_low: '9', goal_high: '1', unit: 'per km2' }),
        ],
      }),
      /below/,
    ],
    [
      'evidence-measurements',
      'a statement with a measured value',
      (s) => ({ ...s, evidence: [evidenceRow({ measured_value: '3' })] }),
      /statement has no measured value/,
    ],
    [
      'city-context-evidence',
      'evidence that is not there',
      (s) => ({
        ...s,
        cityContext: s.cityContext.map((row) => ({ ...row, cell: { ...row.cell, evidence_ids: 'EV001 EV999' } })),
      }),
      /no evidence EV999/,
    ],
    [
      'city-context-evidence',
      'a fact without evidence',
      (s) => ({ ...s, cityContext: s.cityContext.map((row) => ({ ...row, cell: { ...row.cell, evidence_ids: '' } })) }),
      /no evidence/,
    ],
    [
      'city-context-evidence',
      'a headline in one language',
      (s) => ({ ...s, cityContext: s.cityContext.map((row) => ({ ...row, cell: { ...row.cell, headline_en: '' } })) }),
      /language is missing/,
    ],
    [
      'population-rows',
      'an unknown area',
      (s) => ({ ...s, population: [populationRow({ code: '64.71.08' })] }),
      /no area 64\.71\.08/,
    ],
    [
      'population-rows',
      'a population of 0 for unknown',
      (s) => ({ ...s, population: [populationRow({ population: '0' })] }),
      /'0' is not a count/,
    ],
    [
      'population-rows',
      'a row given twice',
      (s) => ({ ...s, population: [populationRow(), populationRow({}, 3)] }),
      /row 3.*given twice/,
    ],
    [
      'population-sums',
      'a sum that is not what the source says',
      (s) => ({
        ...s,
        population: s.population.map((row) => ({ ...row, cell: { ...row.cell, stated_total: '301' } })),
      }),
      /add up to 300, the source says 301/,
    ],
    [
      'helplines',
      'a number that cannot be dialled',
      (s) => ({ ...s, helplines: s.helplines.map((row) => ({ ...row, cell: { ...row.cell, phone: 'ask' } })) }),
      /'ask' is not a number/,
    ],
    ['helplines', 'no line to print', (s) => ({ ...s, helplines: [] }), /no line may be printed/],
  ];

describe('each check fails by its own name', () => {
  it.each(BROKEN)('%s: %s', (name, _what, broken, message) => {
    const errors = findingsOf(name, broken(smallSource())).filter(({ level }) => level === 'error');
    expect(errors.map(({ check }) => check)).toContain(name);
    expect(errors.map((finding) => finding.message).join('\n')).toMatch(message);
  });

  it('covers every check there is', () => {
    expect(new Set(BROKEN.map(([name]) => name))).toEqual(new Set(CHECKS.map(({ name }) => name)));
  });

  it('hands over the geometry of what is broken on the ground', () => {
    const overlap = withArea(smallSource(), '64.71.01.1001', {
      type: 'Polygon',
      coordinates: [ring([0, 0], [1.1, 0], [1.1, 1], [0, 1])],
    });
    expect(findingsOf('no-overlaps', overlap)[0]?.geometry?.type).toBe('Polygon');
    expect(findingsOf('no-overlaps', overlap)[0]?.areaCodes).toEqual(['64.71.01.1001', '64.71.01.1002']);
  });
});

describe('what is flagged but does not stop the build', () => {
  it('counts rows without a date', () => {
    const findings = findingsOf('evidence-dates', {
      ...smallSource(),
      evidence: [evidenceRow({ source_date: 'tanpa tanggal' })],
    });
    expect(findings).toEqual([
      { check: 'evidence-dates', level: 'warning', message: '1 rows are tanpa tanggal: EV001' },
    ]);
  });

  it.each([
    ['a period with half of the kecamatan', [populationRow()], /only 1 kecamatan/],
    [
      'a source without a total',
      [populationRow({ stated_total: '' }), populationRow({ code: '64.71.02', stated_total: '' }, 3)],
      /gives no total for the sum 200/,
    ],
    [
      "a city's row that disagrees",
      [...smallSource().population, populationRow({ code: '64.71', level: 'kota', population: '299' }, 4)],
      /add up to 300, the city's own row says 299/,
    ],
  ])('%s', (_what, population, message) => {
    const findings = findingsOf('population-sums', { ...smallSource(), population });
    expect(findings.map(({ level }) => level)).toEqual(['warning']);
    expect(findings[0]?.message).toMatch(message);
  });

  it('lets a pier lie up to 500 m off the land', () => {
    const source = { ...smallSource(), places: [place('pier', corner(0.5, 1.3))] };
    expect(findingsOf('places-inside-city', source)[0]?.level).toBe('warning');
  });
});
