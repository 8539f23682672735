import type { Access } from '../policy.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A path that the server answers. `:name` is one segment. */
export interface RouteRow {
  readonly method: Method;
  readonly path: string;
  readonly access: Access;
  readonly summary: string;
  /** Media type of the answer. */
  readonly answers: string;
}

/** `GET /api/session`: what handlers are kept under. */
export type RouteKey<Row extends RouteRow = RouteRow> = Row extends RouteRow
  ? `${Row['method']} ${Row['path']}`
  : never;
