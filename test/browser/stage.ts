import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from '../running/chromium.ts';
import { type RunningServer, startServer } from '../running/server.ts';
import { type Driver, openDriver } from './driver.ts';

interface Stage {
  readonly url: () => string;
  readonly server: () => RunningServer;
  /** A reader with a window of their own; closed after the test, which fails when the page had any fault. */
  readonly reader: (options?: BrowserContextOptions) => Promise<Driver>;
}

/** A server and a browser for all tests of a file. */
export function stage(
  options: { readonly webgl?: boolean; readonly settings?: Readonly<Record<string, string>> } = {},
): Stage {
  let server: RunningServer;
  let browser: Browser;
  const readers: Driver[] = [];
  beforeAll(async () => {
    server = await startServer(options.settings);
    browser = await launchChromium(options.webgl === undefined ? {} : { webgl: options.webgl });
  });
  afterEach(async () => {
    const faults = readers.flatMap((reader) => reader.faults());
    for (const reader of readers.splice(0)) await reader.close();
    expect(faults).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return {
    url: () => server.url,
    server: () => server,
    reader: async (context) => {
      const driver = await openDriver(browser, server.url, context);
      readers.push(driver);
      return driver;
    },
  };
}
