import type { Source } from '../../geodata/source.ts';

/** A fault made on purpose: the check that must find it, what is wrong, and what its message must say. */
export type Broken = readonly [check: string, what: string, broken: (source: Source) => Source, message: RegExp];
