import { describe, expect, it } from 'vitest';
import { asideOf } from '../../../client/accounts/after-sign-in.ts';

const nextOf = (next: string) => asideOf(`?${new URLSearchParams({ next })}`).next;

describe('where a sign-in goes on', () => {
  it.each(['/', '/incidents', '/import', '/admin', '/account', '/data'])('%s is a page of ours', (path) => {
    expect(nextOf(path)).toBe(path);
  });

  it.each([
    'https://jahat.example',
    'https://jahat.example/incidents',
    '//jahat.example',
    '/\\jahat.example',
    '\\\\jahat.example',
    '/incidents/../../jahat',
    '/incidents?x=//jahat.example',
    '/tidak-ada',
    '/api/users',
    'javascript:alert(1)',
    'toString',
    '__proto__',
    '',
  ])('%j is none', (next) => {
    expect(nextOf(next)).toBeNull();
  });

  it('is told apart from what the provider says', () => {
    expect(asideOf('?oidc=refused&lang=en')).toEqual({ next: null, oidc: 'refused' });
  });
});
