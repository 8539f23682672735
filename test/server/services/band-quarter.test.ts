import { describe, expect, it } from 'vitest';
import { bandReleases } from '../../../server/services/band-release.ts';
import { count, FRAME, frameOf, service, TWO_YEARS } from './band-service.ts';

describe('within a calendar quarter', () => {
  const one = (n: number) => [count('64.71.05', 2026, n)];

  it('whoever asks at each case from 0 to 30 gets one table, and no count is looked at', async () => {
    const { ask, next, ledger, looks, judged } = service();
    const first = await ask(FRAME, []);
    const before = [looks(), judged()];
    for (let n = 0; n <= 30; n += 1) expect((await ask(FRAME, one(n))).shown).toBe(ledger[0]);
    expect([looks(), judged()]).toEqual(before);
    const second = await next(FRAME, one(30));
    expect(second.shown?.table).not.toBe(first.shown?.table);
    for (let n = 30; n >= 0; n -= 1) expect((await ask(FRAME, one(n))).shown).toBe(ledger[1]);
  });

  it('begins at midnight of the city', async () => {
    const { ask, setClock, ledger } = service();
    setClock('2026-09-30T15:59:59Z');
    await ask(FRAME, []);
    setClock('2026-09-30T16:00:00Z');
    expect((await ask(FRAME, one(25))).verdict.outcome).toBe('released');
    expect(ledger).toHaveLength(2);
  });

  it.each(['2026-11-23T08:00:00Z', '2026-08-24T08:00:00Z', '2020-01-01T00:00:00Z'])(
    'a clock put back to %s makes no release',
    async (earlier) => {
      const { ask, setClock, ledger } = service();
      await ask(FRAME, []);
      setClock(earlier);
      expect((await ask(FRAME, one(25))).shown).toBe(ledger[0]);
      expect(ledger).toHaveLength(1);
    },
  );

  it('two first readers at once make one release, in one server and in two', async () => {
    const { ask, parts, ledger } = service();
    const neighbour = bandReleases(parts);
    const found = await Promise.all([
      ask(FRAME, one(3)),
      ask(FRAME, one(25)),
      neighbour.ofQuarter(FRAME, async () => one(25)),
    ]);
    expect(ledger).toHaveLength(1);
    expect(new Set(found.map(({ shown }) => shown?.hash))).toEqual(new Set([ledger[0]?.hash]));
  });
});

describe('a release by hand', () => {
  const many = [count('64.71.05', 2026, 25)];
  const more = [...many, count('64.71.01', 2026, 25)];

  it('shows a first import at once, with who and why, and not again within 24 hours', async () => {
    const { ask, byHand, setClock, lines, ledger } = service();
    await ask(FRAME, []);
    expect(await byHand(FRAME, many)).toEqual({ outcome: 'released' });
    expect((await ask(FRAME, more)).shown).toBe(ledger[1]);
    expect(lines.at(-1)).toMatchObject({
      action: 'bands_released_by_hand',
      subject: 'bands/exploitation',
      userId: 'u1',
      role: 'satgas',
      detail: { reason: 'first_import', seq: 2, hash: ledger[1]?.hash },
    });
    setClock('2026-11-25T07:59:59Z');
    expect(await byHand(FRAME, more)).toEqual({ outcome: 'too_soon', again: '2026-11-25T08:00:00.000Z' });
    expect(await byHand(frameOf('transit'), []), 'another role').toEqual({ outcome: 'released' });
    setClock('2026-11-25T08:00:00Z');
    expect(await byHand(FRAME, more)).toEqual({ outcome: 'released' });
  });

  it('says that nothing changed, and what was held back with its cells', async () => {
    const { ask, byHand, ledger, lines } = service();
    await ask(TWO_YEARS, []);
    expect(await byHand(TWO_YEARS, [count('64.71.05', 2026, 9)])).toEqual({ outcome: 'unchanged' });
    const verdict = await byHand(TWO_YEARS, [count('64.71.05', 2026, 6), count('64.71.05', 2027, 6)]);
    expect(verdict.outcome).toBe('refused');
    expect(lines.at(-1)).toMatchObject({ action: 'bands_refused', userId: 'u1' });
    expect(ledger).toHaveLength(1);
    expect(await byHand(TWO_YEARS, many), 'neither counts as one').toEqual({ outcome: 'released' });
  });

  it('pressed twice at once releases once', async () => {
    const { ask, byHand, ledger } = service();
    await ask(FRAME, []);
    const found = await Promise.all([byHand(FRAME, many), byHand(FRAME, more)]);
    expect(found.map(({ outcome }) => outcome).sort()).toEqual(['released', 'too_soon']);
    expect(ledger).toHaveLength(2);
  });
});
