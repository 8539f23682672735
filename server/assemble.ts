import type { Logger } from 'pino';
import { CITY } from '../domain/city.ts';
import { type AccountSettings, type Accounts, openAccounts } from './accounts/accounts.ts';
import { type App, createApp } from './app.ts';
import type { Contact } from './contact.ts';
import type { Compress } from './http/compress.ts';
import { type HeaderSets, makeHeaderSets } from './http/header-sets.ts';
import type { ImportDesk } from './importing/import-desk.ts';
import { once } from './once.ts';
import { accountHandlers } from './routes/accounts/handlers.ts';
import { bandHandlers } from './routes/bands/handlers.ts';
import { makeBodies } from './routes/bodies.ts';
import { loadClientFiles } from './routes/client-files.ts';
import { makeHandlers } from './routes/handlers.ts';
import { importHandlers } from './routes/imports/handlers.ts';
import { incidentHandlers } from './routes/incidents/handlers.ts';
import type { InternalHandlers } from './routes/internal.ts';
import { keepingHandlers } from './routes/keeping/handlers.ts';
import type { KeepingSettings } from './routes/keeping/keeping-input.ts';
import { subKey } from './secret.ts';
import type { Judge } from './services/band-judge.ts';
import { bandReleases } from './services/band-release.ts';
import { type BandSeries, bandSeries } from './services/band-series.ts';
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
  readonly accountSettings: AccountSettings;
  readonly keeping: KeepingSettings;
  /** Not given where the store keeps nothing. */
  readonly imports?: ImportDesk;
  /** How a release of bands is audited; in a thread of its own when it is not given. */
  readonly judge?: Judge;
  readonly now: () => Date;
  readonly log: Logger;
}

export interface Assembled {
  readonly app: App;
  readonly editionId: string;
  readonly headers: HeaderSets;
  readonly accounts: Accounts;
  readonly bands: BandSeries;
}

/** The app over a seeded store, all its answers made. Throws a StartFault when the page is not built. */
export async function assemble(given: AssembleInput): Promise<Assembled> {
  const { store, clientFolder, baseUrl, contact, version, compress, accountSettings, keeping, now, log } = given;
  const headers = await makeHeaderSets(baseUrl.startsWith('https:'));
  const catalogue = await loadCatalogue(store);
  const [bodies, clientFiles] = await Promise.all([
    makeBodies({ store, catalogue, baseUrl, contact, version, headers: headers.open, compress }),
    loadClientFiles(clientFolder, headers.page, compress),
  ]);
  const handlers = makeHandlers({ store, catalogue, bodies, baseUrl, openHeaders: headers.open, log });
  const accounts = openAccounts({ ...accountSettings, store: store.accounts, baseUrl, now });
  const input = { store, baseUrl, headers: headers.page, now, log };
  // What only a signed-in reader needs is loaded when the first one asks: a public server stays small.
  const intake = once(async () => {
    const { openIntake } = await import('./services/incident-intake.ts');
    return openIntake(store, subKey(accountSettings.secret, 'lp'), now);
  });
  const bands = bandSeries({
    releases: once(async () => {
      const judge = given.judge ?? (await import('./services/band-judge.ts')).judgeInThread;
      const { releases, audit } = store;
      return bandReleases({ releases, audit, judge, now, timeZone: CITY.timeZone });
    }),
    incidents: store.incidents,
    now,
    kecamatanCodes: [...(catalogue.collections.get('kecamatan')?.byFid.keys() ?? [])].sort(),
  });
  const internalHandlers: InternalHandlers = {
    ...accountHandlers({ ...input, accounts }),
    ...incidentHandlers({ ...input, intake }),
    ...bandHandlers({ ...input, bands }),
    ...importHandlers({ ...input, imports: given.imports ?? null }),
    ...keepingHandlers({ ...input, keeping }),
  };
  const app = createApp({ handlers, internalHandlers, actorOf: accounts.actorOf, baseUrl, clientFiles, headers, log });
  return { app, editionId: catalogue.edition.id, headers, accounts, bands };
}
