import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { en } from '../../client/i18n/accounts/en.ts';
import { id } from '../../client/i18n/accounts/id.ts';
import { id as incidents } from '../../client/i18n/incidents/id.ts';
import { signInOn, TEST_PASSWORD } from '../running/sign-in.ts';
import { totpCode } from '../running/totp.ts';
import { SIZES } from './driver.ts';
import { stage } from './stage.ts';

const { reader, url, server } = stage();
const EMAIL = 'kedua@example.invalid';

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Readable by everybody, within the width, and kept as a picture where SHOTS says so. */
async function expectGood(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

async function casesOf(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const response = await fetch('/api/incidents');
    return [response.status, (await response.json()).code];
  });
}

describe('a second satgas', () => {
  it('is made by an admin, sees no case, and sees them when the first has confirmed', async () => {
    const first = await signInOn(server(), 'satgas');
    const admin = (await reader()).page;
    await admin.context().addCookies([...(await signInOn(server(), 'admin')).cookies]);
    await admin.goto(`${url()}/admin`);
    const form = admin.getByRole('form', { name: id.users.add });
    await form.getByLabel(id.signIn.email).fill(EMAIL);
    await form.getByLabel(id.setup.name).fill('Satgas Kedua');
    await form.getByLabel(id.users.role).selectOption({ label: id.role.satgas });
    await form.getByText(id.users.satgasHint).waitFor();
    await form.getByRole('button', { name: id.users.create }).click();
    const link = (await admin.locator('code', { hasText: '/setup#' }).textContent()) ?? '';
    const item = admin.locator('li', { has: admin.getByText(EMAIL, { exact: true }) });
    await item.getByText(id.users.unconfirmed).waitFor();
    await expectGood(admin, 'colleagues-admin');

    // Whoever has the link sets the account up, and comes to the page that says what is missing.
    const visitor = await reader({ viewport: SIZES.phone });
    const second = visitor.page;
    await second.goto(link);
    await second.getByLabel(id.setup.newPassword).fill(TEST_PASSWORD);
    await second.keyboard.press('Enter');
    await second.getByRole('img', { name: id.enrol.qr }).waitFor();
    const secret = (await second.locator('code').textContent())?.replaceAll(' ', '');
    await second.getByLabel(id.enrol.confirmCode).fill(totpCode(`otpauth://totp/Petarawan?secret=${secret}`));
    await second.keyboard.press('Enter');
    await second.getByRole('button', { name: id.enrol.saved }).click();
    await second.waitForURL(`${url()}/account`);
    await second.getByRole('main').getByText(id.unconfirmed.how).waitFor();
    await expectGood(second, 'colleagues-account-phone');
    expect(await casesOf(second)).toEqual([403, 'confirmation_required']);
    visitor.expectFault(/403/);
    await second.goto(`${url()}/incidents?lang=en&theme=night`);
    await second.getByRole('heading', { name: en.unconfirmed.title }).waitFor();
    await second.getByText(en.unconfirmed.how, { exact: false }).waitFor();
    await expectGood(second, 'colleagues-incidents-phone');

    // The colleague is told of it beside the cases, and says so with a code of the own phone.
    const colleague = await reader();
    const { page } = colleague;
    await page.context().addCookies([...first.cookies]);
    await page.goto(`${url()}/incidents`);
    await page.getByText(id.colleagues.some_one.replace('{{count}}', '1')).waitFor();
    await expectGood(page, 'colleagues-notice');
    await page.getByRole('link', { name: id.colleagues.look }).click();
    const waiting = page.getByRole('list', { name: id.colleagues.title }).getByRole('listitem');
    await waiting.getByText(EMAIL).waitFor();
    await waiting.getByText(id.colleagues.reason.new).waitFor();
    await waiting.locator('summary').focus();
    await page.keyboard.press('Enter');
    await waiting.getByLabel(id.colleagues.code).fill('000000');
    await page.keyboard.press('Enter');
    await waiting.getByText(id.error.code_refused).waitFor();
    colleague.expectFault(/401/);
    await expectGood(page, 'colleagues-list');
    await waiting.getByLabel(id.colleagues.code).fill(totpCode(first.uri ?? '', 1));
    await page.keyboard.press('Enter');
    await page.getByText(id.colleagues.confirmed.replace('{{name}}', 'Satgas Kedua')).waitFor();
    await page.getByText(id.colleagues.none).waitFor();

    // In the same session as before.
    await second.goto(`${url()}/incidents`);
    await second.getByRole('heading', { name: incidents.title }).waitFor();
    expect(await casesOf(second)).toEqual([200, undefined]);
    await admin.reload();
    await item.waitFor();
    expect(await item.getByText(id.users.unconfirmed).count()).toBe(0);
  });
});

describe('the second factor', () => {
  it('gives new recovery codes for the password and a code, of the phone or a recovery code', async () => {
    const session = await signInOn(server(), 'satgas');
    const visitor = await reader({ viewport: SIZES.phone });
    const { page } = visitor;
    await page.context().addCookies([...session.cookies]);
    await page.goto(`${url()}/account`);
    const part = page.getByRole('region', { name: id.account.factorTitle });
    await part.getByLabel(id.account.confirmPassword).fill(TEST_PASSWORD);
    await part.getByLabel(id.signIn.code).fill('000 000');
    await part.getByRole('button', { name: id.account.newCodes }).click();
    await part.getByText(id.error.code_refused).waitFor();
    visitor.expectFault(/401/);
    await expectGood(page, 'second-factor-phone');
    await part.getByLabel(id.signIn.code).fill(totpCode(session.uri ?? '', 1));
    await part.getByRole('button', { name: id.account.newCodes }).click();
    const codes = part.getByRole('listitem');
    await expect.poll(() => codes.count()).toBe(10);
    const recovery = (await codes.first().textContent()) ?? '';
    await part.getByRole('button', { name: id.enrol.saved }).click();
    await part.getByLabel(id.account.confirmPassword).fill(TEST_PASSWORD);
    await part.getByRole('button', { name: id.signIn.useRecovery }).click();
    await part.getByLabel(id.signIn.recovery).fill(recovery);
    await part.getByRole('button', { name: id.account.replace }).click();
    await page.getByRole('heading', { name: id.enrol.title }).waitFor();
  });
});
