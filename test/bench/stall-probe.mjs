import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

// Loaded into the server by NODE_OPTIONS: writes the longest stall of its event loop since the last look, in ms.
const file = process.env.STALL_FILE;
if (file !== undefined && process.argv[1]?.endsWith('main.js')) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  /** @type {number[]} */
  const stalls = [];
  setInterval(() => {
    stalls.push(Math.round(delay.max / 1e4) / 100);
    delay.reset();
    writeFileSync(file, JSON.stringify(stalls));
  }, 100).unref();
}
