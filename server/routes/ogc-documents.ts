import { CITY } from '../../domain/city.ts';
import type { Collection, CollectionId } from '../services/collection.ts';
import type { Edition } from '../store/store.ts';

export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
export const GEOJSON = 'application/geo+json';
export const JSON_TYPE = 'application/json';
export const SCHEMA = 'application/schema+json';
export const OPENAPI = 'application/vnd.oai.openapi+json;version=3.0';

export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly title?: string;
}

interface CollectionText {
  readonly title: string;
  readonly description: string;
}

/** Data for machines and GIS users, so in English; the page's texts are in its catalogues. */
export const COLLECTION_TEXTS: Readonly<Record<CollectionId, CollectionText>> = {
  kota: { title: CITY.name, description: 'The city: area and population. No score is given for it.' },
  kecamatan: {
    title: 'Kecamatan',
    description:
      'Risk index of human trafficking per kecamatan: range, class, coverage, readings with their evidence. Not a number of incidents.',
  },
  kelurahan: {
    title: 'Kelurahan',
    description: 'The same per kelurahan. Most are not assessed: nothing is copied down from the kecamatan.',
  },
  places: { title: 'Places', description: 'Places by category. Lodging and nightlife carry no name.' },
  roads: { title: 'Roads', description: 'Main roads; geometry_quality other than osm is approximate.' },
  evidence: {
    title: 'Evidence',
    description: 'One finding about one area and one factor a row, without geometry; bbox selects by its area.',
  },
};

/** Links of one collection, for itself and for the list. */
function collectionLinks(id: CollectionId, base: string): readonly Link[] {
  const self = `${base}/ogc/collections/${id}`;
  const file = id === 'kecamatan' || id === 'kelurahan' ? `${base}/${id}.geojson` : null;
  return [
    { href: self, rel: 'self', type: JSON_TYPE, title: 'This collection' },
    { href: `${self}/items`, rel: 'items', type: GEOJSON, title: COLLECTION_TEXTS[id].title },
    // GDAL knows this relation only with the capital B, and guesses the types from the first page without it.
    { href: `${self}/schema`, rel: 'describedBy', type: SCHEMA, title: 'The properties and their types' },
    ...(file === null ? [] : [{ href: file, rel: 'alternate', type: GEOJSON, title: 'All of it as one file' }]),
  ];
}

export function collectionDocument(collection: Collection, base: string) {
  const { id, box, temporal } = collection;
  return {
    id,
    ...COLLECTION_TEXTS[id],
    itemType: 'feature',
    crs: [CRS84],
    extent: {
      ...(box === null ? {} : { spatial: { bbox: [box], crs: CRS84 } }),
      ...(temporal ? { temporal: { interval: [[null, null]] } } : {}),
    },
    links: collectionLinks(id, base),
  };
}

/**
 * JSON Schema of one feature. Each type is a single name, since GDAL reads no list of them: any property may be
 * null besides, as its description says.
 */
export function featureSchema({ id, properties }: Collection, base: string) {
  const described = [...properties].map(([name, type]) => [name, { type, description: 'null where not known' }]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${base}/ogc/collections/${id}/schema`,
    title: COLLECTION_TEXTS[id].title,
    type: 'object',
    required: ['type', 'id', 'geometry', 'properties'],
    properties: {
      type: { type: 'string', enum: ['Feature'] },
      id: { type: 'string' },
      geometry: { type: ['object', 'null'] },
      properties: { type: 'object', properties: Object.fromEntries(described) },
    },
  };
}

export function collectionsDocument(collections: Iterable<Collection>, base: string) {
  return {
    links: [
      { href: `${base}/ogc/collections`, rel: 'self', type: JSON_TYPE, title: 'The collections' },
      { href: `${base}/`, rel: 'alternate', type: 'text/html', title: 'The map' },
    ],
    collections: [...collections].map((collection) => collectionDocument(collection, base)),
  };
}

export function landingDocument(edition: Edition, base: string) {
  return {
    title: edition.title,
    description: `Open data of the map edition ${edition.id} (${edition.status}), as of ${edition.asOf}. A risk index, not a number of incidents.`,
    links: [
      { href: `${base}/ogc`, rel: 'self', type: JSON_TYPE, title: 'This document' },
      { href: `${base}/ogc/api`, rel: 'service-desc', type: OPENAPI, title: 'The API' },
      { href: `${base}/ogc/conformance`, rel: 'conformance', type: JSON_TYPE, title: 'Conformance classes' },
      { href: `${base}/ogc/collections`, rel: 'data', type: JSON_TYPE, title: 'The collections' },
      { href: `${base}/`, rel: 'alternate', type: 'text/html', title: 'The map' },
    ],
  };
}

export const CONFORMANCE = {
  conformsTo: [
    'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
    'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
    'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
  ],
} as const;
