import type { MultiPolygon, Polygon } from 'geojson';
import { areaProperties } from '../../domain/area-properties.ts';
import { CITY } from '../../domain/city.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Method } from '../../domain/method.ts';
import { policeStatementOf } from '../../domain/police-statement.ts';
import type { Readings } from '../../domain/reading.ts';
import { assess, factorsInUse } from '../../domain/risk/assess.ts';
import { readAll } from '../../domain/risk/read.ts';
import { canonicalCollection, canonicalJson, canonicalLines } from '../canonical.ts';
import { sha256 } from '../sha256.ts';
import type { Source } from '../source.ts';
import type { BuiltArea } from './areas.ts';

export interface EditionInput {
  readonly edition: Source['edition'];
  readonly areas: readonly BuiltArea[];
  readonly geometries: ReadonlyMap<string, Polygon | MultiPolygon>;
  readonly evidence: readonly Evidence[];
  readonly method: Method;
}

export interface BuiltEdition {
  /** First 8 hexadecimal digits of `hash`. */
  readonly id: string;
  /** SHA-256 over everything that the files of the edition say. */
  readonly hash: string;
  /** File name → content. */
  readonly files: ReadonlyMap<string, string>;
}

const LEVELS = ['kecamatan', 'kelurahan'] as const;

function assessments({ areas, evidence, method, edition }: EditionInput) {
  const readings = readAll(areas, evidence, { minimumGrade: method.minimumGrade, asOf: edition.asOf });
  const ofLevel = (level: (typeof LEVELS)[number]) =>
    new Map(
      areas.flatMap(({ code, level: own }): [string, Readings][] => {
        const found = readings.get(code);
        return own === level && found ? [[code, found]] : [];
      }),
    );
  const factors = factorsInUse(ofLevel('kecamatan').values());
  const byCode = new Map(LEVELS.flatMap((level) => [...assess(ofLevel(level), method, factors)]));
  return { factors, readings, byCode };
}

/** Features of each level as flat GeoJSON, marked with an edition id (empty while the id is being found). */
function collections(input: EditionInput, { readings, byCode }: ReturnType<typeof assessments>, id: string) {
  const { areas, geometries, evidence, edition } = input;
  const evidenceById = new Map(evidence.map((row) => [row.id, row]));
  const ofLevel = (level: (typeof LEVELS)[number]) =>
    canonicalCollection(
      areas.flatMap((area) => {
        const [own, assessment] = [readings.get(area.code), byCode.get(area.code)];
        if (area.level !== level || area.parentCode === null || !own || !assessment) return [];
        const facts = { ...area, level, parentCode: area.parentCode };
        const statement = policeStatementOf(area, evidence, edition.policeStatementSource);
        const properties = areaProperties(facts, own, assessment, statement, evidenceById, id);
        return [{ type: 'Feature', id: area.code, properties, geometry: geometries.get(area.code) }];
      }),
    );
  const kota = areas
    .filter(({ level }) => level === 'kota')
    .map((area) => ({
      type: 'Feature',
      id: area.code,
      properties: {
        code: area.code,
        name: area.name,
        level: area.level,
        population: area.population,
        population_year: area.populationYear,
        population_source: area.populationSource,
        area_km2: Math.round(area.areaKm2 * 1000) / 1000,
        official_area_km2: CITY.officialAreaKm2,
        density_per_km2: area.densityPerKm2 === null ? null : Math.round(area.densityPerKm2),
        edition: id,
      },
      geometry: geometries.get(area.code),
    }));
  return new Map<string, string>([
    ['kecamatan.geojson', ofLevel('kecamatan')],
    ['kelurahan.geojson', ofLevel('kelurahan')],
    ['kota.geojson', canonicalCollection(kota)],
  ]);
}

/**
 * One edition: the same content has the same id and the same bytes, whenever and wherever it is built. The
 * hash covers all that its files say (boundaries, facts and sentences of areas, evidence, method,
 * assessments, title and dates), so a file under an id never changes and may be cached for ever.
 */
export function buildEdition(input: EditionInput): BuiltEdition {
  const { evidence, method, edition } = input;
  const assessed = assessments(input);
  const content = {
    factorsInUse: assessed.factors,
    assessments: [...assessed.byCode.values()],
    readings: Object.fromEntries(assessed.readings),
  };
  const plain = new Map<string, string>([
    ['assessments.json', `${canonicalJson(content)}\n`],
    ['evidence.json', canonicalLines(evidence)],
    ['method.json', `${canonicalJson(method)}\n`],
  ]);
  const unmarked = [...plain, ...collections(input, assessed, '')];
  const hash = sha256(canonicalJson({ edition, files: Object.fromEntries(unmarked) }));
  const id = hash.slice(0, 8);
  const files = new Map([...plain, ...collections(input, assessed, id)].sort(([a], [b]) => (a < b ? -1 : 1)));
  const hashes = Object.fromEntries([...files].map(([name, text]) => [name, sha256(text)]));
  const head = { id, hash, ...edition, methodVersion: method.version, files: hashes };
  return { id, hash, files: new Map([...files, ['edition.json', `${canonicalJson(head)}\n`]]) };
}
