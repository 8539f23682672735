import type { Contact } from '../contact.ts';
import { ATTRIBUTION } from '../credits.ts';
import { type Body, makeBody } from '../http/body.ts';
import type { Compress } from '../http/compress.ts';
import type { HeaderRecord } from '../http/header-sets.ts';
import type { Catalogue } from '../services/catalogue.ts';
import type { CollectionId } from '../services/collection.ts';
import type { Store } from '../store/store.ts';
import { editionAnswer, trainingAnswer } from './api-answers.ts';
import { fileAnswer, itemsAnswer } from './items-answer.ts';
import { MAX_LIMIT } from './items-query.ts';
import {
  CONFORMANCE,
  collectionDocument,
  collectionsDocument,
  featureSchema,
  GEOJSON,
  JSON_TYPE,
  landingDocument,
  OPENAPI,
  SCHEMA,
} from './ogc-documents.ts';
import { openapiDocument } from './openapi.ts';

/** The query of the page: everything at once. Answered from a body made at start. */
export const WHOLE_COLLECTION_QUERY = `limit=${MAX_LIMIT}`;

/** Every answer that does not depend on the request, by path or by collection. */
export interface Bodies {
  readonly byPath: ReadonlyMap<string, Body>;
  readonly wholeCollection: ReadonlyMap<CollectionId, Body>;
  readonly collection: ReadonlyMap<CollectionId, Body>;
  readonly schema: ReadonlyMap<CollectionId, Body>;
}

export interface BodiesInput {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly baseUrl: string;
  readonly contact: Contact | null;
  readonly version: string;
  readonly headers: HeaderRecord;
  readonly compress: Compress;
}

/** Clients keep a body and ask whether it still holds; an edition can change at any start. */
export const REVALIDATE = 'public, no-cache';

/** Makes them all, in every coding, zlib's threads working side by side. */
export async function makeBodies(input: BodiesInput): Promise<Bodies> {
  const { store, catalogue, baseUrl: base, contact, version, headers, compress } = input;
  const { edition, collections } = catalogue;
  const body = (source: string | object | Uint8Array<ArrayBuffer>, contentType: string): Promise<Body> => {
    const plain = typeof source === 'string' || source instanceof Uint8Array ? source : JSON.stringify(source);
    return makeBody(plain, { contentType, cacheControl: REVALIDATE, headers }, compress);
  };
  const file = (id: CollectionId) => {
    const collection = collections.get(id);
    if (collection === undefined) throw new Error(`no collection ${id}`);
    return body(fileAnswer(collection, ATTRIBUTION), GEOJSON);
  };
  const all = [...collections.values()];
  const query = {
    limit: MAX_LIMIT,
    offset: 0,
    selection: { box: null, period: null, equals: new Map<string, string>() },
  };
  const parameters = new URLSearchParams(WHOLE_COLLECTION_QUERY);
  const context = { base, timeStamp: edition.publishedAt };

  const byPath: [string, Promise<Body>][] = [
    ['/kecamatan.geojson', file('kecamatan')],
    ['/kelurahan.geojson', file('kelurahan')],
    ['/basemap/coast.geojson', body(await store.document('coast'), GEOJSON)],
    ['/basemap/context.geojson', body(await store.document('context'), GEOJSON)],
    ['/api/edition', body(await editionAnswer(store, edition, contact), JSON_TYPE)],
    ['/api/training/incidents', body(await trainingAnswer(store), JSON_TYPE)],
    ['/ogc', body(landingDocument(edition, base), JSON_TYPE)],
    ['/ogc/conformance', body(CONFORMANCE, JSON_TYPE)],
    ['/ogc/api', body(openapiDocument(all, base, version), OPENAPI)],
    ['/ogc/collections', body(collectionsDocument(all, base), JSON_TYPE)],
  ];
  const settle = async <K>(entries: readonly (readonly [K, Promise<Body>])[]): Promise<ReadonlyMap<K, Body>> =>
    new Map(await Promise.all(entries.map(async ([key, value]) => [key, await value] as const)));
  const [paths, wholeCollection, collection, schema] = await Promise.all([
    settle(byPath),
    settle(all.map((each) => [each.id, body(itemsAnswer(each, query, parameters, context), GEOJSON)] as const)),
    settle(all.map((each) => [each.id, body(collectionDocument(each, base), JSON_TYPE)] as const)),
    settle(all.map((each) => [each.id, body(featureSchema(each, base), SCHEMA)] as const)),
  ]);
  return { byPath: paths, wholeCollection, collection, schema };
}
