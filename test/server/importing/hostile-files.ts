import { deflateRawSync } from 'node:zlib';
import writeXlsxFile from 'write-excel-file/node';
import { csvOf, HEADER, ROW } from './house.ts';

/** Numbers below 1 from a seed (Park and Miller 1988). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

type Random = () => number;
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

const CELLS = [
  ...['NaN', '1e308', '-1e308', 'Infinity', '0x1F', '', ' ', '\0', '"', '""', "'", '=1+1', '=cmd|calc', '@SUM(A1)'],
  ...['+62 812 3456 7890', '6471050101900001', 'Siti Aminah', 'x'.repeat(5000), '../../etc/passwd', '<script>'],
  ...['-1.26', '116.83', '116,83', '\u202e', '\ufeff', '2025-99', '9999999999', '{}', '[]', 'null', 'undefined'],
  ...['__proto__', 'constructor', 'toString', '\u0000\u0001', '💥', 'é', '1;2', 'a|b|c', '|||', '+++'],
];

/** A CSV of one to five rows, each with one to four cells of the wrong kind, sometimes cut or with a stray quote. */
function badCsv(random: Random): Uint8Array {
  const names = Object.keys(ROW) as (keyof typeof ROW)[];
  const rows = Array.from({ length: 1 + Math.floor(random() * 5) }, () => {
    const row: Partial<Record<keyof typeof ROW, string>> = {};
    for (let i = 0; i <= random() * 4; i += 1) row[pick(random, names)] = pick(random, CELLS);
    return row;
  });
  let text = csvOf(rows);
  if (random() < 0.2) text = text.replaceAll(',', pick(random, [';', '\t', '|']));
  if (random() < 0.2) text = text.slice(0, Math.floor(random() * text.length));
  if (random() < 0.1) text = `${text}\n"${'x'.repeat(50)}`;
  if (random() < 0.1) text = `${text}\n${','.repeat(Math.floor(random() * 500))}`;
  const bytes = Buffer.from(text, random() < 0.2 ? 'latin1' : 'utf8');
  // Some bytes of it are others.
  for (let i = 0; random() < 0.3 && i < 5; i += 1) bytes[Math.floor(random() * bytes.length)] = random() * 256;
  return bytes;
}

const COORDINATES: readonly unknown[] = [
  ...[[116.83, -1.26], [-1.26, 116.83], [1e308, 2], [null, null], [], ['a', 'b'], [[1, 2]], 'x', null, {}],
  ...[
    [116.83, -1.26, 5, 6],
    [Number.MAX_SAFE_INTEGER, 0],
  ],
];
/** A ring that does not close, and other geometries that are no point. */
const GEOMETRIES: readonly unknown[] = [
  {
    type: 'Polygon',
    coordinates: [
      [
        [116.8, -1.2],
        [116.9, -1.2],
        [116.9, -1.3],
      ],
    ],
  },
  { type: 'Polygon', coordinates: [] },
  { type: 'GeometryCollection', geometries: [] },
  { type: 'Sphere' },
  null,
  7,
];

function badGeojson(random: Random): Uint8Array {
  const { longitude: _x, latitude: _y, ...properties } = ROW;
  const features = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
    const geometry =
      random() < 0.6 ? { type: 'Point', coordinates: pick(random, COORDINATES) } : pick(random, GEOMETRIES);
    const changed = {
      ...properties,
      [pick(random, Object.keys(properties))]: pick(random, [...CELLS, [], {}, 3, true]),
    };
    return random() < 0.1
      ? pick<unknown>(random, [7, null, 'x', {}, { type: 'Feature' }])
      : { type: 'Feature', geometry, properties: random() < 0.1 ? null : changed };
  });
  let text = JSON.stringify({ type: pick(random, ['FeatureCollection', 'FeatureCollection', 'Feature', 7]), features });
  if (random() < 0.2) text = text.slice(0, Math.floor(random() * text.length));
  if (random() < 0.1) text = text.replace(/[{[]/, (open) => open.repeat(Math.floor(random() * 40)));
  if (random() < 0.1) text = text.replace('"', pick(random, ['\\', '\u0000', '']));
  return Buffer.from(text);
}

interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the archive says of its length; the truth when not given. */
  readonly claims?: number;
}

/** A zip archive by hand, so that it can lie (APPNOTE.TXT §4.3). */
export function zipOf(parts: readonly Part[]): Buffer {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, bytes, claims = bytes.length } of parts) {
    const [packed, title] = [deflateRawSync(bytes), Buffer.from(name)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, title]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

const text = (body: string): Uint8Array => Buffer.from(body);
const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The smallest workbook, its sheet as given. */
export function workbookOf(sheet: string, more: readonly Part[] = []): Buffer {
  return zipOf([
    {
      name: '[Content_Types].xml',
      bytes: text('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    },
    {
      name: 'xl/workbook.xml',
      bytes: text(
        `<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATION}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: text(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
    },
    { name: 'xl/worksheets/sheet1.xml', bytes: text(`<worksheet xmlns="${NAMESPACE}">${sheet}</worksheet>`) },
    ...more,
  ]);
}

/** Workbooks as they are made to do harm, by what each tries. */
export const WORKBOOKS: Readonly<Record<string, () => Buffer>> = {
  'a bomb of 300 MB': () =>
    workbookOf('', [{ name: 'xl/worksheets/sheet2.xml', bytes: Buffer.alloc(300_000_000, 0x20) }]),
  'a bomb that says it is small': () =>
    workbookOf('', [{ name: 'xl/worksheets/sheet2.xml', bytes: Buffer.alloc(50_000_000, 0x20), claims: 100 }]),
  'a name that climbs': () => workbookOf('', [{ name: '../../evil.xml', bytes: text('x') }]),
  'an absolute name': () => workbookOf('', [{ name: '/etc/evil.xml', bytes: text('x') }]),
  'an archive in it': () => workbookOf('', [{ name: 'xl/media/a.zip', bytes: text('x') }]),
  'a thousand parts': () =>
    workbookOf(
      '',
      Array.from({ length: 1000 }, (_, i) => ({ name: `xl/a${i}.xml`, bytes: text('x') })),
    ),
  'the same part twice': () => workbookOf('', [{ name: 'xl/workbook.xml', bytes: text('<x/>') }]),
  'a cell at the end of the sheet': () =>
    workbookOf('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
  'a cell far to the right': () => workbookOf('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>'),
  'a million rows': () => workbookOf(`<sheetData>${'<row/>'.repeat(1_000_000)}</sheetData>`),
  'entities that grow': () =>
    workbookOf(
      '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><sheetData><row><c><v>&b;</v></c></row></sheetData>',
    ),
  'no table': () => zipOf([{ name: 'a.txt', bytes: text('x') }]),
};

/** A true workbook of some rows, to be spoilt. */
export async function goodWorkbook(): Promise<Buffer> {
  const cell = (value: string) => ({ value, type: String });
  const rows = [HEADER.split(','), Object.values(ROW), Object.values({ ...ROW, source: '=1+1' })];
  return writeXlsxFile(rows.map((row) => row.map(cell))).toBuffer();
}

function badXlsx(random: Random, good: Buffer): Uint8Array {
  if (random() < 0.3) {
    const value = pick(random, CELLS).replace(/[<&\p{Cc}]/gu, '');
    const cells = `<c t="str"><f>${pick(random, ['1+1', 'cmd', ''])}</f><v>${value}</v></c>`.repeat(1 + random() * 20);
    return workbookOf(`<sheetData><row>${cells}</row><row>${cells}</row></sheetData>`);
  }
  const bytes = Buffer.from(good);
  for (let i = 0; i < 1 + random() * 20; i += 1) bytes[Math.floor(random() * bytes.length)] = random() * 256;
  return random() < 0.3 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes;
}

/** Bytes of other kinds of file, whatever they are called. */
const FOREIGN = [
  '%PDF-1.7\n',
  '\x89PNG\r\n\x1a\n',
  'GIF89a\x01\x00',
  '\x1f\x8b\x08\x00',
  'MZ\x90\x00',
  '<html>',
  '\xd0\xcf\x11\xe0',
];

/** One of 10,000 malformed files. */
export function hostileFile(random: Random, good: Buffer): Uint8Array {
  const kind = random();
  if (kind < 0.45) return badCsv(random);
  if (kind < 0.8) return badGeojson(random);
  if (kind < 0.95) return badXlsx(random, good);
  if (kind < 0.98) return Buffer.from(`${pick(random, FOREIGN)}${'x'.repeat(random() * 200)}`, 'latin1');
  return Buffer.from(Array.from({ length: Math.floor(random() * 300) }, () => random() * 256));
}
