import { readFileSync } from 'node:fs';
import { startServer } from '../running/server.ts';
import { atMost, type Figure } from './figure.ts';
import { median } from './pairs.ts';

export const name = 'The server after start';

/** Resident memory of a process in MB (Linux). */
function residentMegabytes(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}

export async function run(): Promise<readonly Figure[]> {
  const sizes: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    const server = await startServer();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    sizes.push(residentMegabytes(server.pid));
    await server.stop();
  }
  return [atMost('resident memory, idle after start', median(sizes), 100, 'MB')];
}
