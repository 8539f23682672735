import { build } from './build.ts';
import { checkDist } from './check-dist.ts';
import { writeDist } from './dist-folder.ts';
import { writeFaults } from './faults.ts';
import { refreshPlaces } from './refresh-places.ts';
import { readSource } from './source.ts';
import { SourceFault } from './source-fault.ts';
import type { Finding } from './validate/check.ts';
import { validate } from './validate.ts';

export interface Folders {
  readonly source: string;
  readonly dist: string;
  /** Where the geometry of faults is written; not committed. */
  readonly faults: string;
}

/** Where lines go: what is wrong to `error`, everything else to `log`. */
export type Print = Pick<Console, 'log' | 'error'>;

const USAGE = `npm run geodata                             build geodata/dist
npm run geodata -- --check                  check source and dist, write nothing to dist
npm run geodata -- refresh-places FILE      rebuild places.geojson from an Overpass or GeoJSON export`;

/** Prints findings, one line each, writes the geometry of errors out, and says whether there is no error. */
function report(findings: readonly Finding[], folder: string, print: Print): boolean {
  const errors = findings.filter(({ level }) => level === 'error');
  for (const { level, check, message } of findings) {
    if (level === 'error') print.error(`fault: ${check}: ${message}`);
    else print.log(`note: ${check}: ${message}`);
  }
  for (const file of writeFaults(errors, folder)) print.error(`the geometry is in ${file}`);
  return errors.length === 0;
}

function buildAndWrite({ source: sourceFolder, dist, faults }: Folders, print: Print): number {
  const source = readSource(sourceFolder);
  const findings = validate(source);
  const sound = !findings.some(({ level }) => level === 'error');
  const built = sound ? build(source, findings) : null;
  if (!report(built?.findings ?? findings, faults, print) || built === null) return 1;
  writeDist(built, dist);
  print.log(`edition ${built.editionId}: ${built.files.size} files in ${dist}`);
  return 0;
}

function check({ source, dist, faults }: Folders, print: Print): number {
  const findings = checkDist(source, dist);
  if (report(findings, faults, print)) {
    print.log('geodata: no fault, no drift');
    return 0;
  }
  if (findings.some(({ check: name }) => name === 'dist-drift'))
    print.error('geodata: to mend drift run: npm run geodata');
  return 1;
}

/**
 * The command `npm run geodata`. Returns the exit code: 0 done, 1 fault or drift, 2 wrong use. A source that
 * cannot be used gives one line and leaves everything as it was.
 */
export function run([command, file, ...rest]: readonly string[], folders: Folders, print: Print): number {
  try {
    if (command === undefined) return buildAndWrite(folders, print);
    if (command === '--check' && file === undefined) return check(folders, print);
    if (command === 'refresh-places' && file !== undefined && rest.length === 0) {
      for (const line of refreshPlaces(file, folders.source)) print.log(line);
      return 0;
    }
    print.error(USAGE);
    return 2;
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    print.error(`geodata: ${error.message}`);
    return 1;
  }
}
