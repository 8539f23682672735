import type { Logger } from 'pino';
import type { HeaderRecord } from '../http/header-sets.ts';
import type { HttpContext } from '../http/send.ts';
import type { Actor } from '../policy.ts';
import type { Store } from '../store/store.ts';
import type { InternalKey } from './table.ts';

/** What every group of internal handlers is made of; a group may want more besides. */
export interface InternalInput {
  readonly store: Store;
  /** The origin that people open; a write must come from it. */
  readonly baseUrl: string;
  /** Security headers of an answer that is for one person: same origin, never kept. */
  readonly headers: HeaderRecord;
  readonly now: () => Date;
  readonly log: Logger;
}

/** Called only for an actor whom the row of the route allows. */
export type InternalHandler = (c: HttpContext, actor: Actor) => Promise<Response>;

/** One handler for each internal row: a row without one does not compile. */
export type InternalHandlers = Readonly<Record<InternalKey, InternalHandler>>;

/** Who asks, by the session cookie of the request; ANONYMOUS with the address when nobody signed in. */
export type ActorOf = (c: HttpContext) => Promise<Actor>;
