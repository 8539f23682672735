import Papa from 'papaparse';
import writeXlsxFile from 'write-excel-file/node';
import { CASE_FIELDS, MAY_BE_EMPTY, PLACE_FIELDS, REQUIRED_FIELDS } from '../../domain/import-field.ts';
import { CODE_WORDS } from './code-words.ts';

/** Names of the first place's columns as in the template; those of further ones are `place2_role` and so on. */
const FIRST_PLACE = ['place_role', 'place_precision', 'area_code', 'kecamatan', 'longitude', 'latitude'] as const;
const HEADER = [...CASE_FIELDS, ...FIRST_PLACE, ...PLACE_FIELDS.map((field) => `place2_${field}`)];

/** Made up. The points lie in the sea-front park and in a forest: no case happened there. */
const EXAMPLES: readonly Readonly<Record<string, string>>[] = [
  {
    month: '2025-03',
    acts: 'recruit|transport',
    means: 'deception',
    purposes: 'sexual_exploitation',
    source: 'lp_b',
    stage: 'lp',
    platforms: 'michat',
    victims: '1',
    suspects: '2-4',
    child_involved: 'no',
    place_role: 'exploitation',
    place_precision: 'kelurahan',
    area_code: '64.71.06.1005',
    place2_role: 'recruitment',
    place2_precision: 'online',
  },
  {
    month: '2025-07',
    day: '14',
    acts: 'menampung',
    means: 'jeratan utang',
    purposes: 'kerja paksa',
    source: 'rujukan',
    stage: 'dugaan',
    victims: '3',
    suspects: 'belum ada',
    child_involved: 'tidak diketahui',
    place_role: 'penampungan',
    place_precision: 'kecamatan',
    kecamatan: 'Balikpapan Timur',
  },
];

const rows = (): string[][] => EXAMPLES.map((row) => HEADER.map((name) => row[name] ?? ''));

/** UTF-8 with a mark, so that Excel reads it as such. */
export function templateCsv(): string {
  return `\uFEFF${Papa.unparse([HEADER, ...rows()], { newline: '\r\n' })}\r\n`;
}

/** What a column takes, in both languages; codes and words follow from the lists. */
const TAKES: Readonly<Record<string, string>> = {
  month: '2025-11, 11/2025, November 2025, 05/11/2025 (tanggal ikut dibaca / the day is read as well)',
  day: '1–31; boleh kosong / may be empty',
  lp_number:
    'LP/B/123/XI/2025/SPKT; disimpan hanya sebagai kode acak (HMAC), tidak pernah nomornya / kept only as an HMAC, never the number',
  area: 'kode (64.71.05.1002) atau nama kelurahan/kecamatan / code or name',
  kecamatan: 'kode atau nama kecamatan / code or name of the kecamatan',
  longitude: '116,83 atau 116.83 (WGS 84)',
  latitude: '-1,26 atau -1.26 (WGS 84)',
};

const NEEDED: readonly string[] = [...REQUIRED_FIELDS, 'role'];
const EMPTY_FITS: readonly string[] = MAY_BE_EMPTY;

function needOf(field: string): string {
  if (!NEEDED.includes(field)) return '';
  return EMPTY_FITS.includes(field)
    ? 'kolom wajib, sel boleh kosong = belum diketahui / column required, an empty cell = not known'
    : 'wajib / required';
}

function codebookRows(): readonly (readonly string[])[] {
  const fields = [...CASE_FIELDS, ...PLACE_FIELDS];
  return fields.flatMap((field) => {
    const need = needOf(field);
    const words: Readonly<Record<string, string>> | undefined = Object.entries(CODE_WORDS).find(
      ([key]) => key === field,
    )?.[1];
    if (words === undefined) return [[field, TAKES[field] ?? '', '', need]];
    return Object.entries(words).map(([code, meaning], i) => [
      i === 0 ? field : '',
      code,
      meaning,
      i === 0 ? need : '',
    ]);
  });
}

/** The template as a workbook: a sheet to fill in and the codebook. */
export function templateXlsx(): Promise<Buffer> {
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  const data = [
    HEADER.map(bold),
    ...rows().map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
  ];
  const codebook = [
    ['kolom / column', 'kode / code', 'juga dibaca / also read', 'wajib / required'].map(bold),
    ...codebookRows().map((row) => row.map((value) => ({ value, type: String }))),
    [
      {
        value: 'Beberapa kode dalam satu sel dipisah | atau + / several codes in one cell are separated by | or +',
        type: String,
      },
    ],
    [
      {
        value:
          'Jangan tulis nama, NIK, alamat, telepon, tanggal lahir atau kronologi: berkas seperti itu ditolak / No name, NIK, address, phone, birth date or narrative: such a file is refused',
        type: String,
      },
    ],
  ];
  return writeXlsxFile([
    { data, sheet: 'data', columns: HEADER.map(() => ({ width: 16 })) },
    { data: codebook, sheet: 'codebook', columns: [{ width: 16 }, { width: 44 }, { width: 52 }, { width: 16 }] },
  ]).toBuffer();
}
