import { type Area, levelOfCode } from '../../domain/area.ts';
import type { PlacePrecision } from '../../domain/incident.ts';
import { plainWord } from './code-words.ts';
import type { ReadCell } from './read-cells.ts';

/** `Kel. Klandasan Ilir`, `kecamatan Balikpapan Kota`: the level is said by the column as well. */
const LEVEL_WORD = /^(?:kel|kelurahan|desa|kec|kecamatan)\.? +/;

/** Codes that a cell may mean: one, or two when a kecamatan and a kelurahan share a name. */
export type AreaCandidates = readonly string[];

/** Reads an area by its code or its name. `refuse` says what is wrong with a cell that is neither. */
export function areaCell(
  areas: readonly Pick<Area, 'code' | 'name'>[],
  refuse: (cell: string) => ReturnType<ReadCell<AreaCandidates>>,
): ReadCell<AreaCandidates> {
  const byName = new Map<string, string[]>();
  for (const { code, name } of areas) {
    for (const key of [code, plainWord(name)]) byName.set(key, [...(byName.get(key) ?? []), code]);
  }
  return (cell) => {
    const word = cell.length > 80 ? '' : plainWord(cell);
    const codes = byName.get(word) ?? byName.get(word.replace(LEVEL_WORD, ''));
    return codes === undefined ? refuse(cell) : { value: codes };
  };
}

/** The candidate of a level; without a level the one there is, the smallest of two. */
export function chooseArea(codes: AreaCandidates, level: PlacePrecision | null): string | null {
  const exact = codes.find((code) => levelOfCode(code) === level);
  if (exact !== undefined) return exact;
  return [...codes].sort((a, b) => b.length - a.length)[0] ?? null;
}
