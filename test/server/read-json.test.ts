import { once } from 'node:events';
import { connect } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import pino from 'pino';
import { expect, it } from 'vitest';
import { BASE, openTestApp } from './fixture/app.ts';

it('a body that the client breaks off is no error of the server: one line, 400', async () => {
  const lines: { readonly level: number; readonly msg: string; readonly status?: number }[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => void lines.push(JSON.parse(line)) });
  const app = await openTestApp({ log });
  const server = createAdaptorServer({ fetch: app.app.fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  try {
    const socket = connect(address.port, '127.0.0.1');
    const head = `POST /api/sign-in HTTP/1.1\r\nhost: x\r\norigin: ${BASE}\r\ncontent-type: application/json`;
    socket.write(`${head}\r\ncontent-length: 200\r\n\r\n{"email": "a`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.resetAndDestroy();
    await expect.poll(() => lines.length).toBe(1);
    expect(lines).toEqual([expect.objectContaining({ level: 20, msg: 'request', status: 400 })]);
    // And the next one is answered.
    const next = await app.app.request('/api/sign-in', { method: 'POST', headers: { origin: BASE } });
    expect(next.status).toBe(400);
  } finally {
    server.close();
    await app.close();
  }
});
