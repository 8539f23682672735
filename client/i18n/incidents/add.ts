import { addCatalogue } from '../catalogue.ts';
import { en } from './en.ts';
import { id } from './id.ts';

/** Imported for its effect by the pages that use the namespace. */
addCatalogue('incidents', id, en);
