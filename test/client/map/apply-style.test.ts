import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { applyStyle } from '../../../client/map/apply-style.ts';
import { mapStyle, type StyleOptions } from '../../../client/map/style.ts';
import { PATTERNS } from '../../../client/map/theme.ts';
import { INCIDENT_MODES, MAP_LEVELS, THEME_NAMES } from '../../../client/view.ts';

const OPTIONS: StyleOptions = {
  theme: 'day',
  language: 'id',
  level: 'kecamatan',
  places: false,
  roads: true,
  incidentMode: null,
  stamp: false,
  fonts: [],
  patterns: PATTERNS,
};

/** A map that is only its style: what is set on it is written into a copy. */
function styledMap(style: StyleSpecification) {
  const copy = structuredClone(style);
  const set = (part: 'paint' | 'layout') => (layer: string, name: string, value: unknown) => {
    const found = copy.layers.find(({ id }) => id === layer);
    if (found === undefined) throw new Error(layer);
    const properties: Record<string, unknown> = { ...found[part], [name]: value };
    if (value === undefined) delete properties[name];
    Object.assign(found, { [part]: properties });
    calls += 1;
  };
  let calls = 0;
  return { copy, setPaintProperty: set('paint'), setLayoutProperty: set('layout'), calls: () => calls };
}

describe('applyStyle', () => {
  const steps = THEME_NAMES.flatMap((theme) =>
    MAP_LEVELS.flatMap((level) =>
      [...INCIDENT_MODES, null].map((incidentMode) => ({ theme, level, incidentMode, stamp: incidentMode !== null })),
    ),
  );

  it.each(steps)('turns one style into $theme $level $incidentMode', (step) => {
    const [before, after] = [mapStyle(OPTIONS), mapStyle({ ...OPTIONS, ...step })];
    const map = styledMap(before);
    applyStyle(map, before, after);
    expect(map.copy.layers).toEqual(structuredClone(after).layers);
  });

  it('changes nothing between equal styles', () => {
    const map = styledMap(mapStyle(OPTIONS));
    applyStyle(map, mapStyle(OPTIONS), mapStyle(OPTIONS));
    expect(map.calls()).toBe(0);
  });

  it('refuses styles of different layers', () => {
    const style = mapStyle(OPTIONS);
    const shorter = { ...style, layers: style.layers.slice(1) };
    expect(() => applyStyle(styledMap(style), style, shorter)).toThrow(RangeError);
    const swapped = { ...style, layers: [...style.layers].reverse() };
    expect(() => applyStyle(styledMap(style), style, swapped)).toThrow(/where water was/);
  });
});
