import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { postgresAnswers } from '../../scripts/find-postgres.mjs';

let server: Server | undefined;
afterEach(() => server?.close());

/** Something on a port that answers the first message with these bytes. */
async function answering(bytes: readonly number[]): Promise<number> {
  const begun = createServer((socket) => socket.once('data', () => socket.end(Buffer.from(bytes))));
  server = begun;
  await new Promise<void>((resolve) => begun.listen(0, '127.0.0.1', resolve));
  const address = begun.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const WELCOME = [0x52, 0, 0, 0, 8, 0, 0, 0, 0];

describe('postgresAnswers', () => {
  it.each<[string, readonly number[], boolean]>([
    ['it lets us in', [...WELCOME, 0x53, 0, 0, 0, 4], true],
    ['it lets us in and has no such database', [...WELCOME, 0x45, 0, 0, 0, 4], false],
    ['it wants a password', [0x52, 0, 0, 0, 8, 0, 0, 0, 3, 0], false],
    ['another program', [...Buffer.from('HTTP/1.1 400 Bad Request')], false],
    ['it hangs up', [], false],
  ])('%s', async (_, bytes, expected) => {
    expect(await postgresAnswers('postgres', 'test', await answering(bytes))).toBe(expected);
  });

  it('nothing listens', async () => {
    const port = await answering([]);
    await new Promise((resolve) => server?.close(resolve));
    expect(await postgresAnswers('postgres', 'test', port)).toBe(false);
  });
});
