import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { changeView, decodeView, encodeView, type View } from './view.ts';

const PAGE_OF_PATH = {
  '/': 'map',
  '/data': 'data',
  '/sign-in': 'sign_in',
  '/setup': 'setup',
  '/account': 'account',
  '/admin': 'admin',
  '/incidents': 'incidents',
  '/import': 'import',
} as const;

export type PagePath = keyof typeof PAGE_OF_PATH;
export type PageName = (typeof PAGE_OF_PATH)[PagePath] | 'not_found';

export function isPagePath(path: string): path is PagePath {
  return Object.hasOwn(PAGE_OF_PATH, path);
}

/** What the sign-in page is told in its address besides the view: it stays there. */
const ASIDES = ['next', 'oidc'] as const;

function withAsides(view: string, search: string): string {
  const given = new URLSearchParams(search);
  const asides = new URLSearchParams(
    ASIDES.flatMap((name) => (given.has(name) ? [[name, given.get(name) ?? '']] : [])),
  );
  return asides.size === 0 ? view : `${view === '' ? '?' : `${view}&`}${asides}`;
}

interface ViewState {
  readonly page: PageName;
  readonly view: View;
  /** Changes part of the view; the address follows without a new history entry. */
  readonly change: (part: Partial<View>) => void;
  /** Opens a page with the same view, as a new history entry. */
  readonly open: (path: string) => void;
  /** Address of a page with this view, for real links. */
  readonly hrefOf: (path: string) => string;
}

const ViewContext = createContext<ViewState | null>(null);

/** Browsers refuse more than about a hundred history writes in half a minute (a slider makes more). */
const ADDRESS_DELAY_MS = 120;

function pageOf(pathname: string): PageName {
  const path = pathname === '/' ? pathname : pathname.replace(/\/$/, '');
  return isPagePath(path) ? PAGE_OF_PATH[path] : 'not_found';
}

/** Holds the view, reads it from the address and writes it back. */
export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const [view, setView] = useState(() => decodeView(location.search));
  const [page, setPage] = useState(() => pageOf(location.pathname));

  useEffect(() => {
    const timer = setTimeout(() => {
      const asides = pageOf(location.pathname) === 'sign_in' ? location.search : '';
      const address = location.pathname + withAsides(encodeView(view), asides);
      if (address !== `${location.pathname}${location.search}`) history.replaceState(null, '', address + location.hash);
    }, ADDRESS_DELAY_MS);
    return () => clearTimeout(timer);
  }, [view]);

  useEffect(() => {
    const follow = (): void => {
      setView(decodeView(location.search));
      setPage(pageOf(location.pathname));
    };
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);

  const change = useCallback((part: Partial<View>) => setView((before) => changeView(before, part)), []);
  const state = useMemo((): ViewState => {
    const hrefOf = (path: string): string => `${path}${encodeView(view)}`;
    return {
      page,
      view,
      change,
      hrefOf,
      open: (path) => {
        history.pushState(null, '', hrefOf(path));
        setPage(pageOf(path));
        window.scrollTo(0, 0);
      },
    };
  }, [page, view, change]);
  return <ViewContext value={state}>{children}</ViewContext>;
}

/** The view of the page that this component is in. Throws outside a ViewProvider. */
export function useView(): ViewState {
  const state = useContext(ViewContext);
  if (state === null) throw new Error('useView: no ViewProvider above');
  return state;
}
