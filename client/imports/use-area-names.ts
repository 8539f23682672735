import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { CITY } from '../../domain/city.ts';
import { askServer } from '../internal-api.ts';

const editionSchema = z.object({ areas: z.array(z.object({ code: z.string(), name: z.string() })) });

/** Name of an area by its code; the code until the names are there. */
export function useAreaNames(): (code: string) => string {
  const { data } = useQuery({
    queryKey: ['area-names'],
    queryFn: () => askServer('GET', '/api/edition', editionSchema),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const names = new Map(data?.areas.map(({ code, name }) => [code, name]));
  return (code) => (code === CITY.code ? CITY.shortName : (names.get(code) ?? code));
}
