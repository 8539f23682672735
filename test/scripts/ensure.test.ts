import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { firstStalePackage } from '../../scripts/ensure/deps.mjs';
import { isNodeNewEnough } from '../../scripts/ensure/node.mjs';

describe('isNodeNewEnough', () => {
  it.each(['v20.19.0', 'v20.20.2', 'v22.0.0', 'v24.1.0'])('%s', (version) => {
    expect(isNodeNewEnough(version)).toBe(true);
  });
  it.each(['v20.18.3', 'v18.20.0', 'v8.0.0'])('not %s', (version) => {
    expect(isNodeNewEnough(version)).toBe(false);
  });
});

describe('firstStalePackage', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/a-win32': { version: '1.0.0', optional: true },
    },
  };

  it('is null when everything of this platform is there', () => {
    expect(firstStalePackage(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBeNull();
  });
  it('names a package that is missing or of another version', () => {
    expect(firstStalePackage(lock, { packages: {} })).toBe('node_modules/a');
    expect(firstStalePackage(lock, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe('node_modules/a');
  });
  it('names an optional package of another version', () => {
    const installed = {
      packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-win32': { version: '0.9.0' } },
    };
    expect(firstStalePackage(lock, installed)).toBe('node_modules/a-win32');
  });
});

describe('scripts/ensure.mjs', () => {
  const ensure = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, ['scripts/ensure.mjs', ...args], {
      encoding: 'utf8',
      env: { PATH: '', ...env },
    });

  it('stops with one line that names the browser it was told to take', () => {
    const { status, stderr } = ensure(['browser'], { CHROMIUM_PATH: '/nowhere/chromium', CI: 'true' });
    expect(status).toBe(1);
    expect(stderr).toBe('petarawan: CHROMIUM_PATH names no file: /nowhere/chromium\n');
  });
  it('stops at a step that it does not know', () => {
    const { status, stderr } = ensure(['coffee']);
    expect(status).toBe(1);
    expect(stderr).toBe('petarawan: ensure knows node, deps, build, browser, not "coffee".\n');
  });
  it('is silent when there is nothing to do', () => {
    expect(ensure(['node', 'deps'])).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });
});
