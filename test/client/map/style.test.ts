import { type StyleSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { patternImage } from '../../../client/map/layers/area-layers.ts';
import { mapStyle, type StyleOptions } from '../../../client/map/style.ts';
import { PATTERNS } from '../../../client/map/theme.ts';
import { INCIDENT_MODES, LANGUAGES, MAP_LEVELS, THEME_NAMES } from '../../../client/view.ts';

const OPTIONS: StyleOptions = {
  theme: 'day',
  language: 'id',
  level: 'kecamatan',
  places: true,
  roads: true,
  incidentMode: null,
  stamp: false,
  fonts: [{ url: 'http://localhost/font.woff2', unicodeRange: ['U+0-FF'] }],
  patterns: PATTERNS,
};

const EVERY = THEME_NAMES.flatMap((theme) =>
  LANGUAGES.flatMap((language) =>
    MAP_LEVELS.flatMap((level) =>
      [...INCIDENT_MODES, null].flatMap((incidentMode) =>
        [true, false].map((shown): StyleOptions => {
          const stamp = incidentMode !== null;
          return { ...OPTIONS, theme, language, level, incidentMode, places: shown, roads: shown, stamp };
        }),
      ),
    ),
  ),
);

const shownLayers = (style: StyleSpecification): readonly string[] =>
  style.layers.filter(({ layout }) => layout?.visibility !== 'none').map(({ id }) => id);

describe('mapStyle', () => {
  it.each(EVERY)('is valid: $theme $language $level, incidents $incidentMode, places $places', (options) => {
    expect(validateStyleMin(mapStyle(options))).toEqual([]);
  });

  it('asks for no glyphs, no sprite and nothing from outside', () => {
    const style = mapStyle(OPTIONS);
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    const text = JSON.stringify(style).replaceAll('http://localhost/font.woff2', '');
    expect(text).not.toMatch(/https?:/);
  });

  it('has the same sources and the same layers in the same order, whatever is shown', () => {
    const order = (options: StyleOptions) => {
      const { sources, layers } = mapStyle(options);
      return { sources: Object.keys(sources), layers: layers.map(({ id }) => id) };
    };
    for (const options of EVERY) expect(order(options)).toEqual(order(OPTIONS));
  });

  it('promotes the code of an area to its id, so that feature state finds it', () => {
    const { sources } = mapStyle(OPTIONS);
    expect(sources.kecamatan).toMatchObject({ promoteId: 'code' });
    expect(sources.kelurahan).toMatchObject({ promoteId: 'code' });
  });

  it('fills one level at a time, and shows each pattern of it', () => {
    const kelurahan = shownLayers(mapStyle({ ...OPTIONS, level: 'kelurahan' }));
    expect(kelurahan).toContain('kelurahan-fill');
    expect(kelurahan).not.toContain('kecamatan-fill');
    expect(kelurahan).toContain('kecamatan-line');
    for (const pattern of PATTERNS.filter((one) => one !== 'none')) expect(kelurahan).toContain(`kelurahan-${pattern}`);
  });

  it('names the patterns of its theme', () => {
    const layer = mapStyle({ ...OPTIONS, theme: 'night' }).layers.find(({ id }) => id === 'kecamatan-hatch_light');
    expect(layer?.paint).toMatchObject({ 'fill-pattern': patternImage('hatch_light', 'night') });
  });

  it('stamps on top of everything when synthetic records are shown, and only then', () => {
    const stamped = mapStyle({ ...OPTIONS, stamp: true });
    expect(stamped.layers.at(-1)?.id).toBe('stamp');
    expect(shownLayers(stamped)).toContain('stamp');
    expect(shownLayers(mapStyle(OPTIONS))).not.toContain('stamp');
  });

  it.each(INCIDENT_MODES)('shows incidents as %s and in no other way', (incidentMode) => {
    const shown = shownLayers(mapStyle({ ...OPTIONS, incidentMode })).filter((id) => id.startsWith('incident-'));
    expect(shown.length).toBeGreaterThan(0);
    // Child cases lie as cells beside the points and clusters of the others.
    const stem = { points: 'point|hexagon', clusters: 'cluster|hexagon', heat: 'heat', hexagons: 'hexagon' }[
      incidentMode
    ];
    for (const id of shown) expect(id).toMatch(new RegExp(`^incident-(${stem})`));
  });
});

describe('patterns in use', () => {
  it('hides the layers of the others, of the shown level and of the hidden one', () => {
    const shown = shownLayers(mapStyle({ ...OPTIONS, patterns: ['none', 'hatch_light'] }));
    const patternLayers = shown.filter((id) =>
      /-(hatch_light|hatch_dense|not_assessed|insufficient|suppressed)$/.test(id),
    );
    expect(patternLayers).toEqual(['kecamatan-hatch_light']);
  });
});
