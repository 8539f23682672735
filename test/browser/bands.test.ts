import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { en as enBands } from '../../client/i18n/bands/en.ts';
import { id as bands } from '../../client/i18n/bands/id.ts';
import { id } from '../../client/i18n/id.ts';
import { THEMES } from '../../client/map/theme.ts';
import { incidentIn, recordIncidents } from '../running/record-incidents.ts';
import { type RunningSession, signInOn } from '../running/sign-in.ts';
import { type Driver, SIZES } from './driver.ts';
import { stage } from './stage.ts';

/** Inside Balikpapan Selatan, Utara and Barat, away from roads and names. */
const SELATAN = [116.905, -1.243] as const;
const UTARA = [116.9, -1.15] as const;
const [SELATAN_CODE, UTARA_CODE, BARAT_CODE] = ['64.71.05', '64.71.03', '64.71.02'];

const times = (count: number, areaCode: string, year: number) =>
  Array.from({ length: count }, () => incidentIn(areaCode, year, 'exploitation'));

const { reader, server, url } = stage();
let planner: RunningSession;
let satgas: RunningSession;

beforeAll(async () => {
  satgas = await signInOn(server(), 'satgas');
  planner = await signInOn(server(), 'planner');
  // Two readings of one role: 23, 13 and 3 cases of this year, 12 of the one before.
  await recordIncidents(server(), satgas, [
    ...times(23, SELATAN_CODE, 2026),
    ...times(13, UTARA_CODE, 2026),
    ...times(3, BARAT_CODE, 2026),
    ...times(12, SELATAN_CODE, 2025),
  ]);
});

async function signedIn(session: RunningSession, options: Parameters<typeof reader>[0] = {}): Promise<Driver> {
  const driver = await reader(options);
  await driver.page.context().addCookies([...session.cookies]);
  return driver;
}

/** The layer is there once its own select is. */
async function shown(driver: Driver): Promise<void> {
  await driver.page.getByTestId('band-city').waitFor({ state: 'attached' });
  await driver.painted();
}

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

const layerOptions = (page: Page) => page.getByLabel(id.layer.label).locator('option').allTextContents();

describe('for a planner', () => {
  it('is one more layer: chosen, painted, listed, counted, and a link', async () => {
    const driver = await signedIn(planner);
    await driver.visit();
    await expect.poll(() => layerOptions(driver.page)).toContain(bands.option);
    await driver.chooseLayer(bands.option);
    await shown(driver);
    expect(await driver.colourAt(...SELATAN)).toBe(THEMES.day.recordedTwenty);
    expect(await driver.colourAt(...UTARA)).toBe(THEMES.day.recordedEleven);
    expect(
      (await driver.legend()).map(({ key, text, count }) => [key, text.replace(/\s*\d+ wilayah$/, ''), count]),
    ).toEqual([
      ['suppressed', bands.band['0-10'], 4],
      ['recordedEleven', bands.band['11-19'], 1],
      ['recordedTwenty', bands.band['20+'], 1],
    ]);
    const cellOf = async (code: string) => (await driver.list()).find((row) => row.code === code)?.cells[1];
    expect(await cellOf(SELATAN_CODE)).toBe(bands.band['20+']);
    expect(await cellOf(UTARA_CODE)).toBe(bands.band['11-19']);
    expect(await cellOf(BARAT_CODE)).toBe(bands.band['0-10']);
    expect(await driver.page.getByTestId('band-city').innerText()).toContain(bands.band['11+']);
    expect(await driver.page.getByText(bands.caution).count()).toBeGreaterThanOrEqual(2);
    await expect.poll(() => new URL(driver.page.url()).search).toBe('?layer=bands&place=exploitation');
    const names = (await driver.list()).map(({ cells }) => cells[0]);
    expect(names, 'by name, without rank or class').toEqual(
      [...names].sort((a, b) => (a ?? '').localeCompare(b ?? '', 'id')),
    );
    expect((await driver.list()).map(({ cells }) => cells.length)).toEqual([2, 2, 2, 2, 2, 2]);
    await isAccessible(driver.page);
  });

  it('shows the year and the role of the address, and no number but bands', async () => {
    const driver = await signedIn(planner);
    await driver.visit('?layer=bands&year=2025&area=64.71.05');
    await shown(driver);
    expect(await driver.colourAt(...SELATAN)).toBe(THEMES.day.recordedEleven);
    await driver.page.getByRole('columnheader', { name: 'Kasus 2025' }).waitFor({ state: 'attached' });
    const years = await driver.page.getByTestId('band-years').locator('div').allInnerTexts();
    expect(years.slice(0, 3).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      `2026 ${bands.band['20+']}`,
      `2025 ${bands.band['11-19']}`,
      `2024 ${bands.band['0-10']}`,
    ]);
    const cells = await driver.page.getByTestId('band-grid').locator('td').allInnerTexts();
    expect(new Set(cells.map((text) => text.split('\n')[0]))).toEqual(new Set(['0–10', '11–19', '20+', '11+']));
    await driver.page.getByLabel(bands.role).selectOption({ label: id.incidents.roles.transit });
    await expect.poll(async () => (await driver.legend())[0]?.count).toBe(6);
    await expect.poll(() => new URL(driver.page.url()).search).toContain('place=transit');
  });

  it('stays with the kecamatan and says why', async () => {
    const driver = await signedIn(planner);
    await driver.visit('?layer=bands&level=kelurahan');
    await shown(driver);
    const kelurahan = driver.page.getByRole('radio', { name: id.level.kelurahan, exact: true });
    expect(await kelurahan.isDisabled()).toBe(true);
    await driver.page.getByText(bands.level).waitFor();
    expect(await driver.list()).toHaveLength(6);
  });

  it('says the same in English, at night, and without scrolling aside on a phone', async () => {
    const driver = await signedIn(planner, { viewport: SIZES.phone });
    await driver.visit('?layer=bands&lang=en&theme=night');
    await shown(driver);
    expect(await driver.colourAt(...SELATAN)).toBe(THEMES.night.recordedTwenty);
    expect(await driver.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await driver.page.getByRole('button', { name: 'Legend' }).click();
    await driver.page.getByText(enBands.caution).first().scrollIntoViewIfNeeded();
    await isAccessible(driver.page);
    await driver.page.getByRole('button', { name: 'List' }).click();
    await driver.page.getByTestId('band-grid').scrollIntoViewIfNeeded();
    await isAccessible(driver.page);
  });

  it('prints what the map says, on one sheet, and for whom it is', async () => {
    const driver = await signedIn(planner);
    const sheetCode = driver.page.waitForResponse((response) => /print-sheet.*\.js$/.test(response.url()));
    await driver.visit('?layer=bands');
    await shown(driver);
    await sheetCode;
    await driver.page.waitForLoadState('networkidle');
    await driver.page.emulateMedia({ media: 'print' });
    const sheet = driver.page.getByTestId('print-sheet');
    await sheet.waitFor();
    const text = await sheet.innerText();
    for (const part of [bands.sheet, bands.caution, bands.restricted, bands.band['20+'], bands.band['0-10'], '11+']) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain(id.legend.notCount);
    const pdf = (await driver.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});

describe('the Satgas', () => {
  it('sees the same bands', async () => {
    const driver = await signedIn(satgas);
    await driver.visit('?layer=bands');
    await shown(driver);
    expect(await driver.colourAt(...SELATAN)).toBe(THEMES.day.recordedTwenty);
  });
});

describe('where there is no table', () => {
  /** With six kecamatan no first table is ever held back: the answer is put in its place. */
  const answer = async (driver: Driver, status: number, code: string): Promise<void> => {
    const problem = { type: 'about:blank', title: 'Refused', status, code, detail: 'Nothing yet.' };
    const contentType = 'application/problem+json';
    await driver.page.route('**/api/bands?*', (route) =>
      route.fulfill({ status, contentType, body: JSON.stringify(problem) }),
    );
  };

  it('keeps the index on the map and says why none could be released', async () => {
    const driver = await signedIn(planner);
    await answer(driver, 422, 'release_refused');
    await driver.visit('?layer=bands&place=harbouring');
    await driver.page.getByText(bands.refused).waitFor();
    driver.expectFault(/422/);
    expect((await driver.legend()).map(({ key }) => key)).toContain('indexHigh');
    expect(await driver.page.getByTestId('band-grid').count()).toBe(0);
  });

  it('offers to try again when the server failed', async () => {
    const driver = await signedIn(planner);
    await answer(driver, 503, 'store_busy');
    await driver.visit('?layer=bands');
    await driver.page.getByText(bands.failed).waitFor();
    driver.expectFault(/503/);
    await driver.page.unroute('**/api/bands?*');
    await driver.page.getByRole('button', { name: bands.retry }).click();
    await shown(driver);
  });
});

describe('for everybody else', () => {
  it('does not exist: nothing of it is loaded or offered', async () => {
    const driver = await reader();
    const requests: string[] = [];
    driver.page.on('request', (request) => requests.push(request.url()));
    await driver.visit();
    await expect.poll(() => requests.filter((one) => one.includes('/api/session')).length, { timeout: 10_000 }).toBe(1);
    await driver.page.waitForLoadState('networkidle');
    expect(requests.filter((one) => /bands/.test(one))).toEqual([]);
    expect(await layerOptions(driver.page)).not.toContain(bands.option);
  });

  it('shows the index at such an address, and the way to sign in', async () => {
    const driver = await reader();
    const requests: string[] = [];
    driver.page.on('request', (request) => requests.push(request.url()));
    await driver.visit('?layer=bands&place=transit');
    await driver.page.getByText(id.layer.bandsSignIn).waitFor();
    expect((await driver.legend()).map(({ key }) => key)).toContain('indexHigh');
    expect(requests.filter((one) => /bands.*\.js|api\/bands/.test(one))).toEqual([]);
    const way = driver.page.getByRole('link', { name: id.layer.bandsSignInLink });
    const address = new URL((await way.getAttribute('href')) ?? '', url());
    expect([address.pathname, address.searchParams.get('layer'), address.searchParams.get('next')]).toEqual([
      '/sign-in',
      'bands',
      '/',
    ]);
    await isAccessible(driver.page);
    await driver.page.getByRole('button', { name: id.layer.bandsClose }).click();
    await expect.poll(() => new URL(driver.page.url()).search).toBe('');
  });
});

describe('without WebGL', () => {
  const still = stage({ webgl: false });

  it('draws the same bands', async () => {
    const session = await signInOn(still.server(), 'planner');
    const keeper = await signInOn(still.server(), 'satgas');
    await recordIncidents(still.server(), keeper, times(20, SELATAN_CODE, 2026));
    const driver = await still.reader();
    await driver.page.context().addCookies([...session.cookies]);
    await driver.page.goto(`${still.url()}/?layer=bands`);
    const area = driver.page.getByTestId('still-map').locator(`[data-code="${SELATAN_CODE}"]`);
    await expect.poll(() => area.getAttribute('data-key')).toBe('recordedTwenty');
    expect(await area.getAttribute('aria-label')).toContain(bands.band['20+']);
  });
});
