import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'petarawan-ci-'));
  mkdirSync(join(folder, '.ci'));
  mkdirSync(join(folder, 'bin'));
  copyFileSync('.ci/run', join(folder, '.ci/run'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** `.ci/run` with an `npm` that prints and ends as told for `test` and for `run check`. */
function runWith(
  test: { says: string; ends: number },
  check: { says: string; ends: number },
  environment: Record<string, string> = {},
) {
  const npm = join(folder, 'bin/npm');
  writeFileSync(
    npm,
    `#!/bin/sh\nif [ "$1" = test ]; then echo '${test.says}'; exit ${test.ends}; fi\necho '${check.says}'; exit ${check.ends}\n`,
  );
  chmodSync(npm, 0o755);
  // Every tool it looks for is there: nothing is installed.
  for (const tool of ['ogrinfo', 'openssl', 'chromium', 'python3', 'make', 'g++']) {
    writeFileSync(join(folder, 'bin', tool), '#!/bin/sh\n');
    chmodSync(join(folder, 'bin', tool), 0o755);
  }
  const { status, stdout } = spawnSync('bash', ['.ci/run'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, ...environment },
  });
  return { status, last: stdout.trimEnd().split('\n').at(-1), stdout };
}

describe.skipIf(process.platform === 'win32')('.ci/run', () => {
  it('sums tests and checks', () => {
    const run = runWith({ says: '12 passed, 0 failed', ends: 0 }, { says: '5 passed, 0 failed', ends: 0 });
    expect(run).toMatchObject({ status: 0, last: '17 passed, 0 failed' });
  });
  it('fails when one fails', () => {
    const run = runWith({ says: '12 passed, 0 failed', ends: 0 }, { says: '3 passed, 2 failed', ends: 1 });
    expect(run).toMatchObject({ status: 1, last: '15 passed, 2 failed' });
  });
  it('counts a run that broke off before it could count', () => {
    const run = runWith({ says: 'petarawan: npm ci failed', ends: 1 }, { says: '5 passed, 0 failed', ends: 0 });
    expect(run).toMatchObject({ status: 1, last: '5 passed, 1 failed' });
  });
  it('counts a bad end after good counts', () => {
    const run = runWith({ says: '12 passed, 0 failed', ends: 1 }, { says: '5 passed, 0 failed', ends: 0 });
    expect(run).toMatchObject({ status: 1, last: '17 passed, 1 failed' });
  });
  it('says which stores are tested, and takes no other PostgreSQL than the one asked for', () => {
    const [good, checked] = [
      { says: '1 passed, 0 failed', ends: 0 },
      { says: '1 passed, 0 failed', ends: 0 },
    ];
    expect(runWith(good, checked).stdout).toMatch(/^The store is tested on SQLite only/);
    mkdirSync(join(folder, 'scripts'));
    writeFileSync(join(folder, 'scripts/find-postgres.mjs'), 'console.log("postgres://found")');
    expect(runWith(good, checked).stdout).toMatch(/^The store is tested on SQLite and on PostgreSQL/);
    writeFileSync(join(folder, 'scripts/find-postgres.mjs'), 'throw new Error("not asked")');
    const given = runWith(good, checked, { TEST_DATABASE_URL: 'postgres://mine' });
    expect(given.stdout).toMatch(/^The store is tested on SQLite and on PostgreSQL/);
  });
});
