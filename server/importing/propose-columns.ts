import { createHmac } from 'node:crypto';
import {
  type ImportField,
  isImportField,
  PLACE_FIELDS,
  type PlaceField,
  placeField,
} from '../../domain/import-field.ts';
import { MAX_PLACES } from '../../domain/incident-input.ts';

/** Column names in use, written together in small letters. */
const CASE_NAMES: Readonly<Record<string, ImportField>> = Object.fromEntries(
  Object.entries({
    month: 'month bulan bulankejadian eventmonth date eventdate tanggalkejadian tglkejadian waktukejadian bulantahun',
    day: 'day hari tanggal tgl dayofmonth',
    acts: 'acts act proses perbuatan process unsurproses',
    means: 'means cara modus unsurcara caraperbuatan',
    purposes: 'purposes purpose tujuan unsurtujuan tujuaneksploitasi',
    source: 'source sumber sumberlaporan sumberinformasi',
    stage: 'stage tahap tahapan status statusperkara tahapperkara',
    platforms: 'platforms platform sarana saranaperekrutan aplikasi',
    victims: 'victims korban jumlahkorban victimcount victimband jmlkorban',
    suspects: 'suspects tersangka jumlahtersangka suspectcount suspectband jmltersangka',
    child_involved: 'childinvolved child anak melibatkananak adaanak anakterlibat',
    lp_number: 'lpnumber lp nomorlp nolp laporanpolisi nomorlaporanpolisi nolaporanpolisi',
  }).flatMap(([field, names]) => names.split(' ').map((name) => [name, field as ImportField])),
);

const PLACE_NAMES: Readonly<Record<string, PlaceField>> = Object.fromEntries(
  Object.entries({
    role: 'role placerole peran perantempat',
    precision: 'precision placeprecision ketelitian presisi ketelitiantempat',
    area: 'area areacode kodewilayah wilayah kelurahan desa kelurahandesa placearea placeareacode',
    kecamatan: 'kecamatan district subdistrict placekecamatan',
    longitude: 'longitude long lon lng x bujur placelongitude',
    latitude: 'latitude lat y lintang placelatitude',
  } satisfies Record<PlaceField, string>).flatMap(([field, names]) =>
    names.split(' ').map((name) => [name, field as PlaceField]),
  ),
);

/** Small letters and digits only: `Place 2 – Role` and `place2_role` are one name. */
function together(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function fieldOf(header: string): ImportField | null {
  const name = together(header);
  // A header may be called like a member of every object (`constructor`).
  const known = (table: object, key: string): boolean => Object.hasOwn(table, key);
  if (known(CASE_NAMES, name)) return CASE_NAMES[name] ?? null;
  const digits = /\d+/.exec(name)?.[0] ?? '1';
  const position = Number(digits);
  if (position < 1 || position > MAX_PLACES) return null;
  const bare = name.replace(digits, '');
  const short = bare.replace(/^(?:place|tempat|lokasi)|(?:place|tempat|lokasi)$/, '');
  const placeName = [bare, short].find((one) => known(PLACE_NAMES, one));
  const place = placeName === undefined ? undefined : PLACE_NAMES[placeName];
  return place === undefined ? null : placeField(position, place);
}

/** What each column is most likely read as, each field once; null = not read. A lone `tanggal` is the whole date. */
export function proposeColumns(headers: readonly string[]): readonly (ImportField | null)[] {
  const proposed = headers.map(fieldOf);
  const lone = proposed.includes('month') ? -1 : proposed.indexOf('day');
  const fields = proposed.map((field, i) => (i === lone ? 'month' : field));
  return fields.map((field, i) => (field !== null && fields.indexOf(field) === i ? field : null));
}

/**
 * Under what a mapping is remembered: a keyed digest of the column names in their order, so that a name in a header can
 * neither be read nor guessed from what is kept.
 */
export function signatureOf(headers: readonly string[], headerKey: string): string {
  return createHmac('sha256', headerKey).update(headers.map(together).join('\n')).digest('base64url');
}

/** A mapping from a client or from the store, checked: as many as columns, known fields, each once; null when not. */
export function checkFields(
  fields: readonly (string | null)[],
  columns: number,
): readonly (ImportField | null)[] | null {
  const known = fields.map((field) => (field !== null && isImportField(field) ? field : null));
  if (fields.length !== columns || fields.some((field, i) => field !== known[i])) return null;
  const given = known.filter((field) => field !== null);
  return new Set(given).size === given.length ? known : null;
}

/** How many places the columns speak of. */
export function placesIn(fields: readonly (ImportField | null)[]): number {
  let places = 0;
  for (let position = 1; position <= MAX_PLACES; position += 1) {
    if (PLACE_FIELDS.some((field) => fields.includes(placeField(position, field)))) places = position;
  }
  return places;
}
