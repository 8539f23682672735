import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { temporaryFolder } from './fixture/geodata.ts';
import { writeProgramRoot } from './fixture/program-root.ts';
import { freePort, type Spawned, spawnServer } from './fixture/spawn-server.ts';

const PACKAGE = 'gdal-bin (apt-get install gdal-bin)';
const isInstalled = spawnSync('ogrinfo', ['--version']).status === 0;
const mustRun = process.env.CI === 'true';

if (!isInstalled && mustRun) {
  describe('GDAL as a client', () => {
    it('needs ogrinfo', () => {
      expect.fail(`ogrinfo is missing: install ${PACKAGE}`);
    });
  });
}

/** Else a page on which every date has a day comes as 2025/11/12. */
const DATES_AS_WRITTEN = 'OGR_GEOJSON_DATE_AS_STRING';

const collectionSchema = z.object({
  features: z.array(z.object({ properties: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) })),
});

/** The properties of each feature, by its code or id. */
function rowsOf(json: string) {
  const { features } = collectionSchema.parse(JSON.parse(json));
  return new Map(features.map(({ properties }) => [String(properties.code ?? properties.id), properties]));
}

describe.skipIf(!isInstalled)(
  isInstalled ? 'GDAL as a client' : `GDAL as a client: skipped, ogrinfo is missing, install ${PACKAGE}`,
  () => {
    const folder = temporaryFolder();
    let server: Spawned;
    let source: string;

    beforeAll(async () => {
      writeProgramRoot(folder.path);
      rmSync(join(folder.path, 'geodata'), { recursive: true });
      symlinkSync(resolve('geodata'), join(folder.path, 'geodata'), 'junction');
      const port = await freePort();
      server = spawnServer(folder.path, { PORT: String(port), DATA_DIR: join(folder.path, 'data') });
      source = `OAPIF:http://127.0.0.1:${port}/ogc`;
      await server.says('Petarawan:');
    });
    afterAll(async () => {
      server.signal('SIGTERM');
      await server.exited;
      folder.remove();
    });

    function gdal(command: 'ogrinfo' | 'ogr2ogr', ...args: string[]): string {
      const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
      expect(status, stderr).toBe(0);
      expect(stderr, `${command} ${args.join(' ')}`).not.toMatch(/error/i);
      return stdout;
    }
    const countOf = (info: string) => Number(/Feature Count: (\d+)/.exec(info)?.[1]);

    it('ogrinfo lists the collections', () => {
      expect(gdal('ogrinfo', '-ro', '-q', source)).toMatch(
        /kota[\s\S]*kecamatan[\s\S]*kelurahan[\s\S]*places[\s\S]*roads[\s\S]*evidence/,
      );
    });

    it('ogrinfo reads six kecamatan with flat fields', () => {
      const info = gdal('ogrinfo', '-ro', '-al', '-geom=NO', source, 'kecamatan');
      expect(countOf(info)).toBe(6);
      expect(info).toContain('Geometry: ');
      expect(info).toMatch(/^score_point: Real/m);
      expect(info).toMatch(/^class: String/m);
      expect(info).not.toMatch(/JSON|StringList/);
      expect(info).toMatch(/code \(String\) = 64\.71\.01/);
    });

    it('ogr2ogr writes a GeoPackage page by page, all 34 kelurahan once', () => {
      const file = join(folder.path, 'kelurahan.gpkg');
      gdal('ogr2ogr', '-f', 'GPKG', file, source, 'kelurahan', '-oo', 'PAGE_SIZE=5');
      const info = gdal('ogrinfo', '-ro', '-al', '-geom=NO', file, 'kelurahan');
      expect(countOf(info)).toBe(34);
      expect(new Set(info.match(/^ {2}code \(String\) = [\d.]+/gm)).size).toBe(34);
    });

    it.each(['kecamatan', 'kelurahan', 'evidence'])(
      '%s: every value survives the way into a GeoPackage',
      async (id) => {
        const [packed, back] = [join(folder.path, `${id}-all.gpkg`), join(folder.path, `${id}-back.geojson`)];
        gdal('ogr2ogr', '-f', 'GPKG', packed, source, id, '-oo', 'PAGE_SIZE=5', '--config', DATES_AS_WRITTEN, 'YES');
        gdal('ogr2ogr', '-f', 'GeoJSON', back, packed, id);
        const address = `${source.slice('OAPIF:'.length)}/collections/${id}/items?limit=10000`;
        const wanted = rowsOf(await (await fetch(address)).text());
        const got = rowsOf(readFileSync(back, 'utf8'));
        expect(wanted.size).toBeGreaterThan(5);
        expect([...got.keys()].sort()).toEqual([...wanted.keys()].sort());
        for (const [key, properties] of wanted) {
          const arrived = got.get(key) ?? {};
          const same = Object.fromEntries(Object.keys(properties).map((name) => [name, arrived[name] ?? null]));
          expect(same, key).toEqual(properties);
        }
      },
    );

    it('a box selects what lies in it', () => {
      const info = gdal(
        'ogrinfo',
        '-ro',
        '-al',
        '-geom=NO',
        '-spat',
        '116.83',
        '-1.28',
        '116.84',
        '-1.27',
        source,
        'kelurahan',
      );
      expect(countOf(info)).toBeGreaterThan(0);
      expect(countOf(info)).toBeLessThan(34);
    });

    it('one feature by its code', () => {
      expect(
        countOf(gdal('ogrinfo', '-ro', '-al', '-geom=NO', '-where', "code = '64.71.05'", source, 'kecamatan')),
      ).toBe(1);
    });

    it('evidence comes as a table without geometry', () => {
      const info = gdal('ogrinfo', '-ro', '-al', '-geom=NO', '-where', "area_code = '64.71.05'", source, 'evidence');
      expect(countOf(info)).toBeGreaterThan(0);
      expect(info).toMatch(/^source_url: String/m);
    });
  },
);
