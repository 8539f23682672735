import type { Logger } from 'pino';
import { type App, createApp } from './app.ts';
import type { Contact } from './contact.ts';
import type { Compress } from './http/compress.ts';
import { type HeaderSets, makeHeaderSets } from './http/header-sets.ts';
import { makeBodies } from './routes/bodies.ts';
import { loadClientFiles } from './routes/client-files.ts';
import { makeHandlers } from './routes/handlers.ts';
import { loadCatalogue } from './services/catalogue.ts';
import type { Store } from './store/store.ts';

export interface AssembleInput {
  readonly store: Store;
  /** The built page. */
  readonly clientFolder: string;
  readonly baseUrl: string;
  readonly contact: Contact | null;
  readonly version: string;
  readonly compress: Compress;
  readonly log: Logger;
}

export interface Assembled {
  readonly app: App;
  readonly editionId: string;
  readonly headers: HeaderSets;
}

/** The app over a seeded store, all its answers made. Throws a StartFault when the page is not built. */
export async function assemble(input: AssembleInput): Promise<Assembled> {
  const { store, clientFolder, baseUrl, contact, version, compress, log } = input;
  const headers = await makeHeaderSets(baseUrl.startsWith('https:'));
  const catalogue = await loadCatalogue(store);
  const [bodies, clientFiles] = await Promise.all([
    makeBodies({ store, catalogue, baseUrl, contact, version, headers: headers.open, compress }),
    loadClientFiles(clientFolder, headers.page, compress),
  ]);
  const handlers = makeHandlers({ store, catalogue, bodies, baseUrl, openHeaders: headers.open, log });
  return { app: createApp({ handlers, clientFiles, headers, log }), editionId: catalogue.edition.id, headers };
}
