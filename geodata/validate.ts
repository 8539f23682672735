import type { Source } from './source.ts';
import type { Check, Finding } from './validate/check.ts';
import { parentsExist, uniqueCodes } from './validate/codes.ts';
import {
  cityContextEvidence,
  evidenceDates,
  evidenceIds,
  evidenceMeasurements,
  evidenceNoPerson,
  evidenceReferences,
  evidenceSources,
  evidenceStrengths,
} from './validate/evidence.ts';
import { helplinesComplete } from './validate/helplines.ts';
import { kelurahanNest } from './validate/nesting.ts';
import { placesFitToPublish, placesInsideCity } from './validate/places.ts';
import { officialArea, populationRows, populationSumsAgree, statedAreas } from './validate/population.ts';
import { insideCityBox, rightHandRule, validRings } from './validate/rings.ts';
import { noGaps, noOverlaps } from './validate/topology.ts';

/** Every check of the source, in the order in which faults are reported. */
export const CHECKS: readonly Check[] = [
  uniqueCodes,
  parentsExist,
  validRings,
  rightHandRule,
  insideCityBox,
  noOverlaps,
  noGaps,
  kelurahanNest,
  officialArea,
  statedAreas,
  placesInsideCity,
  placesFitToPublish,
  evidenceIds,
  evidenceReferences,
  evidenceSources,
  evidenceDates,
  evidenceStrengths,
  evidenceMeasurements,
  evidenceNoPerson,
  cityContextEvidence,
  populationRows,
  populationSumsAgree,
  helplinesComplete,
];

/** Findings of all checks. A check that cannot finish on broken geometry becomes a finding of its own name. */
export function validate(source: Source, checks: readonly Check[] = CHECKS): readonly Finding[] {
  return checks.flatMap(({ name, run }) => {
    try {
      return run(source);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return [{ check: name, level: 'error' as const, message: `the check could not finish: ${message}` }];
    }
  });
}
