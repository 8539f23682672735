import { type Area, levelOfCode } from '../../domain/area.ts';
import type { CellFault } from '../../domain/import-fault.ts';
import { type ImportField, PLACE_FIELDS, type PlaceField, placeField } from '../../domain/import-field.ts';
import type { PlacePrecision } from '../../domain/incident.ts';
import type { PlaceInput } from '../../domain/incident-input.ts';
import { type AreaCandidates, areaCell, chooseArea } from './area-lookup.ts';
import { CODE_WORDS, codeLookup } from './code-words.ts';
import { type CellRead, codeCell, degreesCell, each, type ReadCell, refuse, remember } from './read-cells.ts';

export interface RowFault {
  readonly field: ImportField | 'row';
  readonly code: CellFault;
}

/** The place that a row has at one position; null when it has none there; what is wrong goes to `faults`. */
export type ReadPlace = (cells: readonly string[], faults: RowFault[]) => PlaceInput | null;

/** Two capitalised words in a column of areas are a misspelt area as often as a name; neither is shown. */
function refuseArea<T>(cell: string): CellRead<T> {
  const refused = refuse<T>(cell, 'unknown_area');
  return 'fault' in refused && refused.fault === 'identity_name' ? { fault: 'unknown_area' } : refused;
}

/** Readers of the columns of places, which every position shares. */
export function placeCells(areas: readonly Pick<Area, 'code' | 'name'>[]) {
  return {
    role: remember(codeCell(codeLookup(CODE_WORDS.role))),
    precision: remember(codeCell(codeLookup(CODE_WORDS.precision))),
    area: remember(areaCell(areas, refuseArea)),
    degrees: each(degreesCell),
  };
}

/** `position` counts from 1; `fields` says what each column is. */
export function makePlaceReader(
  fields: readonly (ImportField | null)[],
  position: number,
  readers: ReturnType<typeof placeCells>,
): ReadPlace {
  const columnOf = Object.fromEntries(
    PLACE_FIELDS.map((field) => [field, fields.indexOf(placeField(position, field))]),
  ) as Readonly<Record<PlaceField, number>>;
  const nameOf = Object.fromEntries(PLACE_FIELDS.map((field) => [field, placeField(position, field)])) as Readonly<
    Record<PlaceField, ImportField>
  >;
  const columns = Object.values(columnOf).filter((column) => column !== -1);

  return (cells, faults) => {
    if (columns.every((column) => isEmpty(cells[column]))) return null;
    const before = faults.length;
    const read = <T>(field: PlaceField, reader: ReadCell<T | null>): T | null => {
      const result = reader(cells[columnOf[field]] ?? '');
      if ('value' in result) return result.value;
      faults.push({ field: nameOf[field], code: result.fault });
      return null;
    };
    const role = read('role', readers.role);
    const given = read('precision', readers.precision);
    const area = read('area', readers.area);
    const kecamatan = read('kecamatan', readers.area);
    const longitude = read('longitude', readers.degrees);
    const latitude = read('latitude', readers.degrees);
    if (faults.length > before) return null;
    if (role === null) faults.push({ field: nameOf.role, code: 'missing' });
    if ((longitude === null) !== (latitude === null)) {
      faults.push({ field: longitude === null ? nameOf.longitude : nameOf.latitude, code: 'half_a_point' });
    }
    if (faults.length > before) return null;
    const code = areaOf(area, kecamatan, given);
    const precision = given ?? impliedPrecision(longitude, code);
    if (precision === 'point' && longitude === null) faults.push({ field: nameOf.longitude, code: 'missing' });
    if ((precision === 'kelurahan' || precision === 'kecamatan') && code === null) {
      faults.push({ field: nameOf.area, code: 'missing' });
    }
    if (faults.length > before || role === null || precision === null) {
      if (faults.length === before) faults.push({ field: nameOf.precision, code: 'missing' });
      return null;
    }
    const point: [number, number] | null =
      precision === 'point' && longitude !== null && latitude !== null ? [longitude, latitude] : null;
    // The area of a point is found from the point.
    return { role, precision, areaCode: point === null && precision !== 'online' ? code : null, point };
  };
}

function isEmpty(cell: string | undefined): cell is undefined | '' {
  return cell === undefined || cell === '' || cell.trim() === '';
}

function areaOf(
  area: AreaCandidates | null,
  kecamatan: AreaCandidates | null,
  precision: PlacePrecision | null,
): string | null {
  if (precision === 'kecamatan' && kecamatan !== null) return chooseArea(kecamatan, 'kecamatan');
  if (area !== null) return chooseArea(area, precision);
  return kecamatan === null ? null : chooseArea(kecamatan, 'kecamatan');
}

/** Without a word on it: as close as what is given. */
function impliedPrecision(longitude: number | null, area: string | null): PlacePrecision | null {
  if (longitude !== null) return 'point';
  return area === null ? null : levelOfCode(area);
}
