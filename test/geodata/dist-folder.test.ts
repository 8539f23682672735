import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Build } from '../../geodata/build.ts';
import { drift, writeDist } from '../../geodata/dist-folder.ts';
import { sha256 } from '../../geodata/sha256.ts';

function toy(editionId: string, evidence: string): Build {
  const head = JSON.stringify({ id: editionId, files: { 'evidence.json': sha256(evidence) } });
  const files = new Map([
    ['areas.json', '[]'],
    [`edition/${editionId}/evidence.json`, evidence],
    [`edition/${editionId}/edition.json`, head],
  ]);
  return { editionId, files, findings: [] };
}

let root: string;
const dist = () => join(root, 'dist');
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dist-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('writing dist', () => {
  it('leaves no drift and nothing beside it', () => {
    writeDist(toy('aaaaaaaa', '[1]'), dist());
    expect(drift(toy('aaaaaaaa', '[1]'), dist())).toEqual([]);
    expect(readdirSync(root)).toEqual(['dist']);
  });

  it('drops what the build does not make, but carries older editions over', () => {
    writeDist(toy('aaaaaaaa', '[1]'), dist());
    writeFileSync(join(dist(), 'old.json'), '{}');
    writeDist(toy('bbbbbbbb', '[2]'), dist());
    expect(existsSync(join(dist(), 'old.json'))).toBe(false);
    expect(readFileSync(join(dist(), 'edition/aaaaaaaa/evidence.json'), 'utf8')).toBe('[1]');
    expect(drift(toy('bbbbbbbb', '[2]'), dist())).toEqual([]);
  });

  it('leaves the old folder whole when it fails half way', () => {
    writeDist(toy('aaaaaaaa', '[1]'), dist());
    const files = new Map([
      ['areas.json', '[3]'],
      ['areas.json/inside', 'cannot be written below a file'],
    ]);
    expect(() => writeDist({ editionId: 'cccccccc', files, findings: [] }, dist())).toThrow();
    expect(drift(toy('aaaaaaaa', '[1]'), dist())).toEqual([]);
    expect(readdirSync(root)).toEqual(['dist']);
  });
});

describe('drift', () => {
  beforeEach(() => {
    writeDist(toy('aaaaaaaa', '[1]'), dist());
    writeDist(toy('bbbbbbbb', '[2]'), dist());
  });
  const found = () => drift(toy('bbbbbbbb', '[2]'), dist());

  it.each([
    [
      'a file changed by hand',
      () => writeFileSync(join(dist(), 'areas.json'), '[ ]'),
      'areas.json: differs from the build',
    ],
    ['a file lost', () => rmSync(join(dist(), 'areas.json')), 'areas.json: missing'],
    [
      'a file that nothing made',
      () => writeFileSync(join(dist(), 'extra.json'), '{}'),
      'extra.json: not made by the build',
    ],
    [
      'a stray file in the new edition',
      () => writeFileSync(join(dist(), 'edition/bbbbbbbb/x'), ''),
      'edition/bbbbbbbb/x: not made by the build',
    ],
    [
      'an older edition changed',
      () => writeFileSync(join(dist(), 'edition/aaaaaaaa/evidence.json'), '[9]'),
      'edition/aaaaaaaa/evidence.json: an older edition was changed',
    ],
    [
      'an older edition without its head',
      () => rmSync(join(dist(), 'edition/aaaaaaaa/edition.json')),
      'edition/aaaaaaaa: its edition.json is missing or unreadable',
    ],
  ])('finds %s', (_what, damage, line) => {
    expect(found()).toEqual([]);
    damage();
    expect(found()).toEqual([line]);
  });

  it('finds that there is no folder at all', () => {
    rmSync(dist(), { recursive: true });
    expect(found()).toEqual([
      'areas.json: missing',
      'edition/bbbbbbbb/evidence.json: missing',
      'edition/bbbbbbbb/edition.json: missing',
    ]);
    mkdirSync(dist());
  });
});
