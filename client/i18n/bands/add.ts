import { addCatalogue } from '../catalogue.ts';
import { en } from './en.ts';
import { id } from './id.ts';

/** Imported for its effect by the layer that uses the namespace. */
addCatalogue('bands', id, en);
