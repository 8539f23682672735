import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allZero,
  changeView,
  DEFAULT_BANDS,
  DEFAULT_VIEW,
  decodeView,
  encodeView,
  INCIDENT_MODES,
  INCIDENT_SETS,
  LANGUAGES,
  LAYER_CHOICES,
  MAP_LEVELS,
  THEME_NAMES,
  type View,
  weightsOf,
} from '../../client/view.ts';
import { GRADES } from '../../domain/evidence.ts';
import { FACTORS } from '../../domain/factor.ts';
import { INCIDENT_SOURCES, PLACE_ROLES, PLATFORMS, STAGES } from '../../domain/incident.ts';

const month = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);

const weights = fc
  .array(fc.integer({ min: 0, max: 10 }), { minLength: FACTORS.length, maxLength: FACTORS.length })
  .filter((values) => values.some((value) => value > 0))
  .map((values) => weightsOf((factor) => values[FACTORS.indexOf(factor)] ?? 0));

const degrees = (limit: number) => fc.integer({ min: -limit * 1e5, max: limit * 1e5 }).map((value) => value / 1e5);

const anyView = fc.record({
  level: fc.constantFrom(...MAP_LEVELS),
  layer: fc.constantFrom(...LAYER_CHOICES, 'bands' as const),
  bands: fc.record({
    role: fc.constantFrom(...PLACE_ROLES),
    year: fc.option(fc.integer({ min: 2000, max: 2099 })),
  }),
  minimumGrade: fc.constantFrom(...GRADES),
  weights,
  area: fc.option(fc.constantFrom('64.71.02', '64.71.05.1002')),
  places: fc.boolean(),
  roads: fc.boolean(),
  incidents: fc.option(
    fc
      .record({
        set: fc.constantFrom(...INCIDENT_SETS),
        mode: fc.constantFrom(...INCIDENT_MODES),
        role: fc.constantFrom(...PLACE_ROLES),
        platform: fc.option(fc.constantFrom(...PLATFORMS)),
        source: fc.option(fc.constantFrom(...INCIDENT_SOURCES)),
        stage: fc.option(fc.constantFrom(...STAGES)),
        fromMonth: fc.option(month),
        toMonth: fc.option(month),
      })
      .map((given) => (given.set === 'training' ? { ...given, source: null, stage: null } : given)),
  ),
  language: fc.constantFrom(...LANGUAGES),
  theme: fc.constantFrom(...THEME_NAMES),
  camera: fc.option(
    fc.tuple(
      degrees(180),
      degrees(85),
      fc.integer({ min: 0, max: 2400 }).map((value) => value / 100),
    ),
  ),
});

/** Bands are in the address with their layer only, and there are none of kelurahan. */
const views: fc.Arbitrary<View> = anyView.map((view) =>
  view.layer === 'bands' ? { ...view, level: 'kecamatan' } : { ...view, bands: DEFAULT_BANDS },
);

describe('the view in the URL', () => {
  it('comes back from its own search string as it was', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(decodeView(encodeView(view))).toEqual(view);
      }),
    );
  });

  it('leaves the default view out of the address', () => {
    expect(encodeView(DEFAULT_VIEW)).toBe('');
    expect(decodeView('')).toEqual(DEFAULT_VIEW);
  });

  it('reads any text whatever without an error, never with all weights at 0', () => {
    const keys = [
      'level',
      'layer',
      'grade',
      'w',
      'area',
      'places',
      'roads',
      'place',
      'year',
      'inc',
      'role',
      'app',
      'months',
      'at',
      'lang',
    ];
    const search = fc.array(fc.tuple(fc.constantFrom(...keys), fc.string()));
    fc.assert(
      fc.property(search, fc.string(), (pairs, noise) => {
        for (const text of [`?${new URLSearchParams(pairs)}`, noise])
          expect(allZero(decodeView(text).weights)).toBe(false);
      }),
    );
  });

  it.each([
    ['level=provinsi', 'level'],
    ['layer=index2', 'layer'],
    ['layer=factor:trade', 'layer'],
    ['grade=E', 'minimumGrade'],
    ['w=0-0-0-0-0-0', 'weights'],
    ['w=11-1-1-1-1-1', 'weights'],
    ['w=1-1-1', 'weights'],
    ['area=64.71', 'area'],
    ['area=<script>', 'area'],
    ['places=yes', 'places'],
    ['inc=dots', 'incidents'],
    ['at=116,-1', 'camera'],
    ['at=999,-1,3', 'camera'],
    ['at=,,', 'camera'],
    ['layer=bands&place=rumah', 'bands'],
    ['layer=bands&year=semua', 'bands'],
    ['place=transit&year=2025', 'bands'],
    ['layer=bands&level=kelurahan', 'level'],
    ['lang=fr', 'language'],
    ['theme=dark', 'theme'],
  ] as const)('falls back on the default for %s', (search, field) => {
    expect(decodeView(`?${search}`)[field]).toEqual(DEFAULT_VIEW[field]);
  });

  it('keeps keys short and readable', () => {
    const view: View = { ...DEFAULT_VIEW, layer: 'factor:trade', area: '64.71.02', camera: [116.85, -1.2, 11.5] };
    expect(encodeView(view)).toBe('?layer=trade&area=64.71.02&at=116.85,-1.2,11.5');
  });
});

describe('bands of recorded cases', () => {
  it('are a link with their place role and year', () => {
    const view: View = { ...DEFAULT_VIEW, layer: 'bands', bands: { role: 'transit', year: 2025 } };
    expect(encodeView(view)).toBe('?layer=bands&place=transit&year=2025');
    expect(decodeView('?layer=bands&place=transit&year=2025')).toEqual(view);
  });

  it('give way to the index for whoever goes to the kelurahan', () => {
    const view = changeView(DEFAULT_VIEW, { layer: 'bands' });
    expect(view.layer).toBe('bands');
    expect(changeView(view, { level: 'kelurahan' })).toMatchObject({ layer: 'index', level: 'kelurahan' });
    expect(changeView(view, { theme: 'night' }).layer).toBe('bands');
  });
});
