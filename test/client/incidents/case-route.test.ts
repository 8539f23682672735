import { describe, expect, it } from 'vitest';
import { type CaseRoute, decodeCaseRoute, encodeCaseRoute } from '../../../client/incidents/use-case-hash.ts';

const ROUTES: readonly CaseRoute[] = [
  { kind: 'list' },
  { kind: 'new' },
  { kind: 'one', id: '12' },
  { kind: 'edit', id: '999999999' },
];

describe('where the page of incidents is, in the fragment', () => {
  it.each(ROUTES)('$kind there and back', (route) => {
    expect(decodeCaseRoute(encodeCaseRoute(route))).toEqual(route);
  });

  it.each(['', '#', '#0', '#01', '#1e3', '#12/edit/x', '#1/../2', '#<img>', '#NEW'])('%s is the list', (hash) => {
    expect(decodeCaseRoute(hash)).toEqual({ kind: 'list' });
  });
});
