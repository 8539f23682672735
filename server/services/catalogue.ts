import type { Edition, Store, StoredGeometry } from '../store/store.ts';
import { COLLECTION_IDS, type Collection, type CollectionId, itemsOfFeatures, makeCollection } from './collection.ts';
import { itemsOfEvidence } from './evidence-items.ts';

export interface Catalogue {
  readonly edition: Edition;
  readonly collections: ReadonlyMap<CollectionId, Collection>;
}

/** Everything that the map endpoints serve, from the store into memory. Throws when the store holds no edition. */
export async function loadCatalogue(store: Store): Promise<Catalogue> {
  const edition = await store.currentEdition();
  if (edition === null) throw new Error('the store holds no edition');
  const collections = new Map<CollectionId, Collection>();
  const geometryOfArea = new Map<string, StoredGeometry | null>();
  for (const id of COLLECTION_IDS) {
    if (id === 'evidence') continue;
    const features = await store.features(id);
    if (id === 'kota' || id === 'kecamatan' || id === 'kelurahan') {
      for (const { fid, geometry } of features) geometryOfArea.set(fid, geometry);
    }
    collections.set(id, makeCollection(id, itemsOfFeatures(features), false));
  }
  const evidence = itemsOfEvidence(await store.evidence(), geometryOfArea);
  collections.set('evidence', makeCollection('evidence', evidence, true));
  return { edition, collections };
}
