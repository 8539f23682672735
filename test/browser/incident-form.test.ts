import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { formEn as en } from '../../client/i18n/incidents/form-en.ts';
import { formId as id } from '../../client/i18n/incidents/form-id.ts';
import { SIZES } from './driver.ts';
import { check, drafts, fillRest, formOf, formStage, radio } from './incident-form-driver.ts';

const { openForm } = formStage();

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
    // Year and day stay; source, stage and whether a child is involved: the second of each.
    await press('Tab', 'Tab', 'Tab', 'ArrowDown', 'Tab', 'ArrowDown', 'Tab', 'ArrowDown');
    // The first act; six acts, ten means; the first purpose; six purposes, seven channels; role; what is known.
    await press('Tab', 'Space', ...Array<string>(16).fill('Tab'), 'Space', ...Array<string>(13).fill('Tab'), 'Space');
    await press('Tab', 'Space');
    await page.getByRole('application').waitFor();
    // Past the list of kelurahan into the map.
    await press('Tab', 'Tab', '+', '+', '+', 'ArrowDown', 'Enter');
    await expect.poll(() => page.locator('[data-point="inside"]').count()).toBe(1);
    for (const name of [id.field.victims, id.field.suspects]) await radio(page, name, '1').press('Space');
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
    expect(await summary.getByRole('link').count()).toBe(8);
    await summary.getByRole('link', { name: new RegExp(id.field.victims) }).click();
    await expect
      .poll(() => radio(page, id.field.victims, '1').evaluate((element) => element === document.activeElement))
      .toBe(true);
    await radio(page, id.field.victims, '1').check();
    expect(await summary.getByRole('link').count()).toBe(7);
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
