import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './cli.ts';

const here = relative(process.cwd(), dirname(fileURLToPath(import.meta.url))) || '.';
const folders = { source: join(here, 'source'), dist: join(here, 'dist'), faults: join(here, 'faults') };

process.exitCode = run(process.argv.slice(2), folders, console);
