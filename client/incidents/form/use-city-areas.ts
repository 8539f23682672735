import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Locate, makeLocator } from '../../../domain/geometry/locator.ts';
import { fetchKecamatan, fetchKelurahan } from '../../api.ts';
import type { AreaCollection } from '../../feature-schema.ts';

export interface CityAreas {
  readonly kecamatan: AreaCollection;
  readonly kelurahan: AreaCollection;
  readonly nameOf: (code: string) => string;
  readonly locate: Locate;
}

interface Loading {
  /** Null while they load, and when they could not be loaded. */
  readonly areas: CityAreas | null;
  readonly failed: boolean;
  readonly retry: () => void;
}

function byName(a: AreaCollection['features'][number], b: AreaCollection['features'][number]): number {
  return a.properties.name.localeCompare(b.properties.name);
}

/** Kecamatan and kelurahan with their boundaries, the same that the map page loads, in the order of their names. */
export function useCityAreas(): Loading {
  const [kecamatan, kelurahan] = useQueries({
    queries: [
      { queryKey: ['kecamatan'], queryFn: fetchKecamatan },
      { queryKey: ['kelurahan'], queryFn: fetchKelurahan },
    ],
  });
  const areas = useMemo((): CityAreas | null => {
    if (!kecamatan.data || !kelurahan.data) return null;
    const sorted = (collection: AreaCollection): AreaCollection => ({
      ...collection,
      features: [...collection.features].sort(byName),
    });
    const names = new Map(
      [...kecamatan.data.features, ...kelurahan.data.features].map(({ properties }) => [
        properties.code,
        properties.name,
      ]),
    );
    return {
      kecamatan: sorted(kecamatan.data),
      kelurahan: sorted(kelurahan.data),
      nameOf: (code) => names.get(code) ?? code,
      locate: makeLocator(
        kelurahan.data.features.map(({ geometry, properties }) => ({ code: properties.code, geometry })),
      ),
    };
  }, [kecamatan.data, kelurahan.data]);
  const retry = (): void => {
    for (const query of [kecamatan, kelurahan]) if (query.isError) void query.refetch();
  };
  return { areas, failed: kecamatan.isError || kelurahan.isError, retry };
}
