import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { en as enBands } from '../../client/i18n/bands/en.ts';
import { id as bands } from '../../client/i18n/bands/id.ts';
import { id } from '../../client/i18n/id.ts';
import { incidentIn, recordIncidents } from '../running/record-incidents.ts';
import { type RunningSession, signInOn } from '../running/sign-in.ts';
import { type Driver, SIZES } from './driver.ts';
import { stage } from './stage.ts';

const SELATAN = '64.71.05';
const texts = bands.release;

const { reader, server } = stage();
let planner: RunningSession;
let satgas: RunningSession;

beforeAll(async () => {
  satgas = await signInOn(server(), 'satgas');
  planner = await signInOn(server(), 'planner');
});

async function onBands(session: RunningSession, search = '', options: Parameters<typeof reader>[0] = {}) {
  const driver = await reader(options);
  await driver.page.context().addCookies([...session.cookies]);
  await driver.visit(`?layer=bands${search}`);
  await driver.page.getByTestId('band-city').waitFor({ state: 'attached' });
  return driver;
}

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const answer = (page: Page) => page.getByTestId('release-answer');

/** Opened, reason chosen, asked and confirmed: by keyboard from the opened part on. */
async function release({ page }: Driver, words: typeof texts | typeof enBands.release = texts): Promise<void> {
  const part = page.getByTestId('band-release');
  if ((await part.getAttribute('open')) === null) {
    await part.locator('summary').focus();
    await page.keyboard.press('Enter');
  }
  const reason = page.getByLabel(words.reason, { exact: true });
  await reason.selectOption({ label: words.reasons.data_correction });
  await reason.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: words.confirm }).waitFor();
  expect(await focused(page)).toBe(words.yes);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

describe('the Satgas', () => {
  it('releases by hand with a reason, sees the new table, and is told when it may again', async () => {
    const driver = await onBands(satgas);
    const { page } = driver;
    expect((await driver.legend()).map(({ count }) => count)).toEqual([6, 0, 0]);
    await recordIncidents(
      server(),
      satgas,
      Array.from({ length: 12 }, () => incidentIn(SELATAN, 2026, 'exploitation')),
    );
    const ask = page.getByRole('button', { name: texts.ask, exact: true });
    await page.getByText(texts.title).click();
    await page.getByText(texts.why).waitFor();
    expect(await ask.isDisabled(), 'not without a reason').toBe(true);

    await page.getByLabel(texts.reason, { exact: true }).selectOption({ label: texts.reasons.first_import });
    await ask.click();
    const dialog = page.getByRole('dialog', { name: texts.confirm });
    for (const part of [id.incidents.roles.exploitation, texts.reasons.first_import, texts.sure]) {
      await dialog.getByText(part, { exact: true }).waitFor();
    }
    await isAccessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await answer(page).innerText(), 'taken back: nothing asked').toBe('');

    await release(driver);
    await answer(page).getByText(texts.released).waitFor();
    expect(await answer(page).getAttribute('role')).toBe('status');
    expect(await focused(page)).toBe(texts.ask);
    await expect.poll(async () => (await driver.legend()).map(({ count }) => count)).toEqual([5, 1, 0]);

    await release(driver);
    driver.expectFault(/429/);
    const soon = await answer(page).innerText();
    expect(soon).toContain(texts.tooSoon.split('{{when}}')[0]);
    expect(soon, 'tomorrow, at the hour of the city').toMatch(/\d{1,2} \p{L}+ 20\d\d.*\d\d\.\d\d WITA/u);
    await isAccessible(page);
  });

  it('is told that nothing changed', async () => {
    const driver = await onBands(satgas, '&place=transit');
    await release(driver);
    await answer(driver.page).getByText(texts.unchanged).waitFor();
  });

  it.each([
    ['Bahasa Indonesia', '', texts, 'Balikpapan Selatan, 2026 (Eksploitasi)', 'Seluruh kota, 2020–2026 (Eksploitasi)'],
    [
      'English, on a phone, at night',
      '&lang=en&theme=night',
      enBands.release,
      'Balikpapan Selatan, 2026 (Exploitation)',
      'Whole city, 2020–2026 (Exploitation)',
    ],
  ] as const)('is told which cells the audit held back, in words: %s', async (_, search, words, cell, city) => {
    const driver = await onBands(satgas, search, search === '' ? {} : { viewport: SIZES.phone });
    const { page } = driver;
    const cells = [`exploitation:${SELATAN}:2026`, 'exploitation:64.71.01+64.71.05:2020-2026'];
    const problem = { type: 'about:blank', title: 'Refused', status: 422, code: 'release_refused', detail: 'No.' };
    let held: readonly string[] = cells;
    await page.route('**/api/bands/release', (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        body: JSON.stringify({ ...problem, cells: held }),
      }),
    );
    if (search !== '') await page.getByRole('button', { name: 'Legend' }).click();
    await release(driver, words);
    await answer(page).getByText(words.refused).waitFor();
    expect(await answer(page).getByRole('listitem').allInnerTexts()).toEqual([cell, city]);
    driver.expectFault(/422/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await isAccessible(page);
    held = [];
    await release(driver, words);
    await answer(page).getByText(words.refusedLate).waitFor();
    driver.expectFault(/422/);
    await page.getByLabel(search === '' ? bands.role : enBands.role).selectOption('harbouring');
    // What was said of another role is gone, with the part that held it.
    await answer(page).getByText(words.refusedLate).waitFor({ state: 'detached' });
  });

  it('is told when the server does not answer', async () => {
    const driver = await onBands(satgas);
    await driver.page.route('**/api/bands/release', (route) => route.abort());
    await release(driver);
    await answer(driver.page).getByText(texts.problem.network).waitFor();
    driver.expectFault(/ERR_FAILED/);
  });
});

describe('a planner', () => {
  it('reads when bands change and who may release, and has no button', async () => {
    const { page } = await onBands(planner);
    await page.getByText(texts.title).click();
    await page.getByText(texts.who).waitFor();
    expect(await page.getByRole('button', { name: texts.ask }).count()).toBe(0);
    expect(await page.getByLabel(texts.reason).count()).toBe(0);
  });
});
