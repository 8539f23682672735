import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { en } from '../../client/i18n/imports/en.ts';
import { id } from '../../client/i18n/imports/id.ts';
import { type RunningSession, signInOn } from '../running/sign-in.ts';
import { SIZES } from './driver.ts';
import { stage } from './stage.ts';

const { reader, url, server } = stage();
let satgas: Promise<RunningSession> | null = null;

const HEAD =
  'bulan;proses;cara;tujuan;sumber;tahap;sarana;korban;tersangka;anak;nomor_lp;peran_tempat;ketelitian;kelurahan;bujur;lintang';
/** Two rows of one case, one with swapped coordinates, one with a phone number where the LP number should be. */
const FILE = [
  HEAD,
  'Nov 2025;merekrut;penipuan;eksploitasi seksual;LP-B;LP;MiChat;3;1;tidak;LP/B/1/XI/2025/SPKT;eksploitasi;titik;;116,83;-1,26',
  '2025-11;merekrut;;seksual;LP-B;LP;;1;1;tidak;LP/B/1/XI/2025/SPKT;eksploitasi;titik;;116,831;-1,26',
  '2025-10;menampung;;kerja paksa;rujukan;dugaan;;5;1;;;penampungan;titik;;116,84;-1,25',
  '2025-10;menampung;;kerja paksa;rujukan;dugaan;;5;1;;;penampungan;titik;;-1,25;116,84',
  '2025-10;menampung;;kerja paksa;rujukan;dugaan;;5;1;ya;0812-3456-7890;penampungan;kelurahan;Klandasan Ilir;;',
  '2025-09;merekrut;;organ;operasi;LP;;1;1;tidak;;transit;daring;;;',
].join('\r\n');

async function openPage(size: { width: number; height: number } = SIZES.laptop, search = ''): Promise<Page> {
  satgas ??= signInOn(server(), 'satgas');
  const { cookies } = await satgas;
  const { page } = await reader({ viewport: size });
  await page.context().addCookies([...cookies]);
  await page.goto(`${url()}/import${search}`);
  return page;
}

function give(page: Page, name: string, content: string): Promise<void> {
  return page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

const isWithin = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

/** What a keyboard and a screen reader are at: a step takes the focus to its heading. */
const isAt = (page: Page, heading: string): Promise<unknown> =>
  expect.poll(() => page.evaluate(() => document.activeElement?.textContent), { timeout: 20_000 }).toBe(heading);

/** Opens the line of the columns that were recognised. */
const showKnown = (page: Page, line: string): Promise<void> => page.getByText(line, { exact: true }).click();

/** Pictures for whoever looks at the page; none in a normal run. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

describe('a file of cases', () => {
  it('is chosen, its columns are proposed, tried, and confirmed', async () => {
    const page = await openPage();
    await page.getByRole('heading', { name: id.choose.title }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await picture(page, '1-choose');
    await give(page, 'kasus.csv', FILE);

    await isAt(page, id.columns.title);
    const month = page.getByLabel(`${id.columns.field}: bulan`);
    expect(await month.inputValue()).toBe('month');
    expect(await page.getByLabel(`${id.columns.field}: kelurahan`).inputValue()).toBe('place1_area');
    // All were recognised: one line, and nothing that waits for a decision.
    expect(await month.isVisible()).toBe(false);
    expect(await page.getByText(/perlu diputuskan/).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await picture(page, '2-columns');
    await showKnown(page, '16 kolom dikenali');
    // A needed field without a column: no dry run.
    await month.selectOption('');
    const run = page.getByRole('button', { name: id.columns.run, exact: true });
    expect(await run.isDisabled()).toBe(true);
    await month.selectOption('month');
    await run.click();

    await isAt(page, id.report.title);
    await page.getByRole('heading', { name: 'Di antara 4 yang diterima' }).waitFor();
    const figure = (name: string) => page.locator('dl > div', { hasText: name }).locator('dd').textContent();
    expect(await figure(id.report.accepted)).toBe('4');
    expect(await figure(id.report.rejected)).toBe('2');
    expect(await figure(id.report.pointsDropped)).toBe('1');
    const rejected = page.getByRole('table', { name: id.report.rejected });
    const rows = () => rejected.locator('tbody tr').allTextContents();
    await expect
      .poll(rows)
      .toEqual([
        `5${id.field.longitude}${id.fault.swapped_coordinates}`,
        `6${id.field.lp_number}${id.fault.identity_phone}`,
      ]);
    // The value is nowhere on the page.
    expect(await page.getByText('0812').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await picture(page, '3-dry-run');

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: id.report.download }).click();
    const list = await readFile(await (await download).path(), 'utf8');
    expect(list).toContain(`5,"${id.field.longitude}","${id.fault.swapped_coordinates}",swapped_coordinates`);
    expect(list).not.toContain('0812');

    // Arrow keys move between the tabs.
    await page.getByRole('tab', { name: id.report.rejected }).press('ArrowRight');
    const duplicates = page.getByRole('table', { name: id.report.duplicates });
    await expect
      .poll(() => duplicates.locator('tbody tr').allTextContents())
      .toEqual([expect.stringContaining('baris 2 di berkas ini')]);
    await page.getByRole('tab', { name: id.report.accepted }).click();
    await expect.poll(() => page.getByText('Balikpapan', { exact: false }).count()).toBeGreaterThan(0);
    await picture(page, '4-accepted');
    // The duplicate is left out unless the reader says otherwise.
    await page.getByRole('button', { name: 'Impor 3 kejadian' }).click();
    await page.getByText('3 kejadian disimpan.').waitFor();
    await isAt(page, id.ended.visible);
    await picture(page, '5-done');
  });

  it('brought again changes nothing, and its columns are remembered', async () => {
    const page = await openPage(SIZES.phone, '?lang=en&theme=night');
    await page.getByRole('heading', { name: en.choose.title }).waitFor();
    await picture(page, '6-phone-choose');
    await give(page, 'kasus.csv', FILE);
    await page.getByRole('heading', { name: en.columns.title }).waitFor();
    await picture(page, '7-phone-columns');
    expect(await isWithin(page)).toBe(true);
    await page.getByRole('button', { name: en.columns.run, exact: true }).click();
    await page.getByRole('heading', { name: en.report.title }).waitFor();
    await page.getByText(en.report.sameNote).waitFor();
    expect(await isWithin(page)).toBe(true);
    expect(await violations(page)).toEqual([]);
    await picture(page, '8-phone-dry-run');
    // One row is alike to a case that is kept.
    await page.getByRole('tab', { name: en.report.duplicates }).click();
    await page.getByText(/case \d+ that is kept|row 2 of this file/).waitFor();
    await page.getByText(en.decide.nothing).waitFor();
    await page.getByRole('button', { name: en.decide.cancel }).click();
    await isAt(page, en.ended.cancelled);
    await page.getByText(`6 rows had been checked. ${en.decide.cancelled}`).waitFor();
    await page.getByRole('button', { name: en.decide.another }).click();
    await isAt(page, en.choose.title);
    await picture(page, '9-phone-history');
  });

  it('with something of a person in a column that is not read is refused whole, by column and row', async () => {
    const page = await openPage();
    await page.getByRole('heading', { name: id.choose.title }).waitFor();
    const [head = '', first = ''] = FILE.split('\r\n');
    await give(page, 'kasus.csv', `${head};lain\r\n${first};0812-3456-7890`);
    // Only the column that was not recognised is open.
    await page.getByRole('heading', { name: '1 kolom perlu diputuskan' }).waitFor();
    expect(await page.getByLabel(`${id.columns.field}: Kolom 17`).isVisible()).toBe(true);
    expect(await page.getByLabel(`${id.columns.field}: bulan`).isVisible()).toBe(false);
    await page.getByRole('button', { name: id.columns.run, exact: true }).click();
    await page.getByText('Kolom 17, baris 2: tampak seperti nomor telepon').waitFor();
    expect(await page.getByText('0812').count()).toBe(0);
    await picture(page, '10-refused');
  });

  it('says how far it is at each quarter, not at each number', async () => {
    const page = await openPage();
    await page.getByRole('heading', { name: id.choose.title }).waitFor();
    // The server's answers are made here: a real import is over before its quarters can be told apart.
    let asked = 0;
    const answer = () => ({
      id: '7',
      state: asked > 9 ? 'visible' : 'writing',
      format: 'csv',
      sizeBytes: 1,
      createdAt: '2026-11-24T00:00:00.000Z',
      columns: [],
      counts: { rows: 100, accepted: 100, rejected: 0, duplicates: 0, same: 0, pointsDropped: 0, written: 100 },
      reason: null,
      rowsDone: asked * 10,
    });
    await page.route('**/api/imports', (route) =>
      route.request().method() === 'POST' ? route.fulfill({ json: answer() }) : route.fallback(),
    );
    await page.route('**/api/imports/7', (route) => {
      asked += 1;
      return route.fulfill({ json: answer() });
    });
    await give(page, 'kasus.csv', FILE);
    await isAt(page, id.running.writing);
    const spoken: (string | null)[] = [];
    while (asked <= 9) {
      const text = await page
        .getByRole('status')
        .last()
        .textContent()
        .catch(() => null);
      if (text !== null && text !== '' && spoken.at(-1) !== text) spoken.push(text);
      await page.waitForTimeout(50);
    }
    expect(spoken).toEqual(['25 dari 100 baris', '50 dari 100 baris', '75 dari 100 baris']);
    await isAt(page, id.ended.visible);
  });

  it('is for the Satgas only', async () => {
    const { page } = await reader();
    await page.goto(`${url()}/import`);
    await page.getByText(id.notAllowed).waitFor();
  });
});
