import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import type { Body, Variant } from './body.ts';
import { etagMatches } from './etag-matches.ts';
import { negotiateEncoding } from './negotiate-encoding.ts';

/** What node-server hands along; absent when a test calls the app as a function. */
export interface HttpEnv {
  Bindings: { readonly incoming?: IncomingMessage };
}

export type HttpContext = Context<HttpEnv>;

/** A request header without building the whole `Headers` object. */
export function requestHeader(c: HttpContext, name: 'accept-encoding' | 'if-none-match'): string | undefined {
  const incoming = c.env?.incoming;
  if (incoming === undefined) return c.req.header(name);
  // Node joins repeated ones of these two into one text.
  return incoming.headers[name];
}

/** 304 when the client already holds these bytes, else the bytes. */
export function sendVariant(c: HttpContext, variant: Variant): Response {
  const ifNoneMatch = requestHeader(c, 'if-none-match');
  if (ifNoneMatch !== undefined && etagMatches(ifNoneMatch, variant.etag)) {
    return new Response(null, { status: 304, headers: variant.notModifiedHeaders });
  }
  return new Response(variant.bytes, { status: 200, headers: variant.headers });
}

/** The page under an address where there is none: it says so itself. Never 304, which would stand for 200. */
export function sendNotFound(c: HttpContext, page: Body): Response {
  const { bytes, headers } = page[negotiateEncoding(requestHeader(c, 'accept-encoding'))];
  return new Response(bytes, { status: 404, headers });
}

/** The coding the client prefers, or 304. */
export function sendBody(c: HttpContext, body: Body): Response {
  return sendVariant(c, body[negotiateEncoding(requestHeader(c, 'accept-encoding'))]);
}
