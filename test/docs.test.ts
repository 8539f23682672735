import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { SETTING_NAMES } from '../server/env.ts';
import { ROUTES } from '../server/routes/table.ts';
import { COLLECTION_IDS } from '../server/services/collection.ts';
import { brokenLinks, commandsIn, isMentioned, withPlainParameters } from './house/documentation.ts';

function markdownBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return markdownBelow(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const PAGES = ['README.md', 'geodata/README.md', ...markdownBelow('docs')];
const TEXT_OF = new Map(PAGES.map((page) => [page, readFileSync(page, 'utf8')]));
const DOCS = [...TEXT_OF].filter(([page]) => page.startsWith('docs/')).map(([, text]) => text);
const scripts = z.parse(
  z.object({ scripts: z.record(z.string(), z.string()) }),
  JSON.parse(readFileSync('package.json', 'utf8')),
).scripts;

describe('the documentation', () => {
  it.each(SETTING_NAMES)('explains the setting %s', (name) => {
    expect(isMentioned(name, DOCS)).toBe(true);
  });

  it.each(ROUTES.map(({ path }) => path))('names the route %s', (path) => {
    expect(isMentioned(withPlainParameters(path), DOCS.map(withPlainParameters))).toBe(true);
  });

  it.each(COLLECTION_IDS)('describes the collection %s', (id) => {
    expect(isMentioned(`\`${id}\``, DOCS)).toBe(true);
  });

  it.each(PAGES)('%s names only commands that exist', (page) => {
    const unknown = commandsIn(TEXT_OF.get(page) ?? '').filter((command) => scripts[command] === undefined);
    expect(unknown).toEqual([]);
  });

  it.each(PAGES)('%s links only to what is there', (page) => {
    expect(brokenLinks(page, TEXT_OF.get(page) ?? '', existsSync)).toEqual([]);
  });

  it('names every command that a person may run', () => {
    const hooks = Object.keys(scripts).filter((name) => name.startsWith('pre') && scripts[name.slice(3)] !== undefined);
    const shown = new Set([...TEXT_OF.values()].flatMap(commandsIn));
    expect(Object.keys(scripts).filter((name) => !shown.has(name) && !hooks.includes(name))).toEqual([]);
  });
});

describe('the checks of the documentation can fail', () => {
  it('a name is not mentioned by a longer name, only by itself', () => {
    expect(isMentioned('HOST', ['set `HOST` to'])).toBe(true);
    expect(isMentioned('HOST', ['GHOST and HOSTNAME and MY_HOST'])).toBe(false);
    expect(isMentioned('/ogc/collections', ['`/ogc/collections/{id}`'])).toBe(false);
    expect(isMentioned('/ogc/collections', ['GET /ogc/collections, then'])).toBe(true);
  });
  it('a parameter may be written in either way', () => {
    expect(withPlainParameters('/ogc/:collectionId/items/{featureId}')).toBe('/ogc/{}/items/{}');
    expect(isMentioned('/a/{}', ['`/a/{}/items`'])).toBe(false);
  });
  it('commands are read from text and fences', () => {
    expect(commandsIn('run `npm run check`, then npm test, npm start; never npm install or npm ci')).toEqual([
      'check',
      'test',
      'start',
    ]);
  });
  it('a link to nothing is broken; addresses and anchors are not looked at', () => {
    const text = '[a](gone.md) [b](../there.md#part) [c](https://example.org) [d](#part) ![e](picture.png)';
    const exists = (path: string) => path === 'there.md';
    expect(brokenLinks('docs/page.md', text, exists)).toEqual(['docs/gone.md', 'docs/picture.png']);
  });
});
