import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { id } from '../../client/i18n/id.ts';
import { THEMES } from '../../client/map/theme.ts';
import { evidenceSchema } from '../../domain/evidence.ts';
import { METHOD_V1 } from '../../domain/method.ts';
import { assess, compareAssessments, factorsInUse } from '../../domain/risk/assess.ts';
import { readAll } from '../../domain/risk/read.ts';
import { stage } from './stage.ts';

const { reader } = stage();

/** The engine's own answer for weights that the page shows as `weight` of 10 on one factor, the others at 5. */
function engine(weights: Partial<typeof METHOD_V1.weights>) {
  const evidence = z.array(evidenceSchema).parse(JSON.parse(readFileSync('geodata/dist/evidence.json', 'utf8')));
  const areas = ['01', '02', '03', '04', '05', '06'].map((n) => ({
    code: `64.71.${n}`,
    name: n,
    level: 'kecamatan' as const,
    parentCode: '64.71',
    validFrom: null,
    validTo: null,
  }));
  const readings = readAll(areas, evidence, { minimumGrade: 'C', asOf: '2026-11-24' });
  const five = Object.fromEntries(
    Object.keys(METHOD_V1.weights).map((factor) => [factor, 5]),
  ) as typeof METHOD_V1.weights;
  const method = { ...METHOD_V1, weights: { ...five, ...weights } };
  return [...assess(readings, method, factorsInUse(readings.values())).values()].sort(compareAssessments);
}

const comma = (value: number) => (Math.round(value * 10) / 10).toFixed(1).replace('.', ',');

describe('a weight', () => {
  it('moved changes points, classes and order as the engine says, without a request', async () => {
    const driver = await reader();
    await driver.visit();
    // At rest the page asks who is signed in and fetches the print sheet; what the slider asks is counted from then on.
    await driver.page.waitForFunction(() => {
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
      return ['/api/session', '/assets/print-sheet-'].every((part) => loaded.some((name) => name.includes(part)));
    });
    await driver.page.waitForLoadState('networkidle');
    const requests: string[] = [];
    driver.page.on('request', (request) => requests.push(request.url()));
    await driver.setWeight(id.factor.nature_tourism, 10);
    await driver.setWeight(id.factor.ikn_gateway, 0);
    await driver.setWeight(id.factor.trade, 0);
    const wanted = engine({ nature_tourism: 10, ikn_gateway: 0, trade: 0 });
    const list = await driver.list();
    expect(list.map((row) => row.code)).toEqual(wanted.map((assessment) => assessment.code));
    for (const [i, assessment] of wanted.entries()) {
      if (assessment.status !== 'scored') continue;
      expect(list[i]?.cells.join(' ')).toContain(`${comma(assessment.score.low)}–${comma(assessment.score.high)}`);
    }
    expect(wanted.map((a) => a.code)).not.toEqual(engine({}).map((a) => a.code));
    const legend = Object.fromEntries((await driver.legend()).map((entry) => [entry.key, entry.count]));
    const count = (name: string) => wanted.filter((a) => a.status === 'scored' && a.class === name).length;
    expect(legend).toMatchObject({ indexHigh: count('high'), indexMedium: count('medium'), indexLow: count('low') });
    // Chromium asks for the icon of the tab again with every new address; its copy never goes stale.
    expect(requests.filter((url) => !/^(data|blob):|\/favicon-/.test(url))).toEqual([]);
    expect(driver.page.url()).toMatch(/w=/);
  });

  it('repaints the map', async () => {
    const driver = await reader();
    await driver.visit();
    const timur = [116.96, -1.16] as const;
    const seen = async () => {
      const found = new Set<string>();
      for (let i = 0; i < 12; i += 1) found.add(await driver.colourAt(timur[0] + i * 0.0007, timur[1] + i * 0.0011));
      return found;
    };
    expect(await seen()).toContain(THEMES.day.indexMedium);
    await driver.setWeight(id.factor.rdmp_workers, 0);
    expect(engine({ rdmp_workers: 0 }).find((a) => a.code === '64.71.01')?.status).toBe('insufficient');
    const after = await seen();
    expect(after).not.toContain(THEMES.day.indexMedium);
    expect(after).toContain(THEMES.day.insufficient);
  });

  it('all at 0 is refused in words, and the map stays as it was', async () => {
    const driver = await reader();
    await driver.visit();
    for (const factor of Object.values(id.factor).slice(0, 6)) await driver.setWeight(factor, 0);
    await expect.poll(() => driver.page.getByText(id.weights.allZero).isVisible()).toBe(true);
    await driver.page.getByRole('button', { name: id.weights.equal }).click();
    await driver.painted();
    expect((await driver.list()).map((row) => row.code)).toEqual(engine({}).map((a) => a.code));
  });
});
