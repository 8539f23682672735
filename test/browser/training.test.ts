import { describe, expect, it } from 'vitest';
import { id } from '../../client/i18n/id.ts';
import { stage } from './stage.ts';

const { reader } = stage();

describe('the training overlay', () => {
  it('is off until asked for: nothing is fetched and nothing is stamped', async () => {
    const driver = await reader();
    const requests: string[] = [];
    driver.page.on('request', (request) => requests.push(request.url()));
    await driver.visit();
    expect(requests.filter((url) => url.includes('training'))).toEqual([]);
    expect(await driver.page.getByText(id.incidents.stamp, { exact: true }).count()).toBe(0);
  });

  it('is on by one click, stamped, and counts what has no place on the map', async () => {
    const driver = await reader();
    await driver.visit();
    const before = await driver.page.screenshot();
    await driver.showTraining();
    await expect.poll(() => driver.page.getByText(id.incidents.stamp, { exact: true }).first().isVisible()).toBe(true);
    const count = async (name: string) => {
      const row = driver.page.getByTestId('incident-counts').locator('div', { hasText: name });
      return Number((await row.locator('dd').innerText()).replace('.', ''));
    };
    expect(await count(id.incidents.unmapped)).toBeGreaterThan(0);
    expect(await count(id.incidents.mapped)).toBeGreaterThan(0);
    expect((await driver.page.screenshot()).equals(before)).toBe(false);
  });

  it('takes the colours of the index off the map: they would read as proof of it', async () => {
    const driver = await reader();
    await driver.visit();
    const classes = () => driver.page.getByTestId('legend-classes').count();
    expect(await classes()).toBe(1);
    await driver.showTraining();
    await expect.poll(classes).toBe(0);
    const badge = driver.page.locator('p[aria-hidden] b', { hasText: id.map.trainingTitle });
    expect(await badge.count()).toBe(1);
    await driver.page.getByText(id.legend.plain.replace('{{layer}}', id.layer.index)).first().waitFor();
  });

  it.each(Object.values(id.incidents.modes))('draws %s', async (mode) => {
    const driver = await reader();
    await driver.visit();
    await driver.showTraining();
    await driver.choose(id.incidents.mode, mode);
    expect(await driver.page.getByText(id.incidents.refused).count()).toBe(0);
  });

  it('refuses a heat map of a handful, and says why', async () => {
    const driver = await reader();
    await driver.visit();
    await driver.showTraining();
    await driver.choose(id.incidents.mode, id.incidents.modes.heat);
    await driver.page.getByLabel(id.incidents.window).selectOption({ label: id.incidents.windows.w1 });
    await expect.poll(() => driver.page.getByText(id.incidents.refused).isVisible()).toBe(true);
    expect(await driver.page.getByText(/perlu paling sedikit 30/).count()).toBe(1);
  });

  it('changes no byte of the districts', async () => {
    const driver = await reader();
    await driver.visit();
    const before = await driver.list();
    await driver.showTraining();
    expect(await driver.list()).toEqual(before);
  });
});
