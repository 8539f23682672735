import { describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/find-chromium.mjs';

const having =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);

describe('findChromium', () => {
  it('takes CHROMIUM_PATH before the usual places', () => {
    const exists = having('/opt/mine', '/usr/bin/chromium');
    expect(findChromium({ CHROMIUM_PATH: '/opt/mine' }, 'linux', exists)).toBe('/opt/mine');
  });

  it('takes no other browser than the one asked for', () => {
    expect(findChromium({ CHROMIUM_PATH: '/opt/gone' }, 'linux', having('/usr/bin/chromium'))).toBeNull();
  });

  it('looks into the usual places of each platform', () => {
    expect(findChromium({}, 'linux', having('/usr/bin/google-chrome'))).toBe('/usr/bin/google-chrome');
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findChromium({}, 'darwin', having(mac))).toBe(mac);
    const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    expect(findChromium({ PROGRAMFILES: 'C:\\Program Files' }, 'win32', having(windows))).toBe(windows);
  });

  it('looks along PATH', () => {
    expect(findChromium({ PATH: '/a:/b' }, 'linux', having('/b/chromium'))).toBe('/b/chromium');
  });

  it('is null where there is none', () => {
    expect(findChromium({ PATH: '/a' }, 'linux', having())).toBeNull();
    expect(findChromium({}, 'sunos', having())).toBeNull();
  });
});
