import type { FlatValue, StoredFeature, StoredGeometry } from '../store/store.ts';
import { type Box, boxOf } from './geometry-meets-box.ts';
import type { Period } from './period.ts';
import { type PropertyType, propertyTypes } from './property-types.ts';

export const COLLECTION_IDS = ['kota', 'kecamatan', 'kelurahan', 'places', 'roads', 'evidence'] as const;
export type CollectionId = (typeof COLLECTION_IDS)[number];

export function isCollectionId(id: string): id is CollectionId {
  return (COLLECTION_IDS as readonly string[]).includes(id);
}

export interface Item {
  readonly fid: string;
  readonly properties: Readonly<Record<string, FlatValue>>;
  /** What `bbox` looks at: the feature's geometry, or that of its area where it has none. */
  readonly place: { readonly geometry: StoredGeometry; readonly box: Box } | null;
  /** What `datetime` looks at; null where the collection knows no time, or the row no date. */
  readonly period: Period | null;
  /** The GeoJSON of it, encoded once. */
  readonly bytes: Buffer;
}

export interface Collection {
  readonly id: CollectionId;
  readonly items: readonly Item[];
  readonly byFid: ReadonlyMap<string, Item>;
  /** Names of its properties, in the order of the first feature that has them, with their JSON type. */
  readonly properties: ReadonlyMap<string, PropertyType>;
  /** Around everything in it; null when nothing has a place. */
  readonly box: Box | null;
  readonly temporal: boolean;
}

/** Where `bbox` finds a geometry. */
export function placeOf(geometry: StoredGeometry | null | undefined): Item['place'] {
  return geometry ? { geometry, box: boxOf(geometry) } : null;
}

/** The feature as the bytes that are sent. */
export function encodeFeature(fid: string, properties: Item['properties'], geometry: StoredGeometry | null): Buffer {
  return Buffer.from(JSON.stringify({ type: 'Feature', id: fid, properties, geometry }));
}

function around(items: readonly Item[]): Box | null {
  const boxes = items.flatMap(({ place }) => (place ? [place.box] : []));
  if (boxes.length === 0) return null;
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}

/** Items in memory under an id, with what queries need worked out once. */
export function makeCollection(id: CollectionId, items: readonly Item[], temporal: boolean): Collection {
  const byFid = new Map(items.map((item) => [item.fid, item]));
  return {
    id,
    items,
    byFid,
    properties: propertyTypes(items.map(({ properties }) => properties)),
    box: around(items),
    temporal,
  };
}

export function itemsOfFeatures(features: readonly StoredFeature[]): readonly Item[] {
  return features.map(({ fid, properties, geometry }) => ({
    fid,
    properties,
    place: placeOf(geometry),
    period: null,
    bytes: encodeFeature(fid, properties, geometry),
  }));
}
