import type { RouteRow } from '../route-row.ts';

export const COLLEAGUE_ROUTES = [
  {
    method: 'GET',
    path: '/api/colleagues/waiting',
    access: 'colleague.confirm',
    summary: 'Satgas accounts that no colleague has confirmed',
    answers: 'application/json',
  },
  {
    method: 'POST',
    path: '/api/colleagues/:userId/confirm',
    access: 'colleague.confirm',
    summary: 'Confirm a satgas account, with a code of the own phone',
    answers: 'application/json',
  },
] as const satisfies readonly RouteRow[];
