import type { Geometry } from 'geojson';
import type { Source } from '../source.ts';

export interface Finding {
  /** Name of the check, also the name of the file in `geodata/faults/`. */
  readonly check: string;
  readonly level: 'error' | 'warning';
  /** What is wrong and where, in one line. */
  readonly message: string;
  readonly areaCodes?: readonly string[];
  /** The offending geometry, written out so that it can be looked at in a GIS. */
  readonly geometry?: Geometry;
}

export interface Check {
  readonly name: string;
  readonly run: (source: Source) => readonly Finding[];
}

type Details = Omit<Finding, 'check' | 'level'>;

/** A check whose findings carry its own name. */
export function check(
  name: string,
  run: (
    source: Source,
    error: (details: Details) => Finding,
    warning: (details: Details) => Finding,
  ) => readonly Finding[],
): Check {
  const finding =
    (level: Finding['level']) =>
    (details: Details): Finding => ({ check: name, level, ...details });
  return { name, run: (source) => run(source, finding('error'), finding('warning')) };
}
