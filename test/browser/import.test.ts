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
    await picture(page, '1-choose');
    await give(page, 'kasus.csv', FILE);

    await page.getByRole('heading', { name: id.columns.title }).waitFor();
    const month = page.getByLabel(`${id.columns.field}: bulan`);
    expect(await month.inputValue()).toBe('month');
    expect(await page.getByLabel(`${id.columns.field}: kelurahan`).inputValue()).toBe('place1_area');
    expect(await violations(page)).toEqual([]);
    await picture(page, '2-columns');
    // A needed field without a column: no dry run.
    await month.selectOption('');
    const run = page.getByRole('button', { name: id.columns.run, exact: true });
    expect(await run.isDisabled()).toBe(true);
    await month.selectOption('month');
    await run.click();

    await page.getByRole('heading', { name: id.report.title }).waitFor();
    const figure = (name: string) => page.locator('dl > div', { hasText: name }).locator('dd').textContent();
    expect(await figure(id.report.accepted)).toBe('4');
    expect(await figure(id.report.rejected)).toBe('2');
    expect(await figure(id.report.pointsDropped)).toBe('1');
    const rejected = page.getByRole('table', { name: id.report.rejected });
    const rows = await rejected.locator('tbody tr').allTextContents();
    expect(rows).toEqual([
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
    await page.getByText('Selesai: 3 kejadian disimpan.').waitFor();
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
    await page.getByText(en.decide.cancelled).waitFor();
    await page.getByRole('button', { name: en.decide.another }).click();
    await picture(page, '9-phone-history');
  });

  it('with something of a person in a column that is not read is refused whole, by column and row', async () => {
    const page = await openPage();
    await page.getByRole('heading', { name: id.choose.title }).waitFor();
    const [head = '', first = ''] = FILE.split('\r\n');
    await give(page, 'kasus.csv', `${head};lain\r\n${first};0812-3456-7890`);
    await page.getByRole('button', { name: id.columns.run, exact: true }).click();
    await page.getByText('Kolom “lain”, baris 2: tampak seperti nomor telepon').waitFor();
    expect(await page.getByText('0812').count()).toBe(0);
    await picture(page, '10-refused');
  });

  it('is for the Satgas only', async () => {
    const { page } = await reader();
    await page.goto(`${url()}/import`);
    await page.getByText(id.notAllowed).waitFor();
  });
});
