import { expect, it } from 'vitest';
import { openTurns } from '../../../server/accounts/turns.ts';

it('two at once, some wait in their order, more are turned away', async () => {
  const turns = openTurns(2, 3);
  const done: number[] = [];
  let [now, most] = [0, 0];
  const work = (i: number) => async () => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    now -= 1;
    done.push(i);
    return i;
  };
  const answers = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((i) => turns.take(work(i))));
  expect(answers).toEqual([0, 1, 2, 3, 4, null, null]);
  expect([most, done]).toEqual([2, [0, 1, 2, 3, 4]]);
  expect(await turns.take(work(7))).toBe(7);
});

it('a work that fails gives its turn back', async () => {
  const turns = openTurns(1, 1);
  await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await turns.take(async () => 'yes')).toBe('yes');
});
