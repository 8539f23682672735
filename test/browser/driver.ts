import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { id } from '../../client/i18n/id.ts';
import '../../client/map/map-probe.ts';

export const SIZES = {
  desk: { width: 1440, height: 900 },
  laptop: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

export interface Driver {
  readonly page: Page;
  /** Opens the map page with a view in the address and waits until the map is painted. */
  visit(search?: string): Promise<void>;
  painted(): Promise<void>;
  /** Colour of the map at a place, as `#rrggbb`. */
  colourAt(longitude: number, latitude: number): Promise<string>;
  chooseLayer(name: string): Promise<void>;
  chooseLevel(name: string): Promise<void>;
  officialOnly(on: boolean): Promise<void>;
  setWeight(factor: string, value: number): Promise<void>;
  showTraining(): Promise<void>;
  choose(group: string, option: string): Promise<void>;
  openArea(name: string): Promise<void>;
  drawer(): Locator;
  legend(): Promise<
    readonly { readonly key: string; readonly text: string; readonly count: number; readonly fill: string }[]
  >;
  /** Rows of the list in order: area code and the text of each cell. */
  list(): Promise<readonly { readonly code: string; readonly cells: readonly string[] }[]>;
  /** What went wrong so far: console errors, page errors, requests that left the origin or failed. */
  faults(): readonly string[];
  /** Forgets the faults that the test brought about on purpose; throws when there was none. */
  expectFault(pattern: RegExp): void;
  close(): Promise<void>;
}

/** A reader of the page, in the words of the page (Indonesian). */
export async function openDriver(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Driver> {
  const context = await browser.newContext({ viewport: SIZES.laptop, locale: 'id-ID', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  page.on('request', (request) => {
    const target = request.url();
    if (!target.startsWith(`${url}/`) && !/^(data|blob):/.test(target)) faults.push(`left the origin: ${target}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  const painted = async () => {
    await page.locator('[data-map-state="idle"]').waitFor({ timeout: 60_000 });
  };
  const disclosure = async (title: string) => {
    const details = page.locator('details', { has: page.getByRole('heading', { name: title, exact: true }) });
    if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
    return details;
  };
  return {
    page,
    painted,
    visit: async (search = '') => {
      await page.goto(`${url}/${search}`);
      await painted();
    },
    colourAt: async (longitude, latitude) => {
      await painted();
      const at = [longitude, latitude] as const;
      const colour = await page.evaluate(([x, y]) => window.__petarawanMap?.colourAt(x, y), at);
      if (colour === undefined) throw new Error('the map has no probe');
      return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
    },
    chooseLayer: async (name) => {
      await page.getByLabel(id.layer.label).selectOption({ label: name });
      await painted();
    },
    chooseLevel: async (name) => {
      await page.getByRole('radio', { name, exact: true }).check({ force: true });
      await painted();
    },
    officialOnly: async (on) => {
      await page.getByRole('checkbox', { name: id.grade.switch }).setChecked(on);
      await painted();
    },
    setWeight: async (factor, value) => {
      await disclosure(id.weights.title);
      await page.getByRole('slider', { name: factor, exact: false }).fill(String(value));
      await painted();
    },
    showTraining: async () => {
      await disclosure(id.incidents.title);
      await page.getByRole('checkbox', { name: id.incidents.show }).check();
      await painted();
    },
    choose: async (group, option) => {
      await page
        .getByRole('group', { name: group })
        .getByRole('radio', { name: option, exact: true })
        .check({ force: true });
      await painted();
    },
    openArea: async (name) => {
      await page.locator('tr[data-code]').getByRole('button', { name, exact: true }).click();
    },
    drawer: () => page.getByTestId('area-drawer'),
    legend: () =>
      page
        .getByTestId('legend-classes')
        .locator('li')
        .evaluateAll((items) =>
          items.map((item) => ({
            key: (item as HTMLElement).dataset.key ?? '',
            text: item.textContent ?? '',
            count: Number.parseInt(item.lastElementChild?.textContent ?? '', 10),
            fill: item.querySelector('rect')?.getAttribute('fill') ?? '',
          })),
        ),
    list: () =>
      page.locator('tr[data-code]').evaluateAll((rows) =>
        rows.map((row) => ({
          code: (row as HTMLElement).dataset.code ?? '',
          cells: [...row.children].map((cell) => cell.textContent ?? ''),
        })),
      ),
    faults: () => faults,
    expectFault: (pattern) => {
      const others = faults.filter((fault) => !pattern.test(fault));
      if (others.length === faults.length) throw new Error(`no fault like ${pattern} among: ${faults.join('; ')}`);
      faults.splice(0, faults.length, ...others);
    },
    close: () => context.close(),
  };
}
