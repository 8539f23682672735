import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BandTable } from '../../domain/privacy/band-table.ts';
import { useAtlas } from '../atlas.tsx';
import type { PaintedLayer } from '../map/area-paint.ts';
import type { AreaRow } from '../model.ts';
import { ServerProblem } from '../server-problem.ts';
import { type Session, sessionMay, useSession } from '../session.ts';
import { useView } from '../use-view.tsx';
import type { LayerChoice } from '../view.ts';
import type { BandWords } from './band-words.ts';

type Late = typeof import('./bands-late.ts');

/** `sign_in`: the view asks for recorded cases and this visitor may not see them; the index stands in. */
export type BandState = 'off' | 'sign_in' | 'loading' | 'refused' | 'failed' | 'shown';

export interface ShownBands {
  readonly table: BandTable;
  readonly year: number;
  readonly words: BandWords;
}

/** What is painted and listed: the layer of the view, or the index where its bands are not here. */
export interface Shown {
  readonly layer: LayerChoice;
  /** What the areas of the map are coloured by. */
  readonly painted: PaintedLayer;
  /** Of the shown level. */
  readonly rows: readonly AreaRow[];
  readonly bands: ShownBands | null;
  readonly state: BandState;
  /** The code of the layer; null for whoever may not see it. */
  readonly late: Late | null;
  readonly retry: () => void;
}

const ShownContext = createContext<Shown | null>(null);

const BANDS_STALE_MS = 60_000;

/** The code of the layer, fetched once when it is wanted. */
function useLate(wanted: boolean): Late | null {
  const [late, setLate] = useState<Late | null>(null);
  useEffect(() => {
    // A chunk that cannot be fetched leaves the page as the public one.
    if (wanted && late === null) void import('./bands-late.ts').then(setLate, () => {});
  }, [wanted, late]);
  return wanted ? late : null;
}

function stateOf(session: Session | undefined, may: boolean, hasTable: boolean, error: Error | null): BandState {
  if (session !== undefined && !may) return 'sign_in';
  if (error instanceof ServerProblem && error.body.code === 'release_refused') return 'refused';
  if (error !== null) return 'failed';
  return hasTable ? 'shown' : 'loading';
}

/** Asks for the bands only when the view wants them and the session may have them. */
export function ShownProvider({ children }: { readonly children: ReactNode }) {
  const { t: main } = useTranslation();
  const { t } = useTranslation('bands');
  const { view } = useView();
  const { rows } = useAtlas();
  const wanted = view.layer === 'bands';
  const isRecorded = view.incidents?.set === 'recorded';
  const session = useSession(wanted || isRecorded);
  const may = sessionMay(session, 'incident.bands');
  const late = useLate(may);
  // One map shows one place role: an overlay of incidents decides.
  const placeRole = view.incidents?.role ?? view.bands.role;
  const query = useQuery({
    queryKey: ['bands', placeRole],
    queryFn: () => (late === null ? Promise.reject(new Error('not loaded')) : late.fetchBands(placeRole)),
    enabled: wanted && late !== null,
    staleTime: BANDS_STALE_MS,
    refetchOnWindowFocus: true,
    retry: (count, error) => count < 1 && !(error instanceof ServerProblem && error.body.status >= 400),
    placeholderData: keepPreviousData,
  });
  const { data, error, refetch } = query;
  // Whoever may not see cases keeps the index: an empty map would read as "no cases".
  const hasCases = view.incidents !== null && (!isRecorded || sessionMay(session, 'incident.read'));
  const shown = useMemo((): Shown => {
    const index = wanted ? ('index' as const) : view.layer;
    const plain = {
      layer: index,
      painted: hasCases ? ('plain' as const) : index,
      rows: rows[view.level],
      bands: null,
      late,
      retry: () => void refetch(),
    };
    if (!wanted) return { ...plain, state: 'off' };
    const state = stateOf(session, may, data !== undefined && late !== null, error);
    if (state !== 'shown' || data === undefined || late === null) return { ...plain, state };
    const year = late.shownYear(data, view.bands.year);
    return {
      ...plain,
      layer: 'bands',
      painted: 'bands',
      rows: late.withBands(rows[view.level], data, year),
      bands: { table: data, year, words: late.bandWords(t, main, data, year) },
      state,
    };
  }, [
    wanted,
    hasCases,
    view.layer,
    view.level,
    view.bands.year,
    rows,
    late,
    session,
    may,
    data,
    error,
    refetch,
    t,
    main,
  ]);
  return <ShownContext value={shown}>{children}</ShownContext>;
}

/** What the map and its panels show. Throws outside a ShownProvider. */
export function useShown(): Shown {
  const shown = useContext(ShownContext);
  if (shown === null) throw new Error('useShown: no ShownProvider above');
  return shown;
}
