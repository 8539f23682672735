import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { id as common } from '../../client/i18n/id.ts';
import { en as enTexts } from '../../client/i18n/incidents/en.ts';
import { id as texts } from '../../client/i18n/incidents/id.ts';
import type { IncidentInput } from '../../domain/incident-input.ts';
import { incidentIn, recordIncidents } from '../running/record-incidents.ts';
import { type RunningSession, signInOn } from '../running/sign-in.ts';
import { type Driver, SIZES } from './driver.ts';
import { stage } from './stage.ts';

const { page: words, overlay, form } = texts;
const SELATAN = '64.71.05';
const RECORDED = '?inc=points&set=recorded&role=exploitation';

const { reader, server, url } = stage();
let satgas: RunningSession;
let planner: RunningSession;

const at = (longitude: number, part: Partial<IncidentInput> = {}): IncidentInput => ({
  ...incidentIn(SELATAN, 2026, 'exploitation'),
  places: [{ role: 'exploitation', precision: 'point', areaCode: null, point: [longitude, -1.25] }],
  ...part,
});

beforeAll(async () => {
  satgas = await signInOn(server(), 'satgas');
  planner = await signInOn(server(), 'planner');
  await recordIncidents(server(), satgas, [
    at(116.85, { source: 'lp_a', lpNumber: 'LP/A/1/II/2026' }),
    at(116.85, { stage: 'p21', lpNumber: 'LP/A/1/II/2026' }),
    at(116.86, { childInvolved: 'yes', month: '2025-07' }),
    at(116.87, { stage: 'vice_raid', month: '2025-06' }),
    incidentIn(SELATAN, 2025, 'exploitation'),
  ]);
});

async function signedIn(session: RunningSession, options: Parameters<typeof reader>[0] = {}): Promise<Driver> {
  const driver = await reader(options);
  await driver.page.context().addCookies([...session.cookies]);
  return driver;
}

async function openPage(driver: Driver, address: string): Promise<Page> {
  await driver.page.goto(`${url()}${address}`);
  await driver.page.getByRole('heading', { level: 1 }).waitFor();
  return driver.page;
}

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const ids = (page: Page) => page.locator('tbody th').allInnerTexts();

describe('the list of cases', () => {
  it('is the newest first, narrowed by filters, and says when there is none', async () => {
    const page = await openPage(await signedIn(satgas), '/incidents');
    await expect.poll(() => ids(page)).toEqual(['#2', '#1', '#3', '#4', '#5']);
    await page.getByLabel(words.filter.source, { exact: true }).selectOption({ label: form.source.lp_a });
    await expect.poll(() => ids(page)).toEqual(['#1']);
    await page.getByLabel(words.filter.stage, { exact: true }).selectOption({ label: form.stage.verdict });
    await page.getByText(words.none).waitFor();
    await button(page, words.filter.clear).click();
    await page.getByLabel(words.filter.to).fill('2025-12');
    await expect.poll(() => ids(page)).toEqual(['#3', '#4', '#5']);
    await isAccessible(page);
  });

  it.each([
    ['phone, night', '/incidents?theme=night', SIZES.phone],
    ['English, desk', '/incidents?lang=en', SIZES.desk],
    ['one case, phone', '/incidents#1', SIZES.phone],
  ])('fits and reads: %s', async (_, address, viewport) => {
    const page = await openPage(await signedIn(satgas, { viewport }), address);
    await page.locator('tbody th, dl').first().waitFor();
    if (address.includes('lang=en')) await page.getByText(enTexts.page.lead).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await isAccessible(page);
  });
});

describe('one case', () => {
  it('a child case shows its cell and no coordinates', async () => {
    const page = await openPage(await signedIn(satgas), '/incidents#3');
    await page.getByText(words.one.cellOnly).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/116,8|1,25/);
  });

  it('is closed and opened again, with both in its history', async () => {
    const page = await openPage(await signedIn(satgas), '/incidents#5');
    await button(page, words.one.close).click();
    await page.getByText(words.one.closedHint).waitFor();
    expect(await button(page, words.one.edit).isDisabled()).toBe(true);
    await button(page, words.one.reopen).click();
    const { action } = words.history;
    const entries = () => page.locator('ol li p b').allInnerTexts();
    await expect.poll(entries).toEqual([action.incident_reopened, action.incident_closed]);
  });

  it('is corrected by the form, its point and number kept, and the history says from what to what', async () => {
    const page = await openPage(await signedIn(satgas), '/incidents#4/edit');
    await page.getByRole('radio', { name: form.stage.verdict, exact: true }).check({ force: true });
    await page.getByRole('button', { name: form.saveEdit }).click();
    await page.getByText(`${form.field.stage}: ${form.stage.vice_raid} → ${form.stage.verdict}`).waitFor();
    expect(await page.locator('body').innerText()).toContain('116,87000');
  });

  it('stands beside its duplicate, what differs is marked, and one of them is kept', async () => {
    const page = await openPage(await signedIn(satgas), '/incidents#1');
    await page.getByRole('button', { name: words.duplicates.compare.replace('{{id}}', '2') }).click();
    const differing = page.locator('tr[data-differs="true"] th');
    await expect.poll(() => differing.count()).toBe(2);
    expect((await differing.allInnerTexts()).join()).toMatch(/Sumber[\s\S]*Tahap/);
    await isAccessible(page);
    await page.getByRole('button', { name: 'Gabung: simpan #1, hapus #2' }).click();
    await page.getByText(words.duplicates.none).waitFor();
    await page.evaluate(() => {
      location.hash = '#2';
    });
    await page.getByText(words.state.merged.replace('{{id}}', '1')).waitFor();
  });

  it('is deleted after a question, and is found among the deleted', async () => {
    const page = await openPage(await signedIn(satgas), '/incidents#5');
    await button(page, words.one.remove).click();
    await page.getByRole('dialog').getByRole('button', { name: words.one.remove }).click();
    await page.getByText(words.one.deletedNote.replace('{{id}}', '5')).waitFor();
    await expect.poll(() => ids(page)).toEqual(['#1', '#3', '#4']);
    await page.getByRole('checkbox', { name: words.filter.deleted }).check();
    await expect.poll(() => ids(page)).toEqual(['#2', '#5']);
  });
});

describe('recorded cases on the map', () => {
  const count = (page: Page, name: string) =>
    page.getByTestId('recorded-counts').locator('div', { hasText: name }).locator('dd').innerText();

  it('are drawn for the Satgas: points, a child case as a cell, what is not on the map, and a table', async () => {
    const driver = await signedIn(satgas);
    await driver.visit(RECORDED);
    const { page } = driver;
    await page.getByTestId('recorded-counts').waitFor({ state: 'attached' });
    await expect.poll(() => count(page, overlay.events)).toBe('3');
    expect(await count(page, common.incidents.mapped)).toBe('2');
    expect(await count(page, overlay.child)).toBe('1');
    await driver.painted();
    const before = await page.screenshot();
    await page.getByRole('checkbox', { name: overlay.show }).uncheck();
    await driver.painted();
    expect((await page.screenshot()).equals(before)).toBe(false);
    await driver.visit(RECORDED);
    await page.getByText(overlay.table).click();
    const rows = await page.locator('table', { hasText: overlay.tableCaption }).locator('tbody tr').allInnerTexts();
    // LP-A, LP-B, others and all of them, over the areas.
    const numbers = rows.map((row) => row.split(/\s+/).slice(-4).map(Number));
    expect([0, 1, 2, 3].map((column) => numbers.reduce((sum, row) => sum + (row[column] ?? 0), 0))).toEqual([
      1, 2, 0, 3,
    ]);
    expect(await page.getByText(common.incidents.stamp, { exact: true }).count()).toBe(0);
    await isAccessible(page);
  });

  it('a point that is clicked says whose report it is, and opens its record', async () => {
    const driver = await signedIn(satgas);
    await driver.visit(RECORDED);
    const { page } = driver;
    await page.getByTestId('recorded-counts').waitFor({ state: 'attached' });
    await driver.painted();
    const [x = 0, y = 0] = (await page.evaluate(() => window.__petarawanMap?.project(116.85, -1.25))) ?? [];
    const card = page.getByRole('status').filter({ hasText: common.incidents.kinds.lp_a });
    // The points are on the screen a frame or two after the map says that it is idle.
    await expect
      .poll(async () => {
        await page.locator('[data-map-state] canvas').click({ position: { x, y } });
        return card.count();
      })
      .toBe(1);
    expect(await card.innerText()).toContain(overlay.card.replace('{{id}}', '1'));
    await card.getByRole('link', { name: overlay.cardOpen }).click();
    await page.getByRole('heading', { level: 1, name: words.one.title.replace('{{id}}', '1') }).waitFor();
  });

  it('a heat map of few is held back: the reason stands on the map, in the panel and over the table', async () => {
    const driver = await signedIn(satgas);
    await driver.visit(RECORDED.replace('points', 'heat'));
    const { page } = driver;
    const reason = /Terlalu sedikit titik: ada 2, perlu paling sedikit 30/;
    await expect.poll(() => page.getByText(reason).count()).toBe(3);
    await page.getByRole('status').filter({ hasText: reason }).waitFor({ state: 'attached' });
    driver.expectFault(/422/);
  });

  it.each([
    ['a stranger', () => null],
    ['a planner', () => planner],
  ])('%s with the same address sees nothing of it, and asks for none', async (_, session) => {
    const signed = session();
    const driver = signed === null ? await reader() : await signedIn(signed);
    const asked: string[] = [];
    driver.page.on('request', (request) => asked.push(request.url()));
    await driver.visit(RECORDED);
    await driver.page.waitForLoadState('networkidle');
    // Neither a case nor the code that would show one.
    expect(asked.filter((address) => /\/api\/incidents|\/assets\/[a-z-]*recorded/.test(address))).toEqual([]);
    expect(await driver.page.getByText(overlay.title).count()).toBe(0);
    await openPage(driver, '/incidents');
    await driver.page.getByText(words.notAllowed).waitFor();
  });
});
