import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { applyStyle } from './apply-style.ts';
import { imageFor, PATTERN_RATIO } from './patterns.ts';
import { mapStyle, type StyleOptions } from './style.ts';

/** The style that the map starts with; every later one is applied as a change of properties. */
export function useStyle(map: MapLibreMap | null, options: StyleOptions, stampText: string) {
  const { theme, language, level, places, roads, incidentMode, stamp, fonts } = options;
  const [first] = useState(() => mapStyle(options));
  const applied = useRef(first);
  const text = useRef(stampText);
  text.current = stampText;

  useEffect(() => {
    if (map === null) return;
    const draw = ({ id }: { id: string }): void => {
      const image = imageFor(id, text.current);
      if (image !== null && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: PATTERN_RATIO });
    };
    map.on('styleimagemissing', draw);
    return () => {
      map.off('styleimagemissing', draw);
    };
  }, [map]);

  useEffect(() => {
    if (map === null) return;
    const next = mapStyle({ theme, language, level, places, roads, incidentMode, stamp, fonts });
    applyStyle(
      {
        setPaintProperty: (layer, name, value) => map.setPaintProperty(layer, name as never, value as never),
        setLayoutProperty: (layer, name, value) => map.setLayoutProperty(layer, name as never, value as never),
      },
      applied.current,
      next,
    );
    applied.current = next;
  }, [map, theme, language, level, places, roads, incidentMode, stamp, fonts]);

  return first;
}
