import { createServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createProbe } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { App } from './app.ts';
import { reasonOf, StartFault } from './fault.ts';
import type { HeaderRecord } from './http/header-sets.ts';
import { problemResponse } from './problem.ts';
import type { TlsFiles } from './tls.ts';

/** A client that drips its headers is cut off after this; Node's own default is 60 s. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 30_000;
/** Requests under way get this long before their connections are closed. */
const SHUTDOWN_MS = 10_000;

interface Address {
  readonly host: string;
  readonly port: number;
}

function listenFault(error: unknown, { host, port }: Address): StartFault {
  const code = reasonOf(error);
  if (code === 'EADDRINUSE') {
    return new StartFault(`PORT=${port} on ${host} is taken by another program: stop it, or set another PORT.`);
  }
  if (code === 'EACCES') {
    return new StartFault(`PORT=${port} may not be opened by this user: set a PORT of 1024 or more.`);
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartFault(`HOST=${host} is no address of this machine: set 127.0.0.1, 0.0.0.0 or one it has.`);
  }
  return new StartFault(`HOST=${host} PORT=${port} cannot be opened (${code}).`);
}

/** Throws a StartFault when the port cannot be had: asked before anything is written. */
export async function probePort(address: Address): Promise<void> {
  const probe = createProbe();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(listenFault(error, address)));
    probe.listen({ ...address, exclusive: true }, () => probe.close(() => resolve()));
  });
}

export interface Listening {
  /** Takes no new request, lets those under way finish, then resolves. */
  readonly close: () => Promise<void>;
}

/** Serves the app on one port, over TLS when there are files for it. Throws a StartFault when the port cannot be had. */
export async function listen(
  app: App,
  address: Address,
  tls: TlsFiles | null,
  headers: HeaderRecord,
): Promise<Listening> {
  const listener = getRequestListener(app.fetch, {
    hostname: address.host,
    errorHandler: () => problemResponse({ code: 'bad_request', detail: 'The request cannot be read.' }, headers),
  });
  const options = {
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
  const server: Server =
    tls === null ? createServer(options, listener) : createHttpsServer({ ...options, ...tls }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenFault(error, address)));
    server.listen(address, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), SHUTDOWN_MS);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
