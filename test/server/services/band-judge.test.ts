import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bandTable } from '../../../domain/privacy/band-table.ts';
import { EXTERNAL_FACTS, factStatements } from '../../../domain/privacy/external-facts.ts';
import { releasedCells } from '../../../domain/privacy/release.ts';
import { judgeInThread } from '../../../server/services/band-judge.ts';
import { judgeHere } from '../fixture/judge-here.ts';

const AREAS = ['64.71.01', '64.71.02', '64.71.03', '64.71.04', '64.71.05', '64.71.06'];
const tableOf = (counts: readonly (readonly [number, number])[], years = [2026, 2027]) => ({
  cells: releasedCells(
    bandTable(
      { placeRole: 'exploitation', areaCodes: AREAS, years },
      counts.map(([year, count]) => ({ areaCode: '64.71.05', year, count })),
    ),
  ),
});
const facts = factStatements(EXTERNAL_FACTS, AREAS);

describe('judgeInThread', () => {
  it.each([
    ['passes', [[2026, 25]] as const],
    [
      'refuses',
      [
        [2026, 6],
        [2027, 6],
      ] as const,
    ],
  ])('%s what the same audit here does', async (_what, counts) => {
    const input = { ledger: [tableOf([])], candidate: tableOf(counts), facts };
    expect(await judgeInThread(input)).toEqual(await judgeHere(input));
  });

  it('holds back what does not end in time, and ends the thread', async () => {
    expect(await judgeInThread({ ledger: [], candidate: tableOf([]), facts }, 1)).toEqual({ ok: false, cells: [] });
  });

  it('says that a table contradicts itself', async () => {
    const [first] = tableOf([]).cells;
    if (first === undefined) throw new Error('no cell');
    const candidate = { cells: [first, { ...first, low: 11, high: null }] };
    await expect(judgeInThread({ ledger: [], candidate, facts })).rejects.toThrow('contradicts itself');
  });
});

/** Every file that a module of the server loads with itself, types aside. */
function loadedWith(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm,
  )) {
    loadedWith(new URL(path, `file://${file}`).pathname, found);
  }
  return found;
}

it('no solver is loaded in the thread that answers', () => {
  const root = new URL('../../../', import.meta.url).pathname;
  const solvers = [...loadedWith(`${root}server/services/band-judge.ts`), ...loadedWith(`${root}server/main.ts`)]
    .filter((file) => readFileSync(file, 'utf8').includes("from 'javascript-lp-solver'"))
    .map((file) => file.slice(root.length));
  expect(solvers).toEqual([]);
  expect(loadedWith(`${root}server/band-judge-thread.ts`)).toContain(`${root}server/services/integer-solver.ts`);
});
