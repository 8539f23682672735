import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf, StartFault } from '../fault.ts';
import { type Body, makeBody } from '../http/body.ts';
import type { Compress } from '../http/compress.ts';
import type { HeaderRecord } from '../http/header-sets.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Already packed: a second time only costs. */
const PACKED = new Set(['.png', '.woff2', '.ico']);

/** Paths of the page end in no extension and hold nothing that a file or an encoded character could. */
const PAGE_PATH = /^\/([a-z0-9-]+(\/[a-z0-9-]+)*\/?)?$/;
/** What the page has something to show at. */
const PAGES = new Set(
  ['data', 'sign-in', 'setup', 'account', 'admin', 'incidents', 'import'].flatMap((name) => [`/${name}`, `/${name}/`]),
).add('/');
const NEVER_A_PAGE = /^\/(api|ogc|assets|basemap|edition|healthz)(\/|$)/;

export interface ClientFiles {
  /** The file under this path, the page itself for a path that it knows, or null. */
  readonly find: (path: string) => Body | null;
  /** Whether a person who typed this wanted a page, not a file or data. */
  readonly looksLikePage: (path: string) => boolean;
  readonly page: Body;
}

const asBytes: Compress = async (bytes) => Uint8Array.from(bytes);

/**
 * The built page from `folder` (dist/client), in memory. Files under /assets carry a hash in their name and may be
 * kept for a year; all others are asked for again. Throws a StartFault when the page is not built.
 */
export async function loadClientFiles(folder: string, headers: HeaderRecord, compress: Compress): Promise<ClientFiles> {
  let names: string[];
  try {
    await readFile(join(folder, 'index.html'));
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    names = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  } catch (error) {
    throw new StartFault(
      `the page is not built (${join(folder, 'index.html')}: ${reasonOf(error)}): run \`npm run build\`.`,
    );
  }
  const paths = names.map((name) => name.replaceAll('\\', '/')).filter((name) => !name.startsWith('/.'));
  const bodies = new Map(
    await Promise.all(
      paths.map(async (path): Promise<[string, Body]> => {
        const extension = /\.[a-z0-9]+$/.exec(path)?.[0] ?? '';
        const options = {
          contentType: TYPES[extension] ?? 'application/octet-stream',
          cacheControl: path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
          headers,
        };
        const bytes = await readFile(join(folder, path));
        return [path, await makeBody(bytes, options, PACKED.has(extension) ? asBytes : compress)];
      }),
    ),
  );
  const page = bodies.get('/index.html');
  if (page === undefined) throw new Error('index.html was read and is not there');
  return {
    find: (path) => bodies.get(path) ?? (PAGES.has(path) ? page : null),
    looksLikePage: (path) => PAGE_PATH.test(path) && !NEVER_A_PAGE.test(path),
    page,
  };
}
