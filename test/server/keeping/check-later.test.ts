import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkLater } from '../../../server/keeping/check-later.ts';
import { type KeepingFolder, keepingFolder, log } from './keeping-store.ts';

let folder: KeepingFolder;
beforeEach(() => {
  folder = keepingFolder();
});
afterEach(() => folder.remove());

async function said(limit: number): Promise<readonly string[]> {
  const lines: string[] = [];
  const note = (level: string) => (_: object, text: string) => lines.push(`${level}: ${text}`);
  await checkLater(folder.databasePath, { info: note('info'), error: note('error') } as never, limit);
  return lines;
}

it('a large file is read whole beside the server, and a damage is an error in the log', async () => {
  const store = await folder.open();
  await log(store, 300);
  expect(await said(0)).toEqual([expect.stringMatching(/^info: .* is whole/)]);
  await store.close();
  const bytes = readFileSync(folder.databasePath);
  for (let page = 10; page < bytes.length / 4096; page += 1) bytes.fill(0x5a, page * 4096, (page + 1) * 4096);
  writeFileSync(folder.databasePath, bytes);
  expect(await said(0)).toEqual([expect.stringMatching(/^error: THE STORE IS DAMAGED/)]);
});

it('a small one was read at the start', async () => {
  await folder.open();
  expect(await said(1_000_000)).toEqual([]);
});
