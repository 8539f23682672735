import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { id } from '../../client/i18n/id.ts';
import type { Driver } from './driver.ts';
import { stage } from './stage.ts';

const { reader, url } = stage();
const { edition } = JSON.parse(readFileSync('geodata/dist/manifest.json', 'utf8')) as { edition: { id: string } };

/** The page as paper: what the browser would print now. */
async function printed(driver: Driver, search = '') {
  const sheetCode = driver.page.waitForResponse((response) => /print-sheet.*\.js$/.test(response.url()));
  await driver.visit(search);
  await sheetCode;
  await driver.page.waitForLoadState('networkidle');
  await driver.page.emulateMedia({ media: 'print' });
  const sheet = driver.page.getByTestId('print-sheet');
  await sheet.waitFor();
  return sheet;
}

describe('on paper', () => {
  it('carries map, legend, list, edition, credits and the checked help lines', async () => {
    const driver = await reader();
    const sheet = await printed(driver);
    const text = await sheet.innerText();
    for (const part of [edition.id, id.legend.editionStatus, id.legend.notCount, id.credits.map, '1–6', '110', '129']) {
      expect(text).toContain(part);
    }
    // UPTD PPA is in the table, but nobody has checked its number yet.
    expect(text).not.toContain('0821');
    expect(text).not.toContain(id.incidents.stamp);
    expect(await sheet.locator('svg [data-code]').count()).toBe(6);
    expect((await driver.page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is stamped when it shows training data', async () => {
    const driver = await reader();
    const sheet = await printed(driver, '?inc=points');
    await expect.poll(async () => (await sheet.innerText()).includes(id.incidents.stamp)).toBe(true);
  });

  it.each(['Control+p', 'button'])('by %s, waits for its sheet before the map is there', async (way) => {
    const { page, painted } = await reader();
    // Headless, `print` does nothing: here it does what a browser does, and notes what the paper shows.
    await page.addInitScript(() => {
      window.print = () => {
        window.dispatchEvent(new Event('beforeprint'));
        document.documentElement.dataset.printed = String(
          document.querySelectorAll('[data-testid="print-sheet"] svg [data-code]').length,
        );
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    let sheetAt = 0;
    page.on('request', (request) => {
      if (/print-sheet.*\.js$/.test(request.url())) sheetAt = Date.now();
    });
    await page.goto(url());
    const button = page.getByRole('button', { name: id.app.print });
    await button.waitFor();
    expect(await page.locator('[data-map-state="idle"]').count()).toBe(0);
    expect(sheetAt).toBe(0);
    if (way === 'button') await button.click();
    else await page.keyboard.press(way);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.dataset.printed), { timeout: 30_000 })
      .toBe('6');
    await painted();
  });
});
