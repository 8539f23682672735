import type { TypedResponse } from 'hono';
import type { Logger } from 'pino';
import { type Body, makeVariant } from '../http/body.ts';
import type { HeaderRecord } from '../http/header-sets.ts';
import { type HttpContext, sendBody, sendVariant } from '../http/send.ts';
import { type Problem, problemResponse } from '../problem.ts';
import type { Catalogue } from '../services/catalogue.ts';
import { type CollectionId, isCollectionId } from '../services/collection.ts';
import type { Store } from '../store/store.ts';
import type { EditionAnswer, TrainingAnswer } from './api-answers.ts';
import { type Bodies, REVALIDATE, WHOLE_COLLECTION_QUERY } from './bodies.ts';
import { itemAnswer, itemsAnswer } from './items-answer.ts';
import { parseItemsQuery } from './items-query.ts';
import { GEOJSON } from './ogc-documents.ts';
import type { RoutePath } from './table.ts';

export interface HandlerInput {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly bodies: Bodies;
  readonly baseUrl: string;
  readonly openHeaders: HeaderRecord;
  readonly log: Logger;
}

type Handler<Answer = unknown> = (c: HttpContext) => TypedResponse<Answer> | Response | Promise<Response>;

/** One handler for each row of the route table: a row without one does not compile. */
export type Handlers = Readonly<Record<RoutePath, Handler>> & {
  readonly '/api/edition': (c: HttpContext) => Response & TypedResponse<EditionAnswer, 200, 'json'>;
  readonly '/api/training/incidents': (c: HttpContext) => Response & TypedResponse<TrainingAnswer, 200, 'json'>;
};

/** The part of a URL after `?`, without building a URL object on the way of the page's own request. */
function queryOf(url: string): string {
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at + 1);
}

export function makeHandlers(input: HandlerInput): Handlers {
  const { store, catalogue, bodies, baseUrl: base, openHeaders, log } = input;
  const refuse = (problem: Problem) => problemResponse(problem, openHeaders);
  const unknownCollection = (id: string) =>
    refuse({
      code: 'unknown_collection',
      detail: `There is no collection ${id.slice(0, 60)}; /ogc/collections lists them.`,
    });
  const made = (path: RoutePath): Body => {
    const body = bodies.byPath.get(path);
    if (body === undefined) throw new Error(`no body was made for ${path}`);
    return body;
  };
  const fixed = (path: RoutePath) => {
    const body = made(path);
    return (c: HttpContext) => sendBody(c, body);
  };
  /** The standard wants 400 for a parameter that an operation does not know. */
  const withoutParameters = (c: HttpContext): Response | null => {
    const [name] = new URLSearchParams(queryOf(c.req.url)).keys();
    if (name === undefined) return null;
    const parameter = name.slice(0, 60);
    return refuse({ code: 'unknown_parameter', parameter, detail: `${parameter}: this address takes no parameter.` });
  };
  const document = (path: RoutePath) => {
    const body = made(path);
    return (c: HttpContext) => withoutParameters(c) ?? sendBody(c, body);
  };
  /** The JSON inside is what `makeBodies` encoded for this path; the type is for the page's client. */
  const typed =
    <Answer>(path: RoutePath) =>
    (c: HttpContext) =>
      sendBody(c, made(path)) as Response & TypedResponse<Answer, 200, 'json'>;
  const collectionOf = (id: string) => (isCollectionId(id) ? catalogue.collections.get(id) : undefined);
  const ofCollection = (perCollection: ReadonlyMap<CollectionId, Body>) => (c: HttpContext) => {
    const id = c.req.param('collectionId') ?? '';
    const body = isCollectionId(id) ? perCollection.get(id) : undefined;
    return body === undefined ? unknownCollection(id) : (withoutParameters(c) ?? sendBody(c, body));
  };
  const assembled = (c: HttpContext, bytes: Uint8Array<ArrayBuffer>) =>
    sendVariant(
      c,
      makeVariant(bytes, 'identity', { contentType: GEOJSON, cacheControl: REVALIDATE, headers: openHeaders }),
    );

  return {
    '/healthz': async () => {
      try {
        await store.ping();
      } catch (error) {
        log.error({ err: error }, 'the store does not answer');
        return refuse({ code: 'internal_error', detail: 'The store does not answer.' });
      }
      const body = JSON.stringify({ status: 'ok', edition: catalogue.edition.id });
      return new Response(body, {
        status: 200,
        headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...openHeaders },
      });
    },
    '/kecamatan.geojson': fixed('/kecamatan.geojson'),
    '/kelurahan.geojson': fixed('/kelurahan.geojson'),
    '/basemap/coast.geojson': fixed('/basemap/coast.geojson'),
    '/basemap/context.geojson': fixed('/basemap/context.geojson'),
    '/api/edition': typed<EditionAnswer>('/api/edition'),
    '/api/training/incidents': typed<TrainingAnswer>('/api/training/incidents'),
    '/ogc': document('/ogc'),
    '/ogc/conformance': document('/ogc/conformance'),
    '/ogc/api': document('/ogc/api'),
    '/ogc/collections': document('/ogc/collections'),
    '/ogc/collections/:collectionId': ofCollection(bodies.collection),
    '/ogc/collections/:collectionId/schema': ofCollection(bodies.schema),
    '/ogc/collections/:collectionId/items': (c) => {
      const collection = collectionOf(c.req.param('collectionId') ?? '');
      if (collection === undefined) return unknownCollection(c.req.param('collectionId') ?? '');
      const text = queryOf(c.req.url);
      const whole = text === WHOLE_COLLECTION_QUERY ? bodies.wholeCollection.get(collection.id) : undefined;
      if (whole !== undefined) return sendBody(c, whole);
      const parameters = new URLSearchParams(text);
      const result = parseItemsQuery(parameters, collection);
      if ('problem' in result) return refuse(result.problem);
      const context = { base, timeStamp: catalogue.edition.publishedAt };
      return assembled(c, itemsAnswer(collection, result.query, parameters, context));
    },
    '/ogc/collections/:collectionId/items/:featureId': (c) => {
      const collection = collectionOf(c.req.param('collectionId') ?? '');
      if (collection === undefined) return unknownCollection(c.req.param('collectionId') ?? '');
      const fid = c.req.param('featureId') ?? '';
      const item = collection.byFid.get(fid);
      if (item !== undefined) return withoutParameters(c) ?? assembled(c, itemAnswer(collection, item, base));
      return refuse({
        code: 'unknown_feature',
        detail: `There is no feature ${fid.slice(0, 60)} in ${collection.id}.`,
      });
    },
  };
}
