import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { id as common } from '../../client/i18n/id.ts';
import { id as texts } from '../../client/i18n/incidents/id.ts';
import { incidentIn, recordIncidents } from '../running/record-incidents.ts';
import { signInOn } from '../running/sign-in.ts';
import { fillRest, formOf, formStage, radio } from './incident-form-driver.ts';

const { page: words, form } = texts;
const { openForm, server, session, url } = formStage();

const title = (id: number): string => words.one.title.replace('{{id}}', String(id));
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const news = (page: Page, text: string, id: number) =>
  page.getByRole('status').filter({ hasText: text.replace('{{id}}', String(id)) });

async function isFocused(page: Page, name: string): Promise<void> {
  const at = heading(page, name);
  await at.waitFor();
  await expect.poll(() => at.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBe(0);
}

const open = async (address: string): Promise<Awaited<ReturnType<typeof openForm>>> => {
  const driver = await openForm();
  await driver.page.goto('about:blank');
  await driver.page.goto(`${url()}${address}`);
  await driver.page.getByRole('heading', { level: 1 }).waitFor();
  return driver;
};

beforeAll(async () => {
  const base = incidentIn('64.71.05', 2026, 'exploitation');
  await recordIncidents(server(), session(), [base, { ...base, month: '2025-03' }, { ...base, month: '2024-03' }]);
});

describe('the focus and the news', () => {
  it('go along from list to form to case to correction and back', async () => {
    const { page } = await open('/incidents');
    await button(page, words.add).waitFor();
    // The page opens where the browser has the focus: the skip link comes first.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await button(page, words.add).press('Enter');
    await isFocused(page, words.edit.newTitle);
    await fillRest(page);
    await radio(page, form.field.precision, form.ways.online).check();
    await radio(page, form.field.childInvolved, form.child.no).check();
    await page.keyboard.press('Control+Enter');
    await isFocused(page, title(4));
    await news(page, words.one.createdNote, 4).waitFor();
    await button(page, words.one.edit).press('Enter');
    await isFocused(page, words.edit.title.replace('{{id}}', '4'));
    expect(await news(page, words.one.createdNote, 4).count()).toBe(0);
    await radio(page, form.field.stage, form.stage.p21).check();
    await page.keyboard.press('Control+Enter');
    await isFocused(page, title(4));
    await news(page, words.one.changedNote, 4).waitFor();
    await page.goBack();
    await isFocused(page, words.edit.title.replace('{{id}}', '4'));
  });

  it('a case that is closed or opened again says so, and the button keeps the focus', async () => {
    const { page } = await open('/incidents#1');
    await button(page, words.one.close).press('Enter');
    await news(page, words.one.closedNote, 1).waitFor();
    await expect
      .poll(() => button(page, words.one.reopen).evaluate((element) => element === document.activeElement))
      .toBe(true);
    await page.keyboard.press('Enter');
    await news(page, words.one.reopenedNote, 1).waitFor();
    expect(await news(page, words.one.closedNote, 1).count()).toBe(0);
  });

  it('by keys: Escape and Enter in the question delete nothing, Tab and Enter do, and the list says so', async () => {
    const { page } = await open('/incidents#2');
    const dialog = page.getByRole('dialog');
    for (const key of ['Escape', 'Enter']) {
      await button(page, words.one.remove).press('Enter');
      await dialog.waitFor();
      await page.keyboard.press(key);
      await dialog.waitFor({ state: 'hidden' });
      expect(await button(page, words.one.remove).evaluate((element) => element === document.activeElement)).toBe(true);
    }
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await isFocused(page, texts.title);
    await news(page, words.one.deletedNote, 2).waitFor();
    expect(await page.locator('tbody th').allInnerTexts()).not.toContain('#2');
  });

  it('the skip link leads into the case and leaves it open', async () => {
    const { page } = await open('/incidents#1');
    await button(page, words.one.edit).waitFor();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: common.app.skipToContent });
    expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await button(page, words.toList).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(page.url()).toMatch(/#1$/);
  });
});

describe('corrections one after the other', () => {
  it('start from what was saved last, also at once', async () => {
    const { page } = await open('/incidents#3/edit');
    for (const stage of [form.stage.p21, form.stage.verdict]) {
      await formOf(page).waitFor();
      await radio(page, form.field.stage, stage).check();
      await page.keyboard.press('Control+Enter');
      await news(page, words.one.changedNote, 3).waitFor();
      await button(page, words.one.edit).click();
    }
    await formOf(page).waitFor();
    expect(await radio(page, form.field.stage, form.stage.verdict).isChecked()).toBe(true);
  });

  it('are refused over the change of somebody else, and the newest version is one button away', async () => {
    const { page, expectFault } = await open('/incidents#3/edit');
    await formOf(page).waitFor();
    for (const act of ['close', 'reopen']) {
      await page.evaluate(async (path) => {
        const { version } = await (await fetch('/api/incidents/3')).json();
        const headers = { 'content-type': 'application/json' };
        await fetch(`/api/incidents/3/${path}`, { method: 'POST', headers, body: JSON.stringify({ version }) });
      }, act);
    }
    await radio(page, form.field.source, form.source.media).check();
    await page.keyboard.press('Control+Enter');
    await page.getByText(form.problem.changed_meanwhile).waitFor();
    expectFault(/409/);
    await button(page, form.reload).click();
    await page.getByText(form.problem.changed_meanwhile).waitFor({ state: 'detached' });
    expect(await radio(page, form.field.source, form.source.media).isChecked()).toBe(false);
    await radio(page, form.field.source, form.source.referral).check();
    await page.keyboard.press('Control+Enter');
    await news(page, words.one.changedNote, 3).waitFor();
  });
});

describe('a draft is of one user', () => {
  it('is sent once when the connection is back, and the form says both', async () => {
    const { page, expectFault } = await openForm();
    const sent: string[] = [];
    page.on('response', (answer) => {
      if (answer.request().method() === 'POST' && answer.url().endsWith('/api/incidents')) sent.push(answer.url());
    });
    await fillRest(page);
    await radio(page, form.field.precision, form.ways.online).check();
    await radio(page, form.field.childInvolved, form.child.no).check();
    await page.context().setOffline(true);
    await button(page, form.save).press('Enter');
    await page.getByText(form.problem.network).waitFor();
    expectFault(/ERR_INTERNET_DISCONNECTED/);
    await page.context().setOffline(false);
    await page.getByText(form.problem.online).waitFor();
    const focused = page.getByRole('button', { name: form.save });
    expect(await focused.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\d+$/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(sent).toHaveLength(1);
  });

  it('whose answer was lost makes one case however often it is sent, and leads to it when it has changed', async () => {
    const { page, expectFault } = await openForm();
    let losing = true;
    const made: string[] = [];
    await page.route('**/api/incidents', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      const response = await route.fetch();
      const { record } = await response.json();
      if (record !== undefined) made.push(`${response.status()} ${record.incident.id}`);
      if (losing) return route.abort('connectionreset');
      return route.fulfill({ response });
    });
    await fillRest(page);
    await radio(page, form.field.precision, form.ways.online).check();
    await radio(page, form.field.childInvolved, form.child.no).check();
    await button(page, form.save).press('Enter');
    await page.getByText(form.problem.network).waitFor();
    // Kept with its draft: the key outlives the page.
    await page.reload();
    await page.getByRole('button', { name: form.draft.resume }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByText(form.problem.network).waitFor();
    losing = false;
    await radio(page, form.field.stage, form.stage.verdict).check();
    await page.keyboard.press('Control+Enter');
    await page.getByText(form.problem.key_used).waitFor();
    expectFault(/ERR_CONNECTION_RESET|422/);
    const [first = ''] = made;
    expect(made).toEqual([first, first.replace('201', '200')]);
    await button(page, form.openMade.replace('{{id}}', first.slice(4))).click();
    await isFocused(page, title(Number(first.slice(4))));
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')))).toEqual([]);
  });

  it('is not seen by the next one in the same browser, and a sign-out erases it', async () => {
    const { page } = await openForm();
    await radio(page, form.field.stage, form.stage.p21).check();
    const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')).length);
    await expect.poll(kept).toBe(1);
    const other = await signInOn(server(), 'satgas');
    await page.context().addCookies([...other.cookies]);
    await page.reload();
    await formOf(page).waitFor();
    expect(await button(page, form.draft.resume).count()).toBe(0);
    expect(await radio(page, form.field.stage, form.stage.p21).isChecked()).toBe(false);
    await page.context().addCookies([...session().cookies]);
    await page.reload();
    await button(page, form.draft.resume).waitFor();
    await page.getByRole('button', { name: /Menu akun/ }).click();
    await button(page, 'Keluar').click();
    await page.waitForURL((address) => address.pathname === '/');
    expect(await kept()).toBe(0);
  });
});
