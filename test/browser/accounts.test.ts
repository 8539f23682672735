import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { id } from '../../client/i18n/accounts/id.ts';
import { firstAdminLinkOf, TEST_PASSWORD } from '../running/sign-in.ts';
import { totpCode } from '../running/totp.ts';
import { SIZES } from './driver.ts';
import { stage } from './stage.ts';

const { reader, url, server } = stage();
const ADMIN = 'admin@example.invalid';
let uri = '';

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

function isWithin(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
}

describe('the link of the first admin', () => {
  it('leads from password and second factor to the admin page, on a phone', async () => {
    const { page } = await reader({ viewport: SIZES.phone });
    await page.goto(await firstAdminLinkOf(server()));
    await page.getByRole('heading', { name: id.setup.title }).waitFor();
    // The token is out of sight as soon as it is read.
    expect(page.url()).toBe(`${url()}/setup`);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel(id.signIn.email).fill(ADMIN);
    await page.getByLabel(id.setup.name).fill('Uji admin');
    await page.getByLabel(id.setup.newPassword).fill(TEST_PASSWORD);
    await page.keyboard.press('Enter');

    const secret = page.locator('code');
    await page.getByRole('img', { name: id.enrol.qr }).waitFor();
    uri = `otpauth://totp/Petarawan?secret=${(await secret.textContent())?.replaceAll(' ', '')}`;
    expect(await violations(page)).toEqual([]);
    expect(await isWithin(page)).toBe(true);
    await page.getByLabel(id.enrol.confirmCode).fill(totpCode(uri));
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: id.enrol.codesTitle }).waitFor();
    expect(
      await page
        .getByRole('listitem')
        .filter({ has: page.locator('code') })
        .count(),
    ).toBe(10);
    await page.getByRole('button', { name: id.enrol.saved }).click();
    await page.waitForURL(`${url()}/admin`);
    await page.getByRole('button', { name: id.menu.label }).click();
    const links = await page.locator('[popover] a').allTextContents();
    expect(links).toEqual([id.menu.account]);
    expect(await page.getByRole('banner').getByRole('link', { name: id.menu.admin }).isVisible()).toBe(true);
  });

  it('is gone afterwards', async () => {
    const visitor = await reader();
    await visitor.page.goto(await firstAdminLinkOf(server()));
    await visitor.page.getByRole('heading', { name: id.setup.goneTitle }).waitFor();
    visitor.expectFault(/410/);
  });
});

describe('sign-in', () => {
  it('says what was wrong, then asks for the code and goes where the reader was going', async () => {
    const visitor = await reader();
    const { page } = visitor;
    await page.goto(`${url()}/sign-in?next=/account&theme=night`);
    await page.getByLabel(id.signIn.email).fill(ADMIN);
    await page.getByLabel(id.signIn.password).fill('bukan sandi yang benar');
    await page.keyboard.press('Enter');
    await page.getByText(id.error.sign_in_refused).waitFor();
    visitor.expectFault(/401/);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel(id.signIn.password).fill(TEST_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByLabel(id.signIn.code).fill(totpCode(uri, 1));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: id.account.title }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/account');
    expect(await violations(page)).toEqual([]);

    await page.getByRole('main').getByRole('button', { name: id.account.signOut }).click();
    await page.waitForURL((at) => at.pathname === '/');
    await page.getByRole('link', { name: id.signIn.title, exact: true }).waitFor();
    expect(await page.context().cookies()).toEqual([]);
  });
});
