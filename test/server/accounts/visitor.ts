import { BASE, type TestApp } from '../fixture/app.ts';

export interface Visitor {
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly send: (method: string, path: string, body?: unknown) => Promise<Response>;
  /** The `Cookie` header of the next request. */
  readonly cookie: () => string;
  readonly setCookie: (cookie: string) => void;
  /** `Set-Cookie` of the last answer. */
  readonly lastCookies: () => readonly string[];
}

/** What node-server hands along of a socket. */
function bindings(address: string | null): object {
  return address === null ? {} : { incoming: { socket: { remoteAddress: address }, headers: {} } };
}

/** A browser as far as the server sees one: keeps cookies, names the origin. */
export function visitor({ app }: Pick<TestApp, 'app'>, address: string | null = null): Visitor {
  const jar = new Map<string, string>();
  let last: readonly string[] = [];
  const send = async (method: string, path: string, body?: unknown, more: Readonly<Record<string, string>> = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const init = {
      method,
      headers: { origin: BASE, ...(cookie === '' ? {} : { cookie }), 'content-type': 'application/json', ...more },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const response = await app.request(path, init, bindings(address));
    last = response.headers.getSetCookie();
    for (const set of last) {
      const [pair = '', ...attributes] = set.split(/;\s*/);
      const name = pair.slice(0, pair.indexOf('='));
      if (attributes.some((one) => /^max-age=0$/i.test(one))) jar.delete(name);
      else jar.set(name, pair.slice(name.length + 1));
    }
    return response;
  };
  return {
    get: (path) => send('GET', path),
    post: (path, body, headers) => send('POST', path, body ?? {}, headers),
    send,
    cookie: () => [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
    setCookie: (cookie) => {
      for (const pair of cookie.split(/;\s*/))
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    },
    lastCookies: () => last,
  };
}
