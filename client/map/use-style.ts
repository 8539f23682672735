import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { applyStyle } from './apply-style.ts';
import { PATTERN_RATIO, styleImages } from './patterns.ts';
import { mapStyle, type StyleOptions } from './style.ts';

/** The style that the map starts with; every later one is applied as a change of properties. */
export function useStyle(map: MapLibreMap | null, options: StyleOptions, stampText: string) {
  const { theme, language, level, places, roads, incidentMode, stamp, fonts, patterns } = options;
  const [first] = useState(() => mapStyle(options));
  const applied = useRef(first);

  useEffect(() => {
    if (map === null) return;
    // Before any layer names them: a missing image is a warning and an unpainted tile.
    for (const { name, image } of styleImages(theme, language, stampText)) {
      if (!map.hasImage(name)) map.addImage(name, image, { pixelRatio: PATTERN_RATIO });
    }
    const next = mapStyle({ theme, language, level, places, roads, incidentMode, stamp, fonts, patterns });
    applyStyle(
      {
        setPaintProperty: (layer, name, value) => map.setPaintProperty(layer, name as never, value as never),
        setLayoutProperty: (layer, name, value) => map.setLayoutProperty(layer, name as never, value as never),
      },
      applied.current,
      next,
    );
    applied.current = next;
  }, [map, theme, language, level, places, roads, incidentMode, stamp, fonts, patterns, stampText]);

  return first;
}
