import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { launchChromium } from '../running/chromium.ts';
import { freePort, startServer } from '../running/server.ts';
import { atLeast, atMost, type Figure } from './figure.ts';
import { median, pairs } from './pairs.ts';

export const name = 'The page in Chromium (WebGL in software), against an empty map and a bare redraw';

const VIEWPORT = { width: 800, height: 600 };
const ROUNDS = 6;
const MOVES = 24;

/** Milliseconds from the start of the navigation to the first finished picture. */
async function paintedAfter(browser: Browser, url: string, marker: string): Promise<number> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  const begin = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(marker).waitFor({ state: 'attached', timeout: 60_000 });
  const elapsed = performance.now() - begin;
  await context.close();
  return elapsed;
}

async function repaints(
  page: Page,
  url: string,
  areas: number,
  script: number,
  ratio: number,
): Promise<readonly Figure[]> {
  await page.goto(`${url}/repaint.html?areas=${areas}`);
  await page.locator('body[data-painted]').waitFor({ state: 'attached', timeout: 60_000 });
  const scripts: number[] = [];
  let changed = 0;
  const frames = await pairs(
    MOVES,
    async () => {
      const move = await page.evaluate(() => window.benchRepaint?.weights());
      if (move === undefined) throw new Error('the page has no bench');
      scripts.push(move.scriptMs);
      changed += move.changed;
      return move.frameMs;
    },
    async () => (await page.evaluate(() => window.benchRepaint?.bare())) ?? Number.NaN,
  );
  return [
    atLeast(`${areas} areas: classes changed in all moves`, changed, 1, ''),
    atMost(`${areas} areas: script of one weight change`, median(scripts), script, 'ms'),
    atMost(`${areas} areas: weight change to picture, against a bare redraw`, frames.ratio, ratio, '×'),
  ];
}

export async function run(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'petarawan-bench-'));
  const pages = resolve('test/bench/pages');
  await build({
    root: pages,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: { input: [join(pages, 'empty.html'), join(pages, 'repaint.html')] },
    },
  });
  const app = new Hono();
  app.use('*', serveStatic({ root: folder }));
  const port = await freePort();
  const files = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
  const url = `http://127.0.0.1:${port}`;
  const server = await startServer();
  const browser = await launchChromium();
  try {
    const first = await pairs(
      ROUNDS,
      () => paintedAfter(browser, `${server.url}/`, '[data-map-state="idle"]'),
      () => paintedAfter(browser, `${url}/empty.html`, 'body[data-painted]'),
    );
    const page = await browser.newPage({ viewport: VIEWPORT });
    return [
      atMost('choropleth painted, against an empty map', first.ratio, 1.9, '×'),
      ...(await repaints(page, url, 34, 1, 1.5)),
      ...(await repaints(page, url, 7285, 5, 1.2)),
    ];
  } finally {
    await browser.close();
    await server.stop();
    files.close();
    await rm(folder, { recursive: true, force: true });
  }
}
