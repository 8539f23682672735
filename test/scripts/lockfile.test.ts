import { describe, expect, it } from 'vitest';
import { lockfileFaults } from '../../scripts/check/lockfile.mjs';

const minimum = { a: '6.4.1' };
const lockOf = (entry: { version: string; resolved?: string }, path = 'node_modules/a') => ({
  packages: { [path]: entry },
});

describe('lockfileFaults', () => {
  it.each(['6.4.1', '6.5.0', '7.0.0', '6.10.0'])('is empty for %s', (version) => {
    expect(lockfileFaults({ dependencies: { a: version } }, lockOf({ version }), minimum)).toEqual([]);
  });
  it.each(['6.4.0', '6.3.9', '5.99.99'])('names %s as too old, nested copies too', (version) => {
    expect(lockfileFaults({}, lockOf({ version }), minimum)).toHaveLength(1);
    expect(lockfileFaults({}, lockOf({ version }, 'node_modules/b/node_modules/a'), minimum)).toHaveLength(1);
  });
  it.each(['^1.0.0', '~1.0.0', '1.x', '*', 'latest', '>=1.0.0'])('names the loose version %s', (version) => {
    expect(lockfileFaults({ devDependencies: { b: version } }, {}, {})).toEqual([
      `b: "${version}" is not an exact version`,
    ]);
  });
  it('names a host', () => {
    const lock = lockOf({ version: '6.4.1', resolved: 'https://packages.example/a.tgz' });
    expect(lockfileFaults({}, lock, minimum)).toHaveLength(1);
  });
});
