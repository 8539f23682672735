import { METHOD_V1 } from '../domain/method.ts';
import { buildAreas, geometryByCode } from './build/areas.ts';
import { buildEdition } from './build/edition.ts';
import { buildEvidence } from './build/evidence.ts';
import { buildCoast, buildContext, buildPlaces, buildRoads } from './build/layers.ts';
import { buildManifest } from './build/manifest.ts';
import { buildCityContext, buildHelplines, buildPopulation } from './build/tables.ts';
import { canonicalCollection, canonicalJson, canonicalLines } from './canonical.ts';
import type { Source } from './source.ts';
import { buildTraining } from './training.ts';
import type { Finding } from './validate/check.ts';
import { densityRecomputed } from './validate/density.ts';

export interface Build {
  readonly editionId: string;
  /** Path inside `dist/` → content; everything that is committed, byte for byte. */
  readonly files: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

const CREDITS = {
  boundaries: 'Batas wilayah: Badan Informasi Geospasial (BIG), via cahyadsn/wilayah_boundaries (MIT)',
  osm: '© OpenStreetMap contributors (ODbL 1.0)',
  places:
    '© OpenStreetMap contributors (ODbL 1.0); Kementerian Perhubungan dan KKP via zackad/pelabuhan-indonesia-geojson (MIT); OurAirports',
};

/**
 * Builds every file of `dist/` in memory from a source that passed its checks; `findings` are those of
 * the source (their warnings go into the manifest) and come back with those of the result added.
 */
export function build(source: Source, sourceFindings: readonly Finding[]): Build {
  const geometries = geometryByCode(source);
  const areas = buildAreas(source, geometries);
  const evidence = buildEvidence(source);
  const edition = buildEdition({ edition: source.edition, areas, geometries, evidence, method: METHOD_V1 });
  const { incidents, ...training } = buildTraining(source);
  const head = canonicalJson(training).slice(0, -1);
  const findings = [...sourceFindings, ...densityRecomputed(areas)];
  const files = new Map<string, string>([
    ['areas.json', canonicalLines(areas)],
    ['city-context.json', canonicalLines(buildCityContext(source))],
    ['coast.geojson', canonicalCollection(buildCoast(source), { attribution: CREDITS.boundaries })],
    ['context.geojson', canonicalCollection(buildContext(source), { attribution: CREDITS.boundaries })],
    ['evidence.json', canonicalLines(evidence)],
    ['helplines.json', canonicalLines(buildHelplines(source))],
    ['places.geojson', canonicalCollection(buildPlaces(source), { attribution: CREDITS.places })],
    ['population.json', canonicalLines(buildPopulation(source))],
    ['roads.geojson', canonicalCollection(buildRoads(source), { attribution: CREDITS.osm })],
    ['training.json', `${head},"incidents":${canonicalLines(incidents).trimEnd()}}\n`],
  ]);
  for (const [name, text] of edition.files) files.set(`edition/${edition.id}/${name}`, text);
  files.set('manifest.json', buildManifest(source, edition, METHOD_V1.version, files, findings));
  return { editionId: edition.id, files, findings };
}
