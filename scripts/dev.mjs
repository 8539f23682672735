import { spawn } from 'node:child_process';
import { createServer } from 'vite';
import { SERVED_BY_SERVER } from './served-by-server.mjs';
import { stop } from './stop.mjs';

// One address for people: vite serves the page and hands data requests to the server behind it, which prints
// BASE_URL, the address of vite.
const host = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT ?? 8787);
const serverPort = port + 1;

const server = spawn(
  process.execPath,
  ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts'],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(serverPort),
      BASE_URL: process.env.BASE_URL ?? `http://${host}:${port}`,
    },
  },
);
server.on('exit', (code) => process.exit(code ?? 1));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => server.kill(signal));
}

const target = `http://127.0.0.1:${serverPort}`;
try {
  const page = await createServer({
    configFile: 'vite.config.ts',
    server: { host, port, strictPort: true, proxy: { [SERVED_BY_SERVER]: target } },
  });
  await page.listen();
} catch (error) {
  server.kill();
  stop(error instanceof Error ? error.message : String(error));
}
