import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { formEn as en } from '../../client/i18n/incidents/form-en.ts';
import { formId as id } from '../../client/i18n/incidents/form-id.ts';
import { signInOn } from '../running/sign-in.ts';
import { SIZES } from './driver.ts';
import { stage } from './stage.ts';

const { reader, url, server } = stage({ webgl: false });
let cookies: Awaited<ReturnType<typeof signInOn>>['cookies'];
beforeAll(async () => {
  cookies = (await signInOn(server(), 'satgas')).cookies;
});

const formOf = (page: Page): Locator => page.getByRole('form', { name: new RegExp(`${id.label}|${en.label}`) });
const group = (page: Page, name: string): Locator => formOf(page).getByRole('group', { name, exact: true });
const radio = (page: Page, legend: string, name: string): Locator =>
  group(page, legend).getByRole('radio', { name, exact: true });
const check = (page: Page, legend: string, name: string): Locator =>
  group(page, legend).getByRole('checkbox', { name, exact: true });
const drafts = (page: Page): Promise<string> =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.includes('incident-draft'))
      .map(([, text]) => String(text))
      .join('\n'),
  );

async function openForm(options: BrowserContextOptions = {}, search = '') {
  const driver = await reader({ viewport: SIZES.desk, ...options });
  await driver.page.context().addCookies([...cookies]);
  await driver.page.goto(`${url()}/incidents${search}#new`);
  await formOf(driver.page).waitFor();
  return driver;
}

/** Everything but the place and the question about a child. */
async function fillRest(page: Page): Promise<void> {
  await page.getByLabel(id.field.month).selectOption('01');
  await radio(page, id.field.source, id.source.lp_b).check();
  await radio(page, id.field.stage, id.stage.lp).check();
  await check(page, id.field.acts, id.acts.recruit).check();
  await check(page, id.field.purposes, id.purposes.sexual_exploitation).check();
  await radio(page, id.field.victims, '1').check();
  await radio(page, id.field.suspects, '2–4').check();
  await radio(page, id.field.role, id.roles.recruitment).check();
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

describe('a new case', () => {
  it('goes from the first field to the record by keys alone', async () => {
    const { page } = await openForm();
    const sent: unknown[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/incidents')) sent.push(request.postDataJSON());
    });
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.getByLabel(id.field.month).focus();
    await page.keyboard.type('Jan');
    // Year and day stay; source: the second; stage: the second.
    await press('Tab', 'Tab', 'Tab', 'ArrowDown', 'Tab', 'ArrowDown');
    // The first act; six acts, ten means; the first purpose; six purposes, seven channels; role; what is known.
    await press('Tab', 'Space', ...Array<string>(16).fill('Tab'), 'Space', ...Array<string>(13).fill('Tab'), 'Space');
    await press('Tab', 'Space');
    await page.getByRole('application').waitFor();
    await press('Tab', '+', '+', '+', 'ArrowDown', 'Enter');
    await expect.poll(() => page.locator('[data-point="inside"]').count()).toBe(1);
    for (const name of [id.field.victims, id.field.suspects]) await radio(page, name, '1').press('Space');
    await radio(page, id.field.childInvolved, id.child.no).press('Space');
    await page.getByLabel(id.field.lpNumber).focus();
    await page.keyboard.type('LP/B/123/I/2026');
    await press('Control+Enter');
    await page.waitForURL(/#\d+$/);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      source: 'lp_b',
      stage: 'lp',
      acts: ['recruit'],
      purposes: ['sexual_exploitation'],
      places: [{ role: 'recruitment', precision: 'point', point: [expect.any(Number), expect.any(Number)] }],
      childInvolved: 'no',
      lpNumber: 'LP/B/123/I/2026',
    });
    expect(await drafts(page)).toBe('');
  });

  it('says what is missing at the fields and in a list that leads there', async () => {
    const { page } = await openForm({ viewport: SIZES.phone });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: id.save }).click();
    const month = page.getByLabel(id.field.month);
    await expect.poll(() => month.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await month.getAttribute('aria-invalid')).toBe('true');
    const summary = page.getByTestId('fault-summary');
    expect(await summary.getByRole('link').count()).toBe(10);
    await summary.getByRole('link', { name: new RegExp(id.field.victims) }).click();
    await expect
      .poll(() => radio(page, id.field.victims, '1').evaluate((element) => element === document.activeElement))
      .toBe(true);
    await radio(page, id.field.victims, '1').check();
    expect(await summary.getByRole('link').count()).toBe(9);
    expect(page.url()).toContain('#new');
  });

  it('puts what the server refuses at its field', async () => {
    const { page, expectFault } = await openForm();
    await page.route('**/api/incidents', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            status: 422,
            contentType: 'application/problem+json',
            json: {
              status: 422,
              code: 'invalid_fields',
              detail: '',
              fields: [
                { field: 'day', code: 'in_future' },
                { field: 'suspects', code: 'invalid_value' },
              ],
            },
          })
        : route.continue(),
    );
    await fillRest(page);
    await radio(page, id.field.precision, id.ways.online).check();
    await radio(page, id.field.childInvolved, id.child.no).check();
    await page.keyboard.press('Control+Enter');
    const day = page.getByLabel(new RegExp(id.field.day));
    await expect.poll(() => day.evaluate((element) => element === document.activeElement)).toBe(true);
    await page
      .getByTestId('fault-summary')
      .getByRole('link', { name: new RegExp(id.field.suspects) })
      .waitFor();
    await radio(page, id.field.suspects, '1').check();
    expect(await page.getByTestId('fault-summary').getByRole('link').count()).toBe(1);
    expectFault(/422/);
  });
});

describe('a place', () => {
  it('is a point by a click on the map, and for a child case only its cell', async () => {
    const { page } = await openForm({ viewport: SIZES.laptop });
    await radio(page, id.field.precision, id.ways.point).check();
    await page.getByText(id.childPoint.unanswered).waitFor();
    const map = page.getByRole('application');
    const box = await map.boundingBox();
    if (box === null) throw new Error('no map');
    await map.click({ position: { x: box.width * 0.5, y: box.height * 0.5 } });
    await page.locator('[data-point="inside"]').waitFor();
    await page.getByText(id.childPoint.cell).waitFor();
    await radio(page, id.field.childInvolved, id.child.unknown).check();
    await page.getByText(id.childPoint.unknown).waitFor();
    expect(await drafts(page)).not.toMatch(/116\.\d/);
    await radio(page, id.field.childInvolved, id.child.no).check();
    await expect.poll(() => page.getByText(id.childPoint.cell).count()).toBe(0);
    expect(await drafts(page)).toMatch(/116\.\d/);
  });

  it('notices swapped coordinates and takes a pasted pair', async () => {
    const { page } = await openForm();
    await radio(page, id.field.precision, id.ways.point).check();
    await page.getByLabel(id.field.longitude).fill('-1,2654');
    await page.getByLabel(id.field.latitude).fill('116,8312');
    await page.getByRole('button', { name: id.coordinates.swap }).click();
    await page.locator('[data-point="inside"]').waitFor();
    expect(await page.getByLabel(id.field.longitude).inputValue()).toBe('116,8312');
    await page.getByRole('button', { name: id.map.clear }).click();
    await page.getByLabel(id.field.longitude).evaluate((element) => {
      const data = new DataTransfer();
      data.setData('text', '-1.2654, 116.8312');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.locator('[data-point="inside"]').waitFor();
    expect(await page.getByLabel(id.field.latitude).inputValue()).toBe('−1,2654');
  });

  it('is a kelurahan that brings its kecamatan along; eight places at most, and the focus follows', async () => {
    const { page } = await openForm({ viewport: SIZES.phone });
    await radio(page, id.field.precision, id.ways.area).check();
    await page.getByLabel(id.field.kelurahan, { exact: true }).selectOption({ index: 3 });
    expect(await page.getByLabel(id.field.areaCode, { exact: true }).inputValue()).toMatch(/^64\.71\.\d\d$/);
    const add = page.getByRole('button', { name: id.place.add });
    for (let count = 2; count <= 8; count += 1) await add.click();
    expect(await add.isDisabled()).toBe(true);
    const eighth = page.getByRole('group', { name: id.place.title.replace('{{n}}', '8') });
    await expect
      .poll(() =>
        eighth
          .getByRole('radio')
          .first()
          .evaluate((element) => element === document.activeElement),
      )
      .toBe(true);
    await page.getByRole('button', { name: id.place.remove.replace('{{n}}', '2') }).click();
    await expect.poll(() => add.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole('group', { name: /^Tempat \d/ }).count()).toBe(7);
  });
});

describe('a draft', () => {
  it('outlives a lost connection and the page, without the LP number', async () => {
    const { page, expectFault } = await openForm();
    await fillRest(page);
    await radio(page, id.field.precision, id.ways.kota).check();
    await radio(page, id.field.childInvolved, id.child.yes).check();
    await page.getByLabel(id.field.lpNumber).fill('LP/B/77/I/2026');
    await page.context().setOffline(true);
    await page.keyboard.press('Control+Enter');
    await page.getByText(id.problem.network).waitFor();
    expectFault(/ERR_INTERNET_DISCONNECTED/);
    expect(await drafts(page)).toContain('"stage":"lp"');
    expect(await drafts(page)).not.toContain('77');
    await page.context().setOffline(false);
    await page.reload();
    await page.getByRole('button', { name: id.draft.resume }).click();
    expect(await radio(page, id.field.stage, id.stage.lp).isChecked()).toBe(true);
    expect(await page.getByLabel(id.field.lpNumber).inputValue()).toBe('');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/#\d+$/);
    expect(await drafts(page)).toBe('');
  });

  it('is dropped when it is not wanted', async () => {
    const { page } = await openForm();
    await radio(page, id.field.stage, id.stage.vice_raid).check();
    await page.getByText(id.apart.vice_raid).waitFor();
    expect(await drafts(page)).toContain('vice_raid');
    await page.reload();
    await page.getByRole('button', { name: id.draft.discard }).click();
    expect(await drafts(page)).toBe('');
    expect(await radio(page, id.field.stage, id.stage.vice_raid).isChecked()).toBe(false);
  });
});

describe('a correction', () => {
  it('leaves the number and the cell of a child case as they are, unless they are given anew', async () => {
    const { page } = await openForm();
    const made = await page.evaluate(async (): Promise<{ readonly record: { incident: { id: string } } }> => {
      const incident = {
        month: '2026-01',
        day: null,
        acts: ['recruit'],
        means: [],
        purposes: ['other'],
        source: 'referral',
        stage: 'suspected',
        platforms: ['michat'],
        places: [{ role: 'harbouring', precision: 'point', areaCode: null, point: [116.8312, -1.2654] }],
        victims: '1',
        suspects: '1',
        childInvolved: 'yes',
        lpNumber: 'LP/B/5/I/2026',
      };
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/api/incidents', { method: 'POST', headers, body: JSON.stringify(incident) });
      return answer.json();
    });
    const sent: unknown[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT') sent.push(request.postDataJSON());
    });
    const edit = async (): Promise<void> => {
      await page.goto(`${url()}/incidents#${made.record.incident.id}/edit`);
      await formOf(page).waitFor();
    };
    const isSaved = async (): Promise<void> => {
      await page.waitForURL(/#\d+$/);
      await formOf(page).waitFor({ state: 'detached' });
    };
    await edit();
    await page.getByText(id.hint.lpNumberKept).waitFor();
    await page.getByText(id.place.kept.slice(0, 40)).waitFor();
    await radio(page, id.field.stage, id.stage.investigation).check();
    await page.keyboard.press('Control+Enter');
    await isSaved();
    expect(sent[0]).toMatchObject({
      keepLpNumber: true,
      keepPlaces: [0],
      incident: { places: [], stage: 'investigation', platforms: ['michat'], lpNumber: null },
    });
    await edit();
    await page.getByRole('button', { name: id.place.change.replace('{{n}}', '1') }).click();
    await expect
      .poll(() => radio(page, id.field.role, id.roles.recruitment).evaluate((one) => one === document.activeElement))
      .toBe(true);
    await page.getByLabel(id.field.lpNumber).fill('LP/B/6/I/2026');
    await page.keyboard.press('Control+Enter');
    await isSaved();
    expect(sent[1]).toMatchObject({
      keepLpNumber: false,
      keepPlaces: [],
      incident: {
        places: [
          { role: 'harbouring', precision: 'kelurahan', areaCode: expect.stringMatching(/^64\.71/), point: null },
        ],
        lpNumber: 'LP/B/6/I/2026',
      },
    });
  });
});

describe('nothing else can be written', () => {
  it('refuses a name where the LP number goes, with the reason', async () => {
    const { page } = await openForm();
    await page.getByLabel(id.field.lpNumber).fill('Budi Santoso');
    await page.keyboard.press('Tab');
    await page.getByText(id.fault.identity_name).waitFor();
    expect(await drafts(page)).toBe('');
    expect(await formOf(page).locator('textarea, input[type="file"], [contenteditable]').count()).toBe(0);
  });
});

describe('the hint about the elements', () => {
  it('changes with the answers, and asks for no means of a child', async () => {
    const { page } = await openForm({}, '?lang=en');
    const live = formOf(page).locator('p[aria-live="polite"]');
    expect(await live.textContent()).toContain(en.elements.childUnknown);
    await check(page, en.field.acts, en.acts.send).check();
    await check(page, en.field.purposes, en.purposes.bride).check();
    await radio(page, en.field.childInvolved, en.child.no).check();
    expect(await live.textContent()).toContain('means (cara)');
    await radio(page, en.field.childInvolved, en.child.yes).check();
    expect(await live.textContent()).toContain(en.elements.completeChild);
  });
});

describe('axe finds nothing, and the form fits', () => {
  it.each([
    ['phone', ''],
    ['laptop', '?theme=night&lang=en'],
  ] as const)('%s %s', async (size, search) => {
    const { page } = await openForm({ viewport: SIZES[size] }, search);
    const texts = search === '' ? id : en;
    await radio(page, texts.field.precision, texts.ways.point).check();
    await page.getByLabel(texts.field.longitude).fill('116,83');
    await page.getByRole('button', { name: texts.save }).click();
    await page.getByTestId('fault-summary').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    if (size !== 'phone') return;
    const small = await formOf(page)
      .locator('button:visible, select, label:has(input[type="radio"], input[type="checkbox"]), input[type="text"]')
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.getBoundingClientRect().height < 44)
          .map((control) => control.textContent || control.id),
      );
    expect(small).toEqual([]);
  });
});
