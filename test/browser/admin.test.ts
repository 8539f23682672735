import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { en } from '../../client/i18n/keeping/en.ts';
import { id } from '../../client/i18n/keeping/id.ts';
import { signInOn } from '../running/sign-in.ts';
import { SIZES } from './driver.ts';
import { stage } from './stage.ts';

const { reader, url, server } = stage();

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

function isWithin(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
}

/** The admin page as the first admin sees it, when all its parts are there. */
async function openAdmin(search = '', viewport: { width: number; height: number } = SIZES.desk): Promise<Page> {
  const session = await signInOn(server(), 'admin');
  const { page } = await reader({ viewport });
  await page.context().addCookies([...session.cookies]);
  await page.goto(`${url()}/admin${search}`);
  const texts = search.includes('lang=en') ? en : id;
  await page.getByRole('list', { name: texts.audit.list }).getByRole('listitem').first().waitFor();
  await page.getByText(texts.backups.folder).waitFor();
  await page.getByText(texts.audit.chainWhole_other.split(':')[0] ?? '').waitFor();
  return page;
}

describe('the admin page', () => {
  it.each([
    ['', SIZES.desk],
    ['?lang=en&theme=night', SIZES.desk],
    ['', SIZES.phone],
    ['?lang=en&theme=night', SIZES.phone],
  ] as const)('%j at %o is readable by everybody and fits', async (search, viewport) => {
    const page = await openAdmin(search, viewport);
    expect(await violations(page)).toEqual([]);
    expect(await isWithin(page)).toBe(true);
    expect(await page.title()).toContain('Admin');
    const folder = process.env.SHOTS;
    if (folder !== undefined) {
      const name = `admin-${viewport.width}-${search === '' ? 'id-day' : 'en-night'}`;
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    }
  });

  it('shows who did what, and filters by action', async () => {
    const page = await openAdmin();
    const lines = page.getByRole('list', { name: id.audit.list }).getByRole('listitem');
    await page.getByLabel(id.audit.filterAction).selectOption('second_factor_enrolled');
    await expect.poll(() => lines.count()).toBe(1);
    expect(await lines.first().textContent()).toContain(`Uji admin ${id.action.second_factor_enrolled}`);
    await page.getByLabel(id.audit.filterAction).selectOption('backup_restored');
    await page.getByText(id.audit.empty).waitFor();
  });

  it('counts before it saves a retention, and keeps it', async () => {
    const page = await openAdmin();
    const save = page.getByRole('button', { name: id.retention.save });
    await page.getByText(id.retention.undecided).waitFor();
    await page.getByText('paling banyak 10 kejadian').waitFor();
    await page.getByLabel(id.retention.deletedDays).fill('0');
    await page.getByText(id.retention.invalid).waitFor();
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel(id.retention.deletedDays).fill('14');
    await page.getByLabel(id.retention.closedNever).uncheck();
    await page.getByLabel(id.retention.closedMonths).fill('24');
    await page.getByText('paling banyak 10 kejadian').waitFor();
    await save.click();
    await expect.poll(() => page.getByText(id.retention.undecided).count()).toBe(0);
    await page.reload();
    await expect.poll(() => page.getByLabel(id.retention.closedMonths).inputValue()).toBe('24');
    expect(await page.getByLabel(id.retention.deletedDays).inputValue()).toBe('14');
  });

  it('makes a backup on the machine and offers no download of it', async () => {
    const page = await openAdmin();
    await page.getByRole('button', { name: id.backups.make }).click();
    const list = page.getByRole('list', { name: id.backups.list });
    await list.getByRole('listitem').first().waitFor();
    const name = (await list.locator('code').first().textContent()) ?? '';
    expect(name).toMatch(/^petarawan-\d{8}T\d{6}Z-page\.sqlite$/);
    expect(await list.getByRole('link').count()).toBe(0);
    const folder = (await page.locator('p', { hasText: id.backups.folder }).locator('code').textContent()) ?? '';
    expect(existsSync(join(folder, name))).toBe(true);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it.each(['trainer', 'satgas'] as const)('is not for a %s', async (role) => {
    const session = await signInOn(server(), role);
    const { page } = await reader();
    await page.context().addCookies([...session.cookies]);
    await page.goto(`${url()}/admin`);
    await page.getByText(id.forbidden).waitFor();
    expect(await page.getByRole('list', { name: id.audit.list }).count()).toBe(0);
  });
});
