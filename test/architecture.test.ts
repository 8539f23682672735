import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFaults } from './house/import-faults.ts';
import { importsOf } from './house/imports-of.ts';
import { purityFaults } from './house/purity-faults.ts';
import { sourceFiles } from './house/source-files.ts';
import { drawerFault, sizeFault, topLevelFault } from './house/tree-faults.ts';

const FILES = sourceFiles();
const isFault = (fault: string | null): fault is string => fault !== null;
const file = (path: string, text: string) => ({ path, text });

describe('the house as it stands', () => {
  it('has files in every room', () => {
    for (const room of ['client', 'domain', 'geodata', 'scripts', 'server', 'test']) {
      expect(FILES.filter(({ path }) => path.startsWith(`${room}/`)).length, room).toBeGreaterThan(0);
    }
  });

  it('keeps the import table', () => {
    expect(FILES.flatMap(importFaults)).toEqual([]);
  });

  it('keeps domain/ pure', () => {
    expect(FILES.filter(({ path }) => path.startsWith('domain/')).flatMap(purityFaults)).toEqual([]);
  });

  it('keeps files under the size stop', () => {
    expect(FILES.map(sizeFault).filter(isFault)).toEqual([]);
  });

  it('has no drawers', () => {
    expect(FILES.map(({ path }) => drawerFault(path)).filter(isFault)).toEqual([]);
  });

  it('has nothing at the root that nobody decided on', () => {
    const ignored = new Set(
      readFileSync('.gitignore', 'utf8')
        .split('\n')
        .map((line) => line.replaceAll('/', '')),
    );
    const entries = readdirSync('.').filter(
      (entry) => !ignored.has(entry) && !/^\.(git|idea|vscode)$|\.log$/.test(entry),
    );
    expect(entries.map(topLevelFault).filter(isFault)).toEqual([]);
  });
});

describe('imports are seen in every form', () => {
  it.each([
    ["import { a } from '../server/a.ts';", 'server/a.ts', false],
    ["import '../server/a.ts';", 'server/a.ts', false],
    ["import type { A } from '../server/a.ts';", 'server/a.ts', true],
    ["export { a } from '../server/a.ts';", 'server/a.ts', false],
    ["export * from '../server/a.ts';", 'server/a.ts', false],
    ["export type { A } from '../server/a.ts';", 'server/a.ts', true],
    ["const a = await import('../server/a.ts');", 'server/a.ts', false],
    ["type A = import('../server/a.ts').A;", 'server/a.ts', true],
    ["import worker from 'maplibre-gl/worker.mjs?worker&url';", 'maplibre-gl/worker.mjs?worker&url', false],
    ['const a = await import(name);', '(computed)', false],
  ])('%s', (text, target, typeOnly) => {
    expect(importsOf(file('client/x.ts', text))).toEqual([{ target, typeOnly }]);
  });

  it('does not take a comment or a string for an import', () => {
    const text = "// import { a } from '../server/a.ts';\nexport const sample = \"import '../server/a.ts'\";";
    expect(importsOf(file('client/x.ts', text))).toEqual([]);
  });
});

describe('the import table refuses', () => {
  it.each([
    ['domain/a.ts', "import { readFileSync } from 'node:fs';"],
    ['domain/a.ts', "import * as z from 'zod';"],
    ['domain/risk/a.ts', "import type { View } from '../../client/view.ts';"],
    ['domain/a.ts', "import { x } from 'react';"],
    ['geodata/a.ts', "import { app } from '../server/app.ts';"],
    ['geodata/a.ts', "export * from '../client/view.ts';"],
    ['server/store/a.ts', "import { Hono } from 'hono';"],
    ['server/store/a.ts', "import { x } from '../routes/a.ts';"],
    ['server/services/a.ts', "import { Hono } from 'hono';"],
    ['server/services/a.ts', "import { open } from '../store/open.ts';"],
    ['server/routes/a.ts', "import { sql } from 'kysely';"],
    ['server/routes/a.ts', "import { open } from '../store/open.ts';"],
    ['server/app.ts', "import { build } from '../geodata/build.ts';"],
    ['server/app.ts', "import { View } from '../client/view.ts';"],
    ['client/ui/a.tsx', "import { map } from '../map/map.tsx';"],
    ['client/ui/a.tsx', "import { useQuery } from '@tanstack/react-query';"],
    ['client/i18n/a.ts', "import { p } from '../panels/drawer.tsx';"],
    ['client/map/layers/a.ts', "import maplibre from 'maplibre-gl';"],
    ['client/map/layers/a.ts', "import { useMemo } from 'react';"],
    ['client/map/layers/a.ts', "import { id } from '../../i18n/id.ts';"],
    ['client/map/layers/a.ts', "import { latest } from '@maplibre/maplibre-gl-style-spec';"],
    ['client/api.ts', "import { app } from '../server/app.ts';"],
    ['client/api.ts', "import type { Env } from '../server/env.ts';"],
    ['client/main.tsx', "import type { App } from '../server/app.ts';"],
    ['client/main.tsx', "import { readFile } from 'node:fs';"],
    ['client/main.tsx', "import { z } from 'zod';"],
    ['client/main.tsx', "const data = await import('../geodata/build.ts');"],
    ['attic/a.ts', ''],
  ])('%s: %s', (path, text) => {
    expect(importFaults(file(path, text))).toHaveLength(1);
  });
});

describe('the import table allows', () => {
  it.each([
    ['domain/a.ts', "import * as z from 'zod/mini'; import { b } from './risk/b.ts';"],
    ['geodata/a.ts', "import { area } from '@turf/turf'; import { CITY } from '../domain/city.ts'; import 'node:fs';"],
    ['server/services/a.ts', "import type { Store } from '../store/store.ts';"],
    ['server/routes/a.ts', "import { Hono } from 'hono'; import { problem } from '../problem.ts';"],
    [
      'client/map/layers/a.ts',
      "import type { L } from '@maplibre/maplibre-gl-style-spec'; import { day } from '../theme.ts';",
    ],
    ['client/api.ts', "import type { App } from '../server/app.ts'; import { hc } from 'hono/client';"],
    ['client/map/map.tsx', "import { Map } from '@vis.gl/react-maplibre'; import 'maplibre-gl/dist/maplibre-gl.css';"],
  ])('%s: %s', (path, text) => {
    expect(importFaults(file(path, text))).toEqual([]);
  });
});

describe('purity refuses', () => {
  it.each([
    ['Date.now()', 'Date.now'],
    ["Date['now']()", 'Date.now'],
    ['new Date()', 'new Date()'],
    ['Date()', 'Date()'],
    ['Math.random()', 'Math.random'],
    ['const { random } = Math, now = performance.now()', 'performance'],
    ["fetch('/x')", 'fetch'],
    ['globalThis.fetch', 'globalThis'],
    ['process.env.X', 'process'],
    ['const x = { fetch }', 'fetch'],
  ])('%s', (text, use) => {
    expect(purityFaults(file('domain/a.ts', text))).toContain(`domain/a.ts: ${use}`);
  });

  it.each([
    "new Date('2026-01-01')",
    'clock.now()',
    'const x = { fetch: 1, process: 2 }',
    'row.window',
    'interface A { readonly document: string }',
    '// Math.random() is not allowed here',
  ])('but not: %s', (text) => {
    expect(purityFaults(file('domain/a.ts', text))).toEqual([]);
  });
});

describe('tree rules refuse', () => {
  it('a file over the stop, unless it is a data table', () => {
    const long = 'x;\n'.repeat(301);
    expect(sizeFault(file('client/a.ts', long))).toBe('client/a.ts: 301 lines, stop is 300');
    expect(sizeFault(file('client/a.ts', 'x;\n'.repeat(300)))).toBeNull();
    expect(sizeFault(file('client/i18n/id.ts', long))).toBeNull();
  });

  it.each(['client/utils/a.ts', 'server/types.ts', 'domain/lib/a.ts', 'test/helpers.test.ts'])('%s', (path) => {
    expect(drawerFault(path)).not.toBeNull();
  });

  it('but not a word that only contains one', () => {
    expect(drawerFault('domain/library.ts')).toBeNull();
  });

  it('an unknown entry at the root', () => {
    expect(topLevelFault('scratch')).not.toBeNull();
    expect(topLevelFault('client')).toBeNull();
  });
});
