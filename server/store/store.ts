import type { Area } from '../../domain/area.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Method } from '../../domain/method.ts';
import type { AccountStore } from './contract/account-store.ts';
import type { AuditStore } from './contract/audit-store.ts';
import type { ImportStore } from './contract/import-store.ts';
import type { IncidentStore } from './contract/incident-store.ts';
import type { ReleaseStore } from './contract/release-store.ts';
import type { SettingStore } from './contract/setting-store.ts';

export const FEATURE_COLLECTIONS = ['kota', 'kecamatan', 'kelurahan', 'places', 'roads'] as const;
export type FeatureCollectionName = (typeof FEATURE_COLLECTIONS)[number];

export type FlatValue = string | number | boolean | null;

export type StoredGeometry =
  | { readonly type: 'Point'; readonly coordinates: readonly number[] }
  | { readonly type: 'LineString' | 'MultiPoint'; readonly coordinates: readonly (readonly number[])[] }
  | { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
  | {
      readonly type: 'MultiPolygon';
      readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
    };

export interface StoredFeature {
  readonly fid: string;
  readonly properties: Readonly<Record<string, FlatValue>>;
  readonly geometry: StoredGeometry | null;
}

export interface Edition {
  readonly id: string;
  readonly hash: string;
  readonly status: string;
  readonly title: string;
  /** RFC 3339 date-time. */
  readonly publishedAt: string;
  /** ISO date of the newest thing the edition knows. */
  readonly asOf: string;
  readonly method: Method;
}

export interface PopulationRow {
  readonly code: string;
  readonly year: number;
  readonly period: string;
  readonly population: number;
  /** What the source says the rows of this period sum to; null where it does not. */
  readonly statedTotal: number | null;
  readonly source: string;
}

/** Small texts that are served whole, as the geodata build wrote them. */
export const DOCUMENTS = ['helplines', 'city-context', 'quality', 'coast', 'context'] as const;
export type DocumentName = (typeof DOCUMENTS)[number];

/** Everything that the geodata build knows. */
export interface Seed {
  /** File name → SHA-256. */
  readonly datasets: ReadonlyMap<string, string>;
  readonly edition: Edition;
  readonly areas: readonly Area[];
  readonly evidence: readonly Evidence[];
  readonly population: readonly PopulationRow[];
  readonly features: Readonly<Record<FeatureCollectionName, readonly StoredFeature[]>>;
  readonly documents: Readonly<Record<DocumentName, string>>;
  readonly trainingIncidents: readonly Incident[];
}

/** What is kept. Asynchronous, so that a store on another machine is the same to everybody who asks. */
export interface Store {
  datasetHashes(): Promise<ReadonlyMap<string, string>>;
  /** Replaces everything seeded, in one transaction; earlier editions stay listed. */
  reseed(seed: Seed): Promise<void>;
  currentEdition(): Promise<Edition | null>;
  areas(): Promise<readonly Area[]>;
  evidence(): Promise<readonly Evidence[]>;
  population(): Promise<readonly PopulationRow[]>;
  /** In the order of the file. */
  features(collection: FeatureCollectionName): Promise<readonly StoredFeature[]>;
  document(name: DocumentName): Promise<string>;
  trainingIncidents(): Promise<readonly Incident[]>;
  readonly incidents: IncidentStore;
  readonly imports: ImportStore;
  readonly audit: AuditStore;
  readonly settings: SettingStore;
  readonly releases: ReleaseStore;
  readonly accounts: AccountStore;
  /** What was purged leaves the log of the file as well; false when somebody was at work: to be tried again. */
  emptyLog(): Promise<boolean>;
  /** Throws when the store does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
