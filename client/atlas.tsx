import { useQueries } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Evidence } from '../domain/evidence.ts';
import type { Factor } from '../domain/factor.ts';
import type { Method } from '../domain/method.ts';
import type { ScoreTable } from '../domain/risk/score-table.ts';
import { fetchEdition, fetchEvidence, fetchKecamatan, fetchKelurahan } from './api.ts';
import type { EditionInfo } from './edition-schema.ts';
import type { AreaCollection } from './feature-schema.ts';
import {
  type AreaGiven,
  type AreaRow,
  assessRows,
  type RowsByLevel,
  readEvidence,
  scoreTables,
  usableWeights,
} from './model.ts';
import { useView } from './use-view.tsx';
import type { MapLevel } from './view.ts';

/** Everything the panels show, for the weights and the minimum grade of the view. */
export interface Atlas {
  readonly info: EditionInfo;
  readonly collections: Readonly<Record<'kecamatan' | 'kelurahan', AreaCollection>>;
  readonly evidence: readonly Evidence[];
  readonly evidenceById: ReadonlyMap<string, Evidence>;
  readonly nameByCode: ReadonlyMap<string, string>;
  readonly rows: RowsByLevel;
  /** Rows with the weights of the view and the minimum grade of the edition. */
  readonly rowsAtStandardGrade: RowsByLevel;
  readonly rowByCode: ReadonlyMap<string, AreaRow>;
  /** The readings once more, for the way from a weight to the map. */
  readonly scores: Readonly<Record<MapLevel, ScoreTable>>;
  readonly factors: readonly Factor[];
  readonly method: Method;
}

const AtlasContext = createContext<Atlas | null>(null);

function givenOf(collection: AreaCollection): readonly AreaGiven[] {
  return collection.features.map(({ properties: p }) => ({
    code: p.code,
    name: p.name,
    level: p.level,
    parentCode: p.level === 'kelurahan' ? p.kecamatan_code : p.code.split('.').slice(0, 2).join('.'),
    areaKm2: p.area_km2,
    population: p.population,
    populationYear: p.population_year,
    populationSource: p.population_source,
    densityPerKm2: p.density_per_km2,
    policeStatement: p.police_statement,
  }));
}

interface Props {
  readonly children: ReactNode;
  readonly loading: ReactNode;
  readonly failed: (error: Error, retry: () => void) => ReactNode;
}

/** Loads the edition and its features, then keeps them scored for the current view. */
export function AtlasProvider({ children, loading, failed }: Props) {
  const [info, kecamatan, kelurahan, evidence] = useQueries({
    queries: [
      { queryKey: ['edition'], queryFn: fetchEdition },
      { queryKey: ['kecamatan'], queryFn: fetchKecamatan },
      { queryKey: ['kelurahan'], queryFn: fetchKelurahan },
      { queryKey: ['evidence'], queryFn: fetchEvidence },
    ],
  });
  const broken = [info, kecamatan, kelurahan, evidence].find((query) => query.isError);
  if (broken?.error) {
    const retry = (): void => {
      for (const query of [info, kecamatan, kelurahan, evidence]) if (query.isError) void query.refetch();
    };
    return failed(broken.error, retry);
  }
  if (!info.data || !kecamatan.data || !kelurahan.data || !evidence.data) return loading;
  return (
    <Scored info={info.data} kecamatan={kecamatan.data} kelurahan={kelurahan.data} evidence={evidence.data}>
      {children}
    </Scored>
  );
}

interface Loaded {
  readonly info: EditionInfo;
  readonly kecamatan: AreaCollection;
  readonly kelurahan: AreaCollection;
  readonly evidence: readonly Evidence[];
  readonly children: ReactNode;
}

function Scored({ info, kecamatan, kelurahan, evidence, children }: Loaded) {
  const { view } = useView();
  const { minimumGrade, weights } = view;
  const fixed = useMemo(() => {
    const areas = [...givenOf(kecamatan), ...givenOf(kelurahan)];
    const standardRead = readEvidence(areas, evidence, info.edition.method.minimumGrade, info.edition.asOf);
    return {
      areas,
      standardRead,
      collections: { kecamatan, kelurahan },
      evidenceById: new Map(evidence.map((row) => [row.id, row])),
      nameByCode: new Map(areas.map((area) => [area.code, area.name])),
    };
  }, [info, kecamatan, kelurahan, evidence]);
  const read = useMemo(
    () =>
      minimumGrade === info.edition.method.minimumGrade
        ? fixed.standardRead
        : readEvidence(fixed.areas, evidence, minimumGrade, info.edition.asOf),
    [fixed, evidence, info, minimumGrade],
  );
  const scores = useMemo(() => scoreTables(fixed.areas, read), [fixed, read]);
  const atlas = useMemo((): Atlas => {
    const withWeights = (factors: readonly Factor[]): Method => ({
      ...info.edition.method,
      minimumGrade,
      weights: usableWeights(weights, factors, info.edition.method.weights),
    });
    const method = withWeights(read.factors);
    const rows = assessRows(fixed.areas, read, method);
    const rowsAtStandardGrade =
      read === fixed.standardRead
        ? rows
        : assessRows(fixed.areas, fixed.standardRead, withWeights(fixed.standardRead.factors));
    return {
      info,
      evidence,
      collections: fixed.collections,
      evidenceById: fixed.evidenceById,
      nameByCode: fixed.nameByCode,
      rows,
      rowsAtStandardGrade,
      rowByCode: new Map([...rows.kecamatan, ...rows.kelurahan].map((row) => [row.code, row])),
      scores,
      factors: read.factors,
      method,
    };
  }, [info, evidence, fixed, read, scores, minimumGrade, weights]);
  return <AtlasContext value={atlas}>{children}</AtlasContext>;
}

/** The loaded data. Throws outside an AtlasProvider. */
export function useAtlas(): Atlas {
  const atlas = useContext(AtlasContext);
  if (atlas === null) throw new Error('useAtlas: no AtlasProvider above');
  return atlas;
}
