import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSecret, loadSecret, SECRET_FILE, subKey } from '../../server/secret.ts';
import { temporaryFolder } from './fixture/geodata.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describe('the secret', () => {
  it('is made once, for its user alone, and stays', () => {
    const dataDir = join(folder.path, 'data');
    const first = loadSecret(dataDir, null);
    expect(first).toHaveLength(32);
    expect(loadSecret(dataDir, null)).toEqual(first);
    expect(statSync(join(dataDir, SECRET_FILE)).mode & 0o777).toBe(0o600);
    expect(loadSecret(join(folder.path, 'other'), null)).not.toEqual(first);
  });

  it('of the setting is taken as it is, and no file is made', () => {
    const setting = 'ab'.repeat(32);
    expect(loadSecret(folder.path, setting).toString('hex')).toBe(setting);
    expect(() => readFileSync(join(folder.path, SECRET_FILE))).toThrow('ENOENT');
  });

  it('a file that is none, or cannot be read, is a line for the operator', () => {
    writeFileSync(join(folder.path, SECRET_FILE), 'abc');
    expect(() => loadSecret(folder.path, null)).toThrow(/secret\.key is damaged/);
    mkdirSync(join(folder.path, 'x', SECRET_FILE), { recursive: true });
    expect(() => loadSecret(join(folder.path, 'x'), null)).toThrow(/cannot be read \(EISDIR\)/);
  });

  it.each([
    ['ab'.repeat(32), true],
    ['AB'.repeat(32), true],
    ['ab'.repeat(31), false],
    ['zz'.repeat(32), false],
    ['', false],
  ])('%j is one: %s', (value, expected) => {
    expect(isSecret(value)).toBe(expected);
  });

  it('has a key of its own for each purpose', () => {
    const secret = Buffer.alloc(32, 1);
    const keys = (['auth', 'lp', 'patrol', 'throttle'] as const).map((label) => subKey(secret, label).toString('hex'));
    expect(new Set(keys).size).toBe(4);
    expect(subKey(secret, 'lp').toString('hex')).toBe(keys[1]);
    expect(subKey(Buffer.alloc(32, 2), 'lp').toString('hex')).not.toBe(keys[1]);
  });
});
