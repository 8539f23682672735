import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseSettings } from '../../../server/env.ts';
import { runCommand } from '../../../server/keeping/command.ts';
import { temporaryFolder } from '../fixture/geodata.ts';
import { writeProgramRoot } from '../fixture/program-root.ts';
import { freePort, type Spawned, spawnServer } from '../fixture/spawn-server.ts';
import { asOwner, freshSchema, TEST_DATABASE_URL } from './back-end.ts';

const URL_OF_TEST = TEST_DATABASE_URL ?? '';
let undo: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of undo.reverse()) await step();
  undo = [];
});

/** Two starts of the program over one schema of its own. */
describe.skipIf(TEST_DATABASE_URL === undefined)('the server on PostgreSQL', () => {
  it('makes its tables, serves, starts again, and its audit log is verified by the command', async () => {
    const { schema } = await freshSchema(URL_OF_TEST);
    undo.push(() => asOwner(URL_OF_TEST, `drop schema ${schema} cascade`));
    const root = temporaryFolder();
    undo.push(root.remove);
    writeProgramRoot(root.path);
    const databaseUrl = new URL(URL_OF_TEST);
    databaseUrl.searchParams.set('options', `-c search_path=${schema}`);
    const port = await freePort();
    const environment = {
      PORT: String(port),
      DATA_DIR: join(root.path, 'data'),
      DATABASE_URL: databaseUrl.href.replaceAll('+', '%20'),
      SECRET: '07'.repeat(32),
    };
    const start = async (): Promise<Spawned> => {
      const child = spawnServer(root.path, environment);
      undo.push(() => child.signal('SIGKILL'));
      await child.says('Petarawan:');
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
      return child;
    };
    const first = await start();
    expect(first.stderr()).toContain('"seeded":true');
    first.signal('SIGTERM');
    expect(await first.exited).toBe(0);
    const second = await start();
    expect(second.stderr()).toContain('"seeded":false');
    expect(existsSync(join(root.path, 'data', 'petarawan.sqlite'))).toBe(false);
    const { settings } = parseSettings(environment);
    if (settings === undefined) throw new Error('settings');
    const lines: string[] = [];
    const input = { settings, args: [], now: () => new Date(), print: (line: string) => lines.push(line) };
    expect(await runCommand('audit:verify', input)).toBe(0);
    expect(await runCommand('purge', input)).toBe(0);
    expect(lines.join('\n')).toMatch(/audit log: \d+ rows, whole[\s\S]*would purge: 0 incidents/);
    second.signal('SIGTERM');
    expect(await second.exited).toBe(0);
  });
});
