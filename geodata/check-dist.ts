import { build } from './build.ts';
import { drift } from './dist-folder.ts';
import { readSource } from './source.ts';
import type { Finding } from './validate/check.ts';
import { validate } from './validate.ts';

/**
 * Reads, checks and builds in memory and compares with the committed folder; writes nothing. Drift comes
 * back as errors of the check `dist-drift`. Throws a SourceFault when a source file is unusable.
 */
export function checkDist(sourceFolder: string, distFolder: string): readonly Finding[] {
  const source = readSource(sourceFolder);
  const findings = validate(source);
  if (findings.some(({ level }) => level === 'error')) return findings;
  const built = build(source, findings);
  const drifted = drift(built, distFolder).map(
    (message): Finding => ({ check: 'dist-drift', level: 'error', message }),
  );
  return [...built.findings, ...drifted];
}
