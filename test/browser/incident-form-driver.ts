import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { beforeAll } from 'vitest';
import { formEn as en } from '../../client/i18n/incidents/form-en.ts';
import { formId as id } from '../../client/i18n/incidents/form-id.ts';
import { type RunningSession, signInOn } from '../running/sign-in.ts';
import { type Driver, SIZES } from './driver.ts';
import { stage } from './stage.ts';

export const formOf = (page: Page): Locator => page.getByRole('form', { name: new RegExp(`${id.label}|${en.label}`) });
const group = (page: Page, name: string): Locator => formOf(page).getByRole('group', { name, exact: true });
export const radio = (page: Page, legend: string, name: string): Locator =>
  group(page, legend).getByRole('radio', { name, exact: true });
export const check = (page: Page, legend: string, name: string): Locator =>
  group(page, legend).getByRole('checkbox', { name, exact: true });
export const drafts = (page: Page): Promise<string> =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.includes('incident-draft'))
      .map(([, text]) => String(text))
      .join('\n'),
  );

/** Everything but the place and the question about a child. */
export async function fillRest(page: Page): Promise<void> {
  await page.getByLabel(id.field.month).selectOption('01');
  await radio(page, id.field.source, id.source.lp_b).check();
  await radio(page, id.field.stage, id.stage.lp).check();
  await check(page, id.field.acts, id.acts.recruit).check();
  await check(page, id.field.purposes, id.purposes.sexual_exploitation).check();
  await radio(page, id.field.victims, '1').check();
  await radio(page, id.field.suspects, '2–4').check();
  await radio(page, id.field.role, id.roles.recruitment).check();
}

/** A server with somebody of the Satgas, and a way to open the form for a new case. */
export function formStage() {
  const { reader, url, server } = stage({ webgl: false });
  let session: RunningSession;
  beforeAll(async () => {
    session = await signInOn(server(), 'satgas');
  });
  return {
    url,
    server,
    session: () => session,
    openForm: async (options: BrowserContextOptions = {}, search = ''): Promise<Driver> => {
      const driver = await reader({ viewport: SIZES.desk, ...options });
      await driver.page.context().addCookies([...session.cookies]);
      await driver.page.goto(`${url()}/incidents${search}#new`);
      await formOf(driver.page).waitFor();
      return driver;
    },
  };
}
