import { describe, expect, it } from 'vitest';
import { id } from '../../client/i18n/id.ts';
import { THEMES } from '../../client/map/theme.ts';
import { stage } from './stage.ts';

const { reader } = stage();
const { day, night } = THEMES;

/** Places well inside a district, away from labels, borders and hatches would be luck: see `colours`. */
const INSIDE = {
  barat: [116.79, -1.1],
  utara: [116.88, -1.12],
  timur: [116.96, -1.16],
  selatan: [116.9, -1.235],
} as const;

/** Colours of a patch: the hatch covers a part of it, the class colour shows between the lines. */
async function colours(at: (x: number, y: number) => Promise<string>, [x, y]: readonly [number, number]) {
  const found = new Set<string>();
  for (let dx = 0; dx < 4; dx += 1)
    for (let dy = 0; dy < 4; dy += 1) found.add(await at(x + dx * 0.0011, y + dy * 0.0013));
  return found;
}

describe('the choropleth', () => {
  it('paints each district in the colour of its class, by day and by night', async () => {
    for (const [name, theme] of [
      ['', day],
      ['?theme=night', night],
    ] as const) {
      const driver = await reader();
      await driver.visit(name);
      expect(await colours(driver.colourAt, INSIDE.barat)).toContain(theme.indexHigh);
      expect(await colours(driver.colourAt, INSIDE.utara)).toContain(theme.indexHigh);
      expect(await colours(driver.colourAt, INSIDE.timur)).toContain(theme.indexMedium);
      expect(await colours(driver.colourAt, INSIDE.selatan)).toContain(theme.indexHigh);
    }
  });

  it('never gives an unknown kelurahan a colour of the ramp', async () => {
    const driver = await reader();
    await driver.visit();
    await driver.chooseLevel(id.level.kelurahan);
    // Kariangau knows one factor of six, too little for a score.
    const found = await colours(driver.colourAt, INSIDE.barat);
    for (const ramp of [day.indexLow, day.indexMedium, day.indexHigh]) expect(found).not.toContain(ramp);
  });

  it('legend equals list equals map', async () => {
    const driver = await reader();
    await driver.visit();
    const legend = await driver.legend();
    const counts = Object.fromEntries(legend.map((entry) => [entry.key, entry.count]));
    expect(counts).toEqual({
      indexLow: 0,
      indexMedium: 2,
      indexHigh: 4,
      insufficient: 0,
      notAssessed: 0,
      suppressed: 0,
    });
    expect(legend.find((entry) => entry.key === 'indexHigh')?.fill).toBe(day.indexHigh);
    const list = await driver.list();
    expect(list.map((row) => row.code)).toEqual([
      '64.71.02',
      '64.71.05',
      '64.71.03',
      '64.71.06',
      '64.71.01',
      '64.71.04',
    ]);
    expect(list.map((row) => row.cells[0])).toEqual(['1–6', '1–6', '1–6', '1–6', '1–6', '1–6']);
    expect(list[0]?.cells.join(' ')).toContain('5,0–9,6');
  });

  it('at kelurahan shows one score, fourteen with too little, nineteen not assessed', async () => {
    const driver = await reader();
    await driver.visit();
    await driver.chooseLevel(id.level.kelurahan);
    const counts = Object.fromEntries((await driver.legend()).map((entry) => [entry.key, entry.count]));
    expect(counts).toMatchObject({ insufficient: 14, notAssessed: 19, suppressed: 0 });
    expect((counts.indexLow ?? 0) + (counts.indexMedium ?? 0) + (counts.indexHigh ?? 0)).toBe(1);
    const list = await driver.list();
    expect(list).toHaveLength(34);
    // The only scored kelurahan has no rank: no podium of one.
    expect(list[0]?.cells[0]).toBe('—');
  });

  it('paints single factors, coverage and the police statement with colours of their own', async () => {
    const driver = await reader();
    await driver.visit();
    await driver.chooseLayer(id.factor.inter_provincial_access);
    expect(await colours(driver.colourAt, INSIDE.barat)).toEqual(new Set([day.factorPrincipal]));
    await driver.chooseLayer(id.layer.police);
    expect(await colours(driver.colourAt, INSIDE.barat)).toEqual(new Set([day.policeAccessTourism]));
    expect(await colours(driver.colourAt, INSIDE.selatan)).toEqual(new Set([day.policeEntertainmentTrade]));
    expect(await colours(driver.colourAt, INSIDE.utara)).toEqual(new Set([day.policeNotMentioned]));
    const source = driver.page.getByRole('link', { name: /Supervisi dan sosialisasi Gugus Tugas/ });
    expect(await source.getAttribute('href')).toBe('https://berandapost.com/?p=12991');
    await driver.chooseLayer(id.layer.coverage);
    expect(await colours(driver.colourAt, INSIDE.barat)).toEqual(new Set([day.coverageFourth]));
  });

  it('official statements alone say what changes', async () => {
    const driver = await reader();
    await driver.visit();
    const before = await driver.list();
    await driver.officialOnly(true);
    const after = await driver.list();
    expect(after).not.toEqual(before);
    await expect.poll(() => driver.page.getByText(id.grade.changes).isVisible()).toBe(true);
  });
});
