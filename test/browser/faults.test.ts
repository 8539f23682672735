import { describe, expect, it } from 'vitest';
import { id } from '../../client/i18n/id.ts';
import { launchChromium } from '../running/chromium.ts';
import { startServer } from '../running/server.ts';
import { openDriver } from './driver.ts';
import { stage } from './stage.ts';

describe('without WebGL', () => {
  const { reader, url } = stage({ webgl: false });

  it('draws the map as SVG beside the same list, with a note', async () => {
    const driver = await reader();
    const { page } = driver;
    await page.goto(`${url()}/`);
    await page.getByTestId('still-map').getByText(id.state.noWebGl).waitFor();
    await page.getByTestId('map-status').getByText(id.state.noWebGl).waitFor({ state: 'attached' });
    expect(await driver.list()).toHaveLength(6);
    const areas = page.getByTestId('map-page').locator('main svg [data-code]');
    expect(await areas.count()).toBe(6);
    await areas.first().click();
    await driver.drawer().waitFor();
  });
});

describe('when the server is gone', () => {
  it('says what failed and offers to try again', async () => {
    const server = await startServer();
    const browser = await launchChromium();
    try {
      const driver = await openDriver(browser, server.url);
      await driver.page.route('**/ogc/collections/evidence/**', (route) => route.abort());
      await driver.page.goto(`${server.url}/`);
      await driver.page.getByText(id.state.errorTitle).waitFor();
      await driver.page.unroute('**/ogc/collections/evidence/**');
      await driver.page.getByRole('button', { name: id.state.retry }).click();
      await driver.painted();
      expect(await driver.list()).toHaveLength(6);
    } finally {
      await browser.close();
      await server.stop();
    }
  });
});

describe('addresses that are wrong', () => {
  const { reader, url } = stage();

  it('a view that makes no sense opens the default view', async () => {
    const driver = await reader();
    await driver.visit('?level=galaxy&layer=crime&w=0-0&area=99.99');
    expect(await driver.list()).toHaveLength(6);
  });

  it('a page that does not exist says so and leads back', async () => {
    const browser = await launchChromium();
    try {
      const driver = await openDriver(browser, url());
      await driver.page.goto(`${url()}/tidak-ada`);
      await driver.page.getByText(id.state.notFoundTitle).waitFor();
      await driver.page.getByRole('button', { name: id.state.backToMap }).click();
      await driver.painted();
      expect(await driver.list()).toHaveLength(6);
    } finally {
      await browser.close();
    }
  });
});
