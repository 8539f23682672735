import type { Collection, Item } from '../services/collection.ts';
import { selectItems } from '../services/select-items.ts';
import type { ItemsQuery } from './items-query.ts';
import { GEOJSON, type Link } from './ogc-documents.ts';

const COMMA = Buffer.from(',');
const END = Buffer.from(']}');

/** The request's own parameters with another offset, for the neighbouring pages. */
function pageLink(base: string, parameters: URLSearchParams, offset: number, rel: string, title: string): Link {
  const query = new URLSearchParams(parameters);
  if (offset === 0) query.delete('offset');
  else query.set('offset', String(offset));
  const text = query.toString();
  return { href: text === '' ? base : `${base}?${text}`, rel, type: GEOJSON, title };
}

function linksOf(
  collection: Collection,
  query: ItemsQuery,
  matched: number,
  parameters: URLSearchParams,
  base: string,
): readonly Link[] {
  const self = `${base}/ogc/collections/${collection.id}/items`;
  const { limit, offset } = query;
  const file = collection.id === 'kecamatan' || collection.id === 'kelurahan';
  const links = [pageLink(self, parameters, offset, 'self', 'This page')];
  if (offset + limit < matched) links.push(pageLink(self, parameters, offset + limit, 'next', 'Next page'));
  // From beyond the end the page before is the last one.
  const before = Math.max(0, Math.min(offset, matched) - limit);
  if (offset > 0) links.push(pageLink(self, parameters, before, 'prev', 'Previous page'));
  links.push(
    file
      ? { href: `${base}/${collection.id}.geojson`, rel: 'alternate', type: GEOJSON, title: 'All of it as one file' }
      : { href: `${base}/`, rel: 'alternate', type: 'text/html', title: 'The map' },
    {
      href: `${base}/ogc/collections/${collection.id}`,
      rel: 'collection',
      type: 'application/json',
      title: 'The collection',
    },
  );
  return links;
}

function joined(head: string, items: readonly Item[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [Buffer.from(head)];
  items.forEach(({ bytes }, i) => {
    if (i > 0) parts.push(COMMA);
    parts.push(bytes);
  });
  parts.push(END);
  return Buffer.concat(parts);
}

/** A page of features from their encoded bytes: no feature is encoded again. */
export function itemsAnswer(
  collection: Collection,
  query: ItemsQuery,
  parameters: URLSearchParams,
  context: { readonly base: string; readonly timeStamp: string },
): Uint8Array<ArrayBuffer> {
  const matched = selectItems(collection, query.selection);
  const page = matched.slice(query.offset, query.offset + query.limit);
  const members = JSON.stringify({
    type: 'FeatureCollection',
    numberMatched: matched.length,
    numberReturned: page.length,
    timeStamp: context.timeStamp,
    links: linksOf(collection, query, matched.length, parameters, context.base),
  });
  return joined(`${members.slice(0, -1)},"features":[`, page);
}

/** One feature with its links. */
export function itemAnswer(collection: Collection, item: Item, base: string): Uint8Array<ArrayBuffer> {
  const owner = `${base}/ogc/collections/${collection.id}`;
  const links: readonly Link[] = [
    { href: `${owner}/items/${encodeURIComponent(item.fid)}`, rel: 'self', type: GEOJSON, title: 'This feature' },
    { href: owner, rel: 'collection', type: 'application/json', title: 'The collection' },
    { href: `${base}/`, rel: 'alternate', type: 'text/html', title: 'The map' },
  ];
  return Buffer.concat([item.bytes.subarray(0, -1), Buffer.from(`,"links":${JSON.stringify(links)}}`)]);
}

/** The whole collection as a plain RFC 7946 file, named and credited. */
export function fileAnswer(collection: Collection, attribution: string): Uint8Array<ArrayBuffer> {
  const members = JSON.stringify({ type: 'FeatureCollection', name: collection.id, attribution });
  return joined(`${members.slice(0, -1)},"features":[`, collection.items);
}
