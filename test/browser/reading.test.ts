import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { en } from '../../client/i18n/en.ts';
import { id } from '../../client/i18n/id.ts';
import { SIZES } from './driver.ts';
import { stage } from './stage.ts';

const { reader, url } = stage({ settings: { CONTACT: 'peta@example.org' } });

describe('one district', () => {
  it('opens from the list with sentence, factors, evidence, actions and facts, and stays in the address', async () => {
    const driver = await reader();
    await driver.visit();
    await driver.openArea('Balikpapan Barat');
    const drawer = driver.drawer();
    const text = await drawer.innerText();
    expect(text).toContain('sedang–tinggi');
    expect(text).toContain('5,0–9,6');
    expect(text).toContain(id.drawer.factorUnknown);
    expect(text).toContain('98.575');
    expect(text).toContain('peta@example.org');
    expect(await drawer.getByText(id.drawer.wrong).count()).toBe(1);
    const links = await drawer
      .locator('a[target=_blank]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('rel') ?? ''));
    expect(links.length).toBeGreaterThan(5);
    for (const rel of links) expect(rel).toContain('noopener');
    await driver.page.reload();
    await driver.painted();
    expect(await driver.drawer().innerText()).toContain('Balikpapan Barat');
  });

  it('shows a lowering row with what it contradicts', async () => {
    const driver = await reader();
    await driver.visit('?area=64.71.02');
    await driver
      .drawer()
      .locator('details')
      .evaluateAll((all) => {
        for (const details of all) (details as HTMLDetailsElement).open = true;
      });
    const text = await driver.drawer().innerText();
    expect(text).toMatch(/EV056/);
    expect(text).toMatch(/Bertentangan dengan: .*EV/);
  });
});

describe('language', () => {
  it('turns every text to English and back, and the address remembers', async () => {
    const driver = await reader();
    await driver.visit();
    expect(await driver.page.locator('html').getAttribute('lang')).toBe('id');
    await driver.page.getByRole('button', { name: id.app.english }).click();
    await driver.painted();
    expect(await driver.page.locator('html').getAttribute('lang')).toBe('en');
    const text = await driver.page.locator('body').innerText();
    expect(text).toContain(en.legend.notCount);
    expect(text).not.toContain(id.legend.notCount);
    expect(text).toContain('5.0–9.6');
    // The address follows a moment after the page.
    await driver.page.waitForURL(/[?&]lang=en/);
    await driver.page.reload();
    await driver.painted();
    expect(await driver.page.locator('html').getAttribute('lang')).toBe('en');
  });
});

describe('with a screen reader', () => {
  it('is told when the map is there, and what a layer or a weight makes of it, once each', async () => {
    const driver = await reader();
    await driver.page.goto(url());
    const status = driver.page.getByTestId('map-status');
    const said: string[] = [];
    const isSaid = async (text: RegExp): Promise<void> => {
      await expect.poll(async () => (await status.textContent())?.trim(), { timeout: 20_000 }).toMatch(text);
      said.push((await status.textContent()) ?? '');
    };
    await isSaid(new RegExp(`^${id.state.loadingMap}$`));
    await isSaid(/^Peta siap\. Indeks kerawanan, Kecamatan\. sedang: 2 wilayah; tinggi: 4 wilayah\.$/);
    await driver.chooseLayer(id.layer.coverage);
    await isSaid(/^Kelengkapan data, Kecamatan\./);
    await driver.chooseLayer(id.layer.index);
    await isSaid(/^Indeks kerawanan, Kecamatan\./);
    await driver.setWeight(id.factor.trade, 6);
    await isSaid(/^Bobot diubah; peta dan daftar dihitung ulang\. Indeks kerawanan, Kecamatan\./);
    // The same outcome again is a change of the text, or it would not be read out.
    const before = said.at(-1);
    await driver.setWeight(id.factor.trade, 7);
    await expect.poll(() => status.textContent(), { timeout: 20_000 }).not.toBe(before);
    await isSaid(/^Bobot diubah;/);
  });
});

describe('with a keyboard alone', () => {
  it('skips to the list, opens a district, reads it and comes back', async () => {
    const driver = await reader();
    await driver.visit();
    const { keyboard } = driver.page;
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    const page = await driver.page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
    expect(page[0], 'the page is as high as the window').toBe(page[1]);
    let name = '';
    for (let step = 0; step < 12 && !name.startsWith('Balikpapan'); step += 1) {
      await keyboard.press('Tab');
      name = await driver.page.evaluate(() => document.activeElement?.textContent ?? '');
    }
    expect(name).toBe('Balikpapan Barat');
    await keyboard.press('Enter');
    await driver.drawer().waitFor();
    expect(await driver.page.evaluate(() => document.activeElement?.textContent)).toBe('Balikpapan Barat');
    await keyboard.press('Escape');
    await driver.drawer().waitFor({ state: 'detached' });
    expect(await driver.page.evaluate(() => document.activeElement?.textContent)).toBe('Balikpapan Barat');
  });

  it('every step has a visible focus', async () => {
    const driver = await reader();
    await driver.visit();
    for (let step = 0; step < 20; step += 1) {
      await driver.page.keyboard.press('Tab');
      const outlined = await driver.page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) return true;
        const visible = (element: Element) => {
          const style = getComputedStyle(element);
          return (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none';
        };
        // a radio is drawn by the span behind it
        return visible(focused) || (focused.nextElementSibling !== null && visible(focused.nextElementSibling));
      });
      const what = await driver.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
      expect(outlined, what).toBe(true);
    }
  });
});

describe('on a phone', () => {
  it('shows map, legend, list and a sheet by thumb, without sideways scrolling', async () => {
    const driver = await reader({ viewport: SIZES.phone, hasTouch: true, isMobile: true });
    await driver.visit();
    const { page } = driver;
    const tabs = page.getByRole('navigation', { name: id.tabs.label });
    await tabs.getByRole('button', { name: id.tabs.list }).tap();
    await driver.openArea('Balikpapan Kota');
    await driver.drawer().waitFor();
    const sheet = await driver.drawer().boundingBox();
    expect(sheet?.width).toBeGreaterThanOrEqual(380);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBe(0);
    for (const button of await tabs.getByRole('button').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
    }
  });
});

describe('axe finds no serious violation', () => {
  const views = [
    ['map by day', '/'],
    ['map by night, English', '/?theme=night&lang=en'],
    ['a district', '/?area=64.71.02'],
    ['kelurahan', '/?level=kelurahan'],
    ['data page', '/data'],
    ['data page by night', '/data?theme=night'],
  ] as const;
  it.each(views)('%s', async (_name, path) => {
    const driver = await reader();
    await driver.page.goto(url() + path);
    if (path.startsWith('/data')) await driver.page.getByRole('heading', { level: 1 }).waitFor();
    else await driver.painted();
    const { violations } = await new AxeBuilder({ page: driver.page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id: rule, nodes }) => [rule, nodes.map((node) => node.html)])).toEqual([]);
  });
});
