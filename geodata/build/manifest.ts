import { CITY } from '../../domain/city.ts';
import { canonicalJson } from '../canonical.ts';
import { sha256 } from '../sha256.ts';
import type { Source } from '../source.ts';
import type { Finding } from '../validate/check.ts';
import { UNDATED } from '../validate/evidence.ts';
import { areaDifferencePercent, cityKm2, populationSums } from '../validate/population.ts';
import type { BuiltEdition } from './edition.ts';
import { countPlaces } from './layers.ts';

/** Contents of the manifest: which edition, the hash of every file beside it, and what is known of the data's quality. */
export function buildManifest(
  source: Source,
  edition: BuiltEdition,
  methodVersion: string,
  files: ReadonlyMap<string, string>,
  findings: readonly Finding[],
): string {
  const placeCounts = countPlaces(source);
  const manifest = {
    edition: { id: edition.id, hash: edition.hash, ...source.edition, methodVersion },
    datasets: Object.fromEntries([...files].map(([name, text]) => [name, sha256(text)])),
    quality: {
      evidenceCount: source.evidence.length,
      undatedCount: source.evidence.filter(({ cell }) => cell.source_date === UNDATED).length,
      areaKm2: Math.round(cityKm2(source) * 1000) / 1000,
      officialAreaKm2: CITY.officialAreaKm2,
      areaDifferencePercent: Math.round(areaDifferencePercent(source) * 1000) / 1000,
      populationChecks: populationSums(source),
      placeCounts,
      emptyPlaceCategories: Object.entries(placeCounts)
        .filter(([, count]) => count === 0)
        .map(([category]) => category),
      warnings: findings.filter(({ level }) => level === 'warning').map(({ check, message }) => ({ check, message })),
    },
  };
  return `${canonicalJson(manifest)}\n`;
}
