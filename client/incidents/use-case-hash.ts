import { useEffect, useState } from 'react';

/** What the page shows: the list, one case, its correction, or a new one. It is the fragment of the address. */
export type CaseRoute = { readonly kind: 'list' | 'new' } | { readonly kind: 'one' | 'edit'; readonly id: string };

export function decodeCaseRoute(hash: string): CaseRoute {
  if (hash === '#new') return { kind: 'new' };
  const match = /^#([1-9]\d{0,8})(\/edit)?$/.exec(hash);
  if (match?.[1] === undefined) return { kind: 'list' };
  return { kind: match[2] === undefined ? 'one' : 'edit', id: match[1] };
}

function isCaseRoute(hash: string): boolean {
  return hash === '' || hash === '#list' || decodeCaseRoute(hash).kind !== 'list';
}

export function encodeCaseRoute(route: CaseRoute): string {
  switch (route.kind) {
    case 'list':
      return '#list';
    case 'new':
      return '#new';
    case 'one':
      return `#${route.id}`;
    case 'edit':
      return `#${route.id}/edit`;
  }
}

/** The fragment never reaches the server's log. Going somewhere is a step of the history. */
export function useCaseRoute(): readonly [CaseRoute, (route: CaseRoute) => void] {
  const [route, setRoute] = useState(() => decodeCaseRoute(location.hash));
  useEffect(() => {
    // An anchor of the page (`#content`) is no other place: what is being written stays.
    const follow = (): void => {
      if (isCaseRoute(location.hash)) setRoute(decodeCaseRoute(location.hash));
    };
    window.addEventListener('hashchange', follow);
    window.addEventListener('popstate', follow);
    return () => {
      window.removeEventListener('hashchange', follow);
      window.removeEventListener('popstate', follow);
    };
  }, []);
  const go = (next: CaseRoute): void => {
    location.hash = encodeCaseRoute(next);
    window.scrollTo(0, 0);
  };
  return [route, go];
}
