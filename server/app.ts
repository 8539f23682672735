import type { TypedResponse } from 'hono';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { type HeaderSets, PREFLIGHT } from './http/header-sets.ts';
import { type HttpContext, type HttpEnv, sendBody, sendNotFound } from './http/send.ts';
import { isAllowed } from './policy.ts';
import { type Problem, problemResponse } from './problem.ts';
import type { ClientFiles } from './routes/client-files.ts';
import type { Handlers } from './routes/handlers.ts';
import type { ActorOf, InternalHandler, InternalHandlers } from './routes/internal.ts';
import type { RouteRow } from './routes/route-row.ts';
import { INTERNAL_ROUTES, PUBLIC_ROUTES, routesOf } from './routes/table.ts';
import { storeProblem } from './store-problem.ts';

export interface AppDeps {
  readonly handlers: Handlers;
  readonly internalHandlers: InternalHandlers;
  readonly actorOf: ActorOf;
  readonly baseUrl: string;
  readonly clientFiles: ClientFiles;
  readonly headers: HeaderSets;
  readonly log: Logger;
}

type AnswerOf<H> = H extends (c: HttpContext) => Response & TypedResponse<infer Answer, 200, 'json'> ? Answer : never;
type ApiPath = Extract<keyof Handlers, `/api/${string}`>;
type ApiSchema = {
  readonly [Path in ApiPath]: {
    $get: { input: Record<never, never>; output: AnswerOf<Handlers[Path]>; outputFormat: 'json'; status: 200 };
  };
};

/** What `hc<App>(…)` needs to know: the routes under /api and the shapes of their answers. */
export type App = Hono<HttpEnv, ApiSchema, '/'>;

/** A request that no row answers: a file of the page, a redirect from a stray slash, a preflight, or a problem. */
function answerRest(c: HttpContext, { clientFiles, headers }: AppDeps): Response {
  const { path, method } = c.req;
  const rows = routesOf(path);
  const open = PUBLIC_ROUTES.some((row) => rows.includes(row));
  if (open && method === 'OPTIONS') return new Response(null, { status: 204, headers: PREFLIGHT });
  if (rows.length > 0) {
    const methods = rows.flatMap((row) => (row.method === 'GET' ? ['GET', 'HEAD'] : [row.method]));
    // `/a/:id` and `/a/word` may both be rows of one address.
    const allow = [...new Set(methods), ...(open ? ['OPTIONS'] : [])].join(', ');
    return problemResponse(
      { code: 'method_not_allowed', detail: `This takes ${allow}.` },
      { ...(open ? headers.open : headers.page), Allow: allow },
    );
  }
  const trimmed = path.endsWith('/') && routesOf(path.slice(0, -1)).length > 0 ? path : undefined;
  const reads = method === 'GET' || method === 'HEAD';
  if (trimmed !== undefined && reads) {
    const { pathname, search } = new URL(c.req.url);
    return new Response(null, { status: 308, headers: { Location: pathname.slice(0, -1) + search, ...headers.open } });
  }
  const file = clientFiles.find(path);
  if (file !== null && reads) return sendBody(c, file);
  if (file === null && reads && clientFiles.looksLikePage(path)) return sendNotFound(c, clientFiles.page);
  if (file !== null) {
    return problemResponse(
      { code: 'method_not_allowed', detail: 'This takes GET, HEAD.' },
      { ...headers.page, Allow: 'GET, HEAD' },
    );
  }
  return problemResponse({ code: 'not_found', detail: 'There is nothing at this address.' }, headers.open);
}

function isOpen(path: string): boolean {
  const rows = routesOf(path);
  return PUBLIC_ROUTES.some((row) => rows.includes(row));
}

/** Who asks is looked at in the handler of each row, so no spelling of a path goes around it. */
function addInternal(app: Hono<HttpEnv>, row: RouteRow, deps: AppDeps): void {
  const { internalHandlers, actorOf, headers, baseUrl } = deps;
  const key = `${row.method} ${row.path}`;
  const handler = (internalHandlers as Readonly<Record<string, InternalHandler>>)[key];
  if (handler === undefined) throw new Error(`no handler for ${key}`);
  const refuse = (problem: Problem) => problemResponse(problem, headers.page);
  app.on(row.method, row.path, async (c) => {
    // A page of ours names its origin with every write (Fetch standard §3.2); what does not is no page of ours.
    if (row.method !== 'GET' && c.req.header('origin') !== baseUrl) {
      return refuse({ code: 'foreign_origin', detail: 'Writes are taken from the pages of this server only.' });
    }
    const actor = await actorOf(c);
    if (isAllowed(row.access, actor)) return handler(c, actor);
    if (actor.userId === null) return refuse({ code: 'sign_in_required', detail: 'Sign in first.' });
    if (actor.unconfirmed === true) {
      const detail = 'A colleague in the Satgas must confirm this account first, on their page /account.';
      return refuse({ code: 'confirmation_required', detail });
    }
    if (actor.role === 'public') return refuse({ code: 'second_factor_required', detail: 'Give the code first.' });
    return refuse({ code: 'forbidden', detail: 'This is not for you.' });
  });
}

/**
 * The server as a function from request to response. Every row of the route table gets its handler, behind the
 * policy; there is no middleware on the way of an answer, so that a map costs what its bytes cost.
 */
export function createApp(deps: AppDeps): App {
  const { handlers, headers, log } = deps;
  const app = new Hono<HttpEnv>();
  if (log.isLevelEnabled('debug')) {
    app.use(async (c, next) => {
      const begin = performance.now();
      await next();
      const durationMs = Math.round((performance.now() - begin) * 100) / 100;
      log.debug({ method: c.req.method, path: c.req.path, status: c.res.status, durationMs }, 'request');
    });
  }
  for (const { method, path } of PUBLIC_ROUTES) {
    const handler = handlers[path];
    // The same bytes for everybody: nobody is asked who they are.
    app.on(method, path, (c) => handler(c) as Response);
  }
  for (const row of INTERNAL_ROUTES as readonly RouteRow[]) addInternal(app, row, deps);
  app.notFound((c) => answerRest(c, deps));
  app.onError((error, c) => {
    log.error({ err: error, method: c.req.method, path: c.req.path }, 'request failed');
    const problem = storeProblem(error) ?? { code: 'internal_error', detail: 'The server failed; it is in the log.' };
    return problemResponse(problem, isOpen(c.req.path) ? headers.open : headers.page);
  });
  return app as unknown as App;
}
