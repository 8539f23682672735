import type { TypedResponse } from 'hono';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { type HeaderSets, PREFLIGHT } from './http/header-sets.ts';
import { type HttpContext, type HttpEnv, sendBody, sendNotFound } from './http/send.ts';
import { ANONYMOUS, isAllowed } from './policy.ts';
import { problemResponse } from './problem.ts';
import type { ClientFiles } from './routes/client-files.ts';
import type { Handlers } from './routes/handlers.ts';
import { ROUTES, type RouteRow, routeOf } from './routes/table.ts';

export interface AppDeps {
  readonly handlers: Handlers;
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
  const row = routeOf(path);
  if (row !== undefined && method === 'OPTIONS') return new Response(null, { status: 204, headers: PREFLIGHT });
  if (row !== undefined) {
    const allow = `${row.method}, HEAD, OPTIONS`;
    return problemResponse(
      { code: 'method_not_allowed', detail: `${path} takes ${allow}.` },
      { ...headers.open, Allow: allow },
    );
  }
  const trimmed = path.endsWith('/') ? routeOf(path.slice(0, -1)) : undefined;
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
  for (const row of ROUTES as readonly RouteRow[]) {
    const handler = handlers[row.path as keyof Handlers];
    // The only actor is anonymous, so the decision holds for every request; with roles it moves into the handler.
    const allowed = isAllowed(row.access, ANONYMOUS);
    app.on(row.method, row.path, (c) =>
      allowed
        ? (handler(c) as Response)
        : problemResponse({ code: 'forbidden', detail: 'This is not for you.' }, headers.page),
    );
  }
  app.notFound((c) => answerRest(c, deps));
  app.onError((error, c) => {
    log.error({ err: error, method: c.req.method, path: c.req.path }, 'request failed');
    return problemResponse({ code: 'internal_error', detail: 'The server failed; it is in the log.' }, headers.open);
  });
  return app as unknown as App;
}
