import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { request } from 'node:https';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGeodata } from '../../server/geodata-files.ts';
import { holdFolder } from '../../server/keeping/folder-lock.ts';
import { run } from '../../server/run.ts';
import { seedStore } from '../../server/services/seed.ts';
import { DATABASE_FILE } from '../../server/store/database-file.ts';
import { openStore } from '../../server/store/open.ts';
import { FINGERPRINT_KEY } from './fixture/fingerprint-key.ts';
import { temporaryFolder } from './fixture/geodata.ts';
import { writeProgramRoot } from './fixture/program-root.ts';
import { freePort, type Spawned, spawnServer } from './fixture/spawn-server.ts';

let root: ReturnType<typeof temporaryFolder>;
let port: number;
let taken: Server | null = null;
const children: Spawned[] = [];

beforeEach(async () => {
  root = temporaryFolder();
  writeProgramRoot(root.path);
  port = await freePort();
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.signal('SIGKILL');
    await child.exited;
  }
  if (taken !== null) await new Promise((resolve) => taken?.close(resolve));
  taken = null;
  root.remove();
});

const dataDir = () => join(root.path, 'data');

/** What the terminal says when the program refuses to start. */
async function refusal(environment: Record<string, string>): Promise<readonly string[]> {
  const complaints: string[] = [];
  const running = await run({
    environment: { PORT: String(port), DATA_DIR: dataDir(), LOG_LEVEL: 'silent', ...environment },
    root: root.path,
    version: '0.0.0',
    now: new Date(0),
    print: () => expect.unreachable('it started'),
    complain: (line) => complaints.push(line),
  });
  expect(running).toBeNull();
  for (const line of complaints) expect(line).not.toContain('\n');
  return complaints;
}

describe('a start that is refused', () => {
  it('says all that is wrong with the settings', async () => {
    expect(await refusal({ PORT: 'x', CONTACT: 'y' })).toEqual([
      expect.stringMatching(/^petarawan: PORT="x" is not valid/),
      expect.stringMatching(/^petarawan: CONTACT="y" is not valid/),
    ]);
  });

  it('a taken port: one line, and no data folder is made', async () => {
    const server = createServer();
    taken = server;
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    expect(await refusal({})).toEqual([
      `petarawan: PORT=${port} on 127.0.0.1 is taken by another program: stop it, or set another PORT.`,
    ]);
    expect(existsSync(dataDir())).toBe(false);
  });

  it('an address that this machine does not have', async () => {
    expect(await refusal({ HOST: '192.0.2.1' })).toEqual([
      expect.stringContaining('HOST=192.0.2.1 is no address of this machine'),
    ]);
  });

  it('a data folder that cannot be made', async () => {
    writeFileSync(join(root.path, 'file'), '');
    expect(await refusal({ DATA_DIR: join(root.path, 'file', 'data') })).toEqual([
      expect.stringMatching(/^petarawan: DATA_DIR=.* cannot be made/),
    ]);
  });

  it.skipIf(process.platform !== 'linux')('a data folder where the system makes none', async () => {
    const child = spawned({ DATA_DIR: '/proc/petarawan/data' });
    expect(await Promise.race([child.exited, sleep(20_000, 'it hangs')])).toBe(1);
    expect(child.stderr()).toMatch(/^petarawan: DATA_DIR=\/proc\/petarawan\/data cannot be made \(ENOENT\)[^\n]*\n$/);
  });

  it('a store that another program is writing', async () => {
    await (await openStore(dataDir(), new Date(0), FINGERPRINT_KEY)).close();
    const other = new Database(join(dataDir(), DATABASE_FILE));
    other.exec('begin immediate');
    expect(await refusal({})).toEqual([expect.stringMatching(/petarawan\.sqlite is in use by another program/)]);
    other.close();
  });

  it.each([
    ['a table is gone', 'drop table document'],
    ['a row is not what was written', "update feature set properties = '{' where collection = 'kota'"],
    ['a row has another shape', "update edition set method = '{}'"],
    ['the edition is gone', 'delete from edition'],
    ['no edition is on show', 'update edition set is_current = 0'],
  ])('a store that is damaged inside: %s', async (_, damage) => {
    const store = await openStore(dataDir(), new Date(0), FINGERPRINT_KEY);
    await seedStore(store, openGeodata(join(root.path, 'geodata', 'dist')));
    await store.close();
    const other = new Database(join(dataDir(), DATABASE_FILE));
    other.exec(damage);
    other.close();
    expect(await refusal({})).toEqual([
      expect.stringMatching(/petarawan\.sqlite is damaged: .*restore a backup or move it away/),
    ]);
  });

  it('a data folder that a running server holds', async () => {
    await (await openStore(dataDir(), new Date(0), FINGERPRINT_KEY)).close();
    const lock = holdFolder(dataDir());
    expect(await refusal({})).toEqual([expect.stringMatching(/is in use by another program: stop it/)]);
    lock?.release();
  });

  it('a PostgreSQL that does not answer, without its password', async () => {
    const [line] = await refusal({ DATABASE_URL: 'postgres://petarawan:rahasia@127.0.0.1:1/none' });
    expect(line).toMatch(/^petarawan: the database of DATABASE_URL does not answer: .* \(ECONNREFUSED\)/);
    expect(line).not.toContain('rahasia');
  });

  it.each([
    ['geodata', /geodata: .*manifest\.json cannot be read \(ENOENT\)/],
    ['dist', /the page is not built .*run `npm run build`/],
  ])('%s is missing: one line, and no data folder is made', async (folder, expected) => {
    rmSync(join(root.path, folder), { recursive: true });
    expect(await refusal({})).toEqual([expect.stringMatching(expected)]);
    expect(existsSync(dataDir())).toBe(false);
  });

  it('geodata that do not fit together leave an empty store, which the next start fills', async () => {
    const places = join(root.path, 'geodata', 'dist', 'places.geojson');
    writeFileSync(places, '{}');
    expect(await refusal({})).toEqual([expect.stringContaining('is not the file that manifest.json names')]);
    writeProgramRootAgain();
    const child = spawned({});
    await child.says('Petarawan:');
    expect((await fetch(`http://127.0.0.1:${port}/ogc/collections/places/items`)).status).toBe(200);
  });

  it('certificates that cannot be read, or are none', async () => {
    const gone = join(root.path, 'gone.pem');
    expect(await refusal({ TLS_CERT: gone, TLS_KEY: gone })).toEqual([
      expect.stringMatching(/^petarawan: TLS_CERT=.*cannot be read \(ENOENT\)/),
      expect.stringMatching(/^petarawan: TLS_KEY=.*cannot be read \(ENOENT\)/),
    ]);
    writeFileSync(gone, 'no certificate');
    expect(await refusal({ TLS_CERT: gone, TLS_KEY: gone })).toEqual([expect.stringMatching(/are no pair/)]);
  });

  it('ends the process with 1 and the line on stderr', async () => {
    const child = spawned({ PORT: 'x' });
    expect(await child.exited).toBe(1);
    expect(child.stderr()).toMatch(/^petarawan: PORT="x" is not valid: it takes a whole number/);
    expect(child.stdout()).toBe('');
  });
});

function writeProgramRootAgain(): void {
  root.remove();
  mkdirSync(root.path);
  writeProgramRoot(root.path);
}

function spawned(environment: Record<string, string>): Spawned {
  const child = spawnServer(root.path, { PORT: String(port), DATA_DIR: dataDir(), ...environment });
  children.push(child);
  return child;
}

describe('a start that works', () => {
  it('prints the address, serves, logs one line, and stops at a signal after the request under way', async () => {
    const child = spawned({ CONTACT: '0542 000' });
    await child.says(`Petarawan: http://127.0.0.1:${port}  (edition abcd1234)`);
    const response = await fetch(`http://127.0.0.1:${port}/kelurahan.geojson`, {
      headers: { 'Accept-Encoding': 'br' },
    });
    expect([response.status, response.headers.get('content-encoding')]).toEqual([200, 'br']);
    child.signal('SIGTERM');
    expect(await child.exited).toBe(0);
    const log = child
      .stderr()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).msg);
    expect(log).toEqual(['started', 'stopped']);
  });

  it('a second start reads what the first kept, and kept no more than is used', async () => {
    const first = spawned({});
    await first.says('Petarawan:');
    first.signal('SIGINT');
    await first.exited;
    writeFileSync(join(dataDir(), 'cache', 'leftover.br'), '');
    const second = spawned({});
    await second.says('Petarawan:');
    expect(second.stderr()).toContain('"seeded":false');
    expect(existsSync(join(dataDir(), 'cache', 'leftover.br'))).toBe(false);
  });

  it('what it keeps is readable by its own user alone', async () => {
    const child = spawned({});
    await child.says('Petarawan:');
    child.signal('SIGTERM');
    await child.exited;
    const modes = [dataDir(), join(dataDir(), DATABASE_FILE), join(dataDir(), 'secret.key')].map(
      (path) => statSync(path).mode & 0o077,
    );
    expect(modes).toEqual([0, 0, 0]);
  });

  it('a request that is none gets the one error shape', async () => {
    const child = spawned({});
    await child.says('Petarawan:');
    const answer = await new Promise<string>((resolve) => {
      const socket = createConnection(port, '127.0.0.1', () =>
        socket.write('GET /a\\b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
      );
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain('"code":"bad_request"');
  });

  it('never logs an address of a client, at debug neither', async () => {
    const child = spawned({ LOG_LEVEL: 'debug' });
    await child.says('Petarawan:');
    await fetch(`http://127.0.0.1:${port}/ogc?x=secret`, { headers: { 'X-Forwarded-For': '203.0.113.9' } });
    child.signal('SIGTERM');
    await child.exited;
    expect(child.stderr()).toMatch(/"method":"GET","path":"\/ogc","status":400/);
    expect(child.stderr()).not.toMatch(/203\.0\.113\.9|secret|remoteAddress/);
  });

  it('serves HTTPS itself with a certificate of its own', async (context) => {
    const [cert, key] = [join(root.path, 'cert.pem'), join(root.path, 'key.pem')];
    const made = spawnSync('openssl', [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '1',
      '-subj',
      '/CN=localhost',
      '-keyout',
      key,
      '-out',
      cert,
    ]);
    if (made.status !== 0 && process.env.CI !== 'true') context.skip('openssl is missing: apt-get install openssl');
    expect(made.status, 'openssl is missing: apt-get install openssl').toBe(0);
    const child = spawned({ TLS_CERT: cert, TLS_KEY: key });
    await child.says(`Petarawan: https://127.0.0.1:${port}`);
    const headers = await new Promise<NodeJS.Dict<string | string[]>>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: '/', rejectUnauthorized: false }, (response) => {
        response.resume();
        resolve(response.headers);
      })
        .on('error', reject)
        .end();
    });
    expect(headers['strict-transport-security']).toMatch(/^max-age/);
  });
});
