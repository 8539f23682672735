import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countPlaces } from './build/layers.ts';
import { canonicalCollection } from './canonical.ts';
import { PLACE_CATEGORIES } from './place-category.ts';
import { mergePlaces } from './refresh/merge.ts';
import { readExport } from './refresh/read-export.ts';
import { type Place, readSource } from './source.ts';
import { SourceFault } from './source-fault.ts';
import { placesFitToPublish, placesInsideCity } from './validate/places.ts';
import { validate } from './validate.ts';

const ATTRIBUTION =
  '© OpenStreetMap contributors (ODbL 1.0); Kementerian Perhubungan and KKP via zackad/pelabuhan-indonesia-geojson (MIT); OurAirports (public domain)';

function asText(places: readonly Place[]): string {
  const features = places.map((place) => ({ ...place, id: place.properties.id }));
  return canonicalCollection(features, { name: 'places', attribution: ATTRIBUTION });
}

/**
 * Rebuilds `<sourceFolder>/places.geojson` from an export that somebody with internet downloaded (query in
 * docs/data.md). Returns lines to print: places before and after per category. Throws a SourceFault and
 * leaves the old file untouched when the export is unusable.
 */
export function refreshPlaces(exportFile: string, sourceFolder: string): readonly string[] {
  const source = readSource(sourceFolder);
  const { objects, dataDate } = readExport(exportFile);
  const merge = mergePlaces(objects, dataDate, source.places, source.kelurahan);
  if (merge.untouched.length === PLACE_CATEGORIES.length) {
    throw new SourceFault(`${exportFile}: no place of a known category inside the city; nothing was changed`);
  }
  const after = { ...source, places: merge.places };
  const fault = validate(after, [placesInsideCity, placesFitToPublish]).find(({ level }) => level === 'error');
  if (fault) throw new SourceFault(`${exportFile}: ${fault.check}: ${fault.message}; nothing was changed`);

  const target = join(sourceFolder, 'places.geojson');
  const fresh = `${target}.new-${process.pid}`;
  try {
    writeFileSync(fresh, asText(merge.places));
    renameSync(fresh, target);
  } finally {
    rmSync(fresh, { force: true });
  }
  const [old, now] = [countPlaces(source), countPlaces(after)];
  return [
    ...PLACE_CATEGORIES.map((category) => {
      const note = merge.untouched.includes(category) ? '  (none in the export, kept)' : '';
      return `${category.padEnd(16)} ${String(old[category]).padStart(5)} -> ${String(now[category]).padStart(5)}${note}`;
    }),
    `left out: ${merge.outside} outside the city, ${merge.unnamed} without a name, ${merge.duplicates} duplicates`,
    'places.geojson written; now run: npm run geodata',
  ];
}
