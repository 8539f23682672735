import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

export type HeaderRecord = Readonly<Record<string, string>>;

export interface HeaderSets {
  /** For pages and their files: same origin only. */
  readonly page: HeaderRecord;
  /** For data that everybody may read from anywhere. */
  readonly open: HeaderRecord;
}

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Retry-After',
} as const;

/** What a browser asks before a cross-origin read with `If-None-Match` or the like. */
export const PREFLIGHT = {
  ...CORS,
  'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Headers': 'Accept, Accept-Language, Content-Type, If-None-Match',
  'Access-Control-Max-Age': '86400',
} as const;

/**
 * The security headers, worked out once: setting them on every response through the middleware turns its headers
 * into a `Headers` object each time, which costs more than a 304.
 */
export async function makeHeaderSets(https: boolean): Promise<HeaderSets> {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
      xFrameOptions: 'DENY',
      strictTransportSecurity: https ? 'max-age=15552000' : false,
      permissionsPolicy: { camera: [], microphone: [], geolocation: ['self'] },
    }),
  );
  app.get('/', (c) => c.body(null));
  const response = await app.request('/');
  const page = Object.fromEntries(response.headers);
  return { page, open: { ...page, ...CORS, 'cross-origin-resource-policy': 'cross-origin' } };
}
