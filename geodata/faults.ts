import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalCollection } from './canonical.ts';
import type { Finding } from './validate/check.ts';

/**
 * Writes the geometry of every error to `<folder>/<check>.geojson` for a look in a GIS, in place of what an
 * earlier run left there. Returns the files written.
 */
export function writeFaults(findings: readonly Finding[], folder: string): readonly string[] {
  rmSync(folder, { recursive: true, force: true });
  const located = findings.filter(({ level, geometry }) => level === 'error' && geometry !== undefined);
  const checks = [...new Set(located.map(({ check }) => check))];
  if (checks.length > 0) mkdirSync(folder, { recursive: true });
  return checks.map((check) => {
    const features = located
      .filter((finding) => finding.check === check)
      .map(({ message, areaCodes, geometry }) => ({
        type: 'Feature',
        properties: { check, message, area_codes: areaCodes?.join(' ') ?? null },
        geometry,
      }));
    const file = join(folder, `${check}.geojson`);
    writeFileSync(file, canonicalCollection(features));
    return file;
  });
}
