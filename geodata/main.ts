import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.ts';
import { checkDist } from './check-dist.ts';
import { writeDist } from './dist-folder.ts';
import { writeFaults } from './faults.ts';
import { refreshPlaces } from './refresh-places.ts';
import { readSource } from './source.ts';
import { SourceFault } from './source-fault.ts';
import type { Finding } from './validate/check.ts';
import { validate } from './validate.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const SOURCE = join(HERE, 'source');
const DIST = join(HERE, 'dist');
const FAULTS = join(HERE, 'faults');

const USAGE = `npm run geodata                            build geodata/dist
npm run geodata -- --check                 check source and dist, write nothing to dist
npm run geodata -- refresh-places FILE     rebuild places.geojson from an Overpass or GeoJSON export`;

/** Prints findings, one line each, writes the geometry of errors out, and says whether there is none. */
function report(findings: readonly Finding[]): boolean {
  const errors = findings.filter(({ level }) => level === 'error');
  for (const { level, check, message } of findings) {
    (level === 'error' ? console.error : console.log)(
      `${level === 'error' ? 'FAULT  ' : 'note   '} ${check}: ${message}`,
    );
  }
  for (const file of writeFaults(errors, FAULTS)) console.error(`geometry written to ${relative(process.cwd(), file)}`);
  return errors.length === 0;
}

function main([command, file, ...rest]: readonly string[]): number {
  if (command === undefined) {
    const source = readSource(SOURCE);
    const findings = validate(source);
    const sound = !findings.some(({ level }) => level === 'error');
    const built = sound ? build(source, findings) : null;
    if (!report(built?.findings ?? findings) || built === null) return 1;
    writeDist(built, DIST);
    console.log(`edition ${built.editionId}, ${built.files.size} files in ${relative(process.cwd(), DIST) || DIST}`);
    return 0;
  }
  if (command === '--check' && file === undefined) {
    if (!report(checkDist(SOURCE, DIST))) return 1;
    console.log('geodata: no fault, no drift');
    return 0;
  }
  if (command === 'refresh-places' && file !== undefined && rest.length === 0) {
    for (const line of refreshPlaces(file, SOURCE)) console.log(line);
    return 0;
  }
  console.error(USAGE);
  return 2;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SourceFault)) throw error;
  console.error(`geodata: ${error.message}`);
  process.exitCode = 1;
}
