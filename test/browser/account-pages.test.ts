import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../client/i18n/accounts/en.ts';
import { id } from '../../client/i18n/accounts/id.ts';
import { en as enCommon } from '../../client/i18n/en.ts';
import { id as idCommon } from '../../client/i18n/id.ts';
import { signInOn, TEST_PASSWORD } from '../running/sign-in.ts';
import { totpCode } from '../running/totp.ts';
import { SIZES } from './driver.ts';
import { stage } from './stage.ts';

const { reader, url, server } = stage();

function isWithin(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
}

describe('after a sign-in', () => {
  it('never follows next= to another site', async () => {
    const next = '//jahat.example';
    const session = await signInOn(server(), 'trainer');
    const { page } = await reader();
    await page.goto(`${url()}/sign-in?${new URLSearchParams({ next })}`);
    await page.getByLabel(id.signIn.email).fill(session.email);
    await page.getByLabel(id.signIn.password).fill(TEST_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: id.menu.label }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });
});

describe('the header', () => {
  it('asks once who is signed in, when the map is painted, and fits a phone', async () => {
    const { page, painted } = await reader({ viewport: { width: 360, height: 800 } });
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/session')) asked.push(request.url());
    });
    await page.goto(url());
    expect(asked).toEqual([]);
    await painted();
    await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(1);
    await page.waitForTimeout(1500);
    expect(asked).toHaveLength(1);
    expect(await isWithin(page)).toBe(true);
  });

  it('shows a satgas what the session may open, in English too', async () => {
    const session = await signInOn(server(), 'satgas');
    const { page } = await reader();
    await page.context().addCookies([...session.cookies]);
    await page.goto(`${url()}/account?lang=en`);
    const navigation = page.getByRole('navigation', { name: enCommon.app.nav });
    await expect
      .poll(() => navigation.getByRole('link').allTextContents(), { timeout: 10_000 })
      .toEqual([enCommon.app.map, enCommon.app.data, en.menu.incidents, en.menu.import]);
    await page.getByRole('button', { name: en.menu.label }).click();
    expect(await page.locator('[popover] a').allTextContents()).toEqual([en.menu.account]);
    await page.keyboard.press('Escape');
    expect(await page.locator('[popover] a').first().isVisible()).toBe(false);
  });

  it.each([
    ['satgas', 390, 'id', ['/incidents', '/import']],
    ['satgas', 320, 'en', ['/incidents', '/import']],
    ['admin', 320, 'en', ['/admin']],
  ] as const)(
    'has the pages of the %s in view at %i px, language and theme in the menu',
    async (role, width, language, paths) => {
      const session = await signInOn(server(), role);
      const { page } = await reader({ viewport: { width, height: 844 } });
      await page.context().addCookies([...session.cookies]);
      for (const path of ['/', ...paths]) {
        await page.goto(`${url()}${path}?lang=${language}`);
        for (const to of paths) {
          const link = page.getByRole('banner').getByRole('navigation').locator(`a[href^="${to}"]`);
          await link.waitFor();
          const box = await link.boundingBox();
          expect(box?.x).toBeGreaterThanOrEqual(0);
          expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width);
          expect(await link.getAttribute('aria-current')).toBe(to === path ? 'page' : null);
        }
        expect(await isWithin(page), path).toBe(true);
      }
      const languages = page.getByRole('group', {
        name: new RegExp(`${idCommon.app.language}|${enCommon.app.language}`),
      });
      expect(await languages.count()).toBe(0);
      await page.getByRole('button', { name: (language === 'en' ? en : id).menu.label }).click();
      await languages.getByRole('button', { name: idCommon.app.indonesian, exact: true }).click();
      await page.getByRole('button', { name: idCommon.app.nightOn }).click();
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('night');
    },
  );

  it.each(['/', '/data', '/sign-in'])('%s fits 320 px for everybody', async (path) => {
    const { page } = await reader({ viewport: { width: 320, height: 640 } });
    await page.goto(`${url()}${path}?lang=en`);
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    expect(await isWithin(page)).toBe(true);
  });
});

describe('an admin', () => {
  it('makes an account, changes its role, locks and resets it', async () => {
    const visitor = await reader({ viewport: SIZES.phone });
    const { page } = visitor;
    await page.context().addCookies([...(await signInOn(server(), 'admin')).cookies]);
    await page.goto(`${url()}/admin`);
    const form = page.getByRole('form', { name: id.users.add });
    const add = async (): Promise<void> => {
      await form.getByLabel(id.signIn.email).fill('baru@example.invalid');
      await form.getByLabel(id.setup.name).fill('Orang Baru');
      await form.getByLabel(id.users.role).selectOption({ label: id.role.planner });
      await form.getByRole('button', { name: id.users.create }).click();
    };
    await add();
    const link = page.locator('code', { hasText: '/setup#' });
    const first = await link.textContent();
    expect(first).toMatch(/\/setup#[\w-]{43}$/);
    await add();
    await page.getByText(id.error.email_taken).waitFor();
    visitor.expectFault(/409/);

    const item = page.locator('li', { has: page.getByText('baru@example.invalid', { exact: true }) });
    await item.locator('summary').click();
    await item.getByLabel(id.users.role).selectOption({ label: id.role.satgas });
    await item.getByRole('button', { name: id.users.saveRole }).click();
    await item.getByText(id.users.done).waitFor();
    await item.getByRole('button', { name: id.users.lock, exact: true }).click();
    await item.getByText(id.users.locked, { exact: true }).waitFor();
    await item.getByRole('button', { name: id.users.reset }).click();
    expect(await link.textContent()).toBe(first);
    await item.getByRole('button', { name: id.users.resetSure }).click();
    await expect.poll(() => link.textContent()).not.toBe(first);
    expect(await isWithin(page)).toBe(true);
  });
});

describe('the own account', () => {
  let cookies: Awaited<ReturnType<typeof signInOn>>['cookies'];
  beforeAll(async () => {
    cookies = (await signInOn(server(), 'planner')).cookies;
  });

  it('changes the password and sets up a second factor by choice', async () => {
    const { page } = await reader({ viewport: SIZES.phone });
    await page.context().addCookies([...cookies]);
    await page.goto(`${url()}/account`);
    await page.getByLabel(id.account.current).fill(TEST_PASSWORD);
    await page.getByLabel(id.account.next).fill('sandi lain yang panjang');
    await page.getByRole('button', { name: id.account.change }).click();
    await page.getByText(id.account.changed).waitFor();
    await page.getByLabel(id.account.confirmPassword).fill('sandi lain yang panjang');
    await page.getByRole('button', { name: id.enrol.begin }).click();
    await page.getByRole('img', { name: id.enrol.qr }).waitFor();
    const own = `otpauth://totp/x?secret=${(await page.locator('code').textContent())?.replaceAll(' ', '')}`;
    await page.getByLabel(id.enrol.confirmCode).fill(totpCode(own));
    await page.getByRole('button', { name: id.enrol.confirm }).click();
    await page.getByRole('button', { name: id.enrol.saved }).click();
    await page.getByText(id.account.factorOn).waitFor();
    expect(await isWithin(page)).toBe(true);
  });
});
