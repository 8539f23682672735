import type { FlatValue } from '../store/store.ts';

export type PropertyType = 'string' | 'number' | 'boolean';

/** Numbers even where no feature has one yet: a column of nulls says nothing about itself. */
const DECLARED_NUMBERS =
  /^(measured_value|goal_(low|high)|coverage|population|population_year|area_km2|official_area_km2|density_per_km2|(?!class_)\w+_(low|point|high))$/;

/**
 * Names of the properties over all features, in the order of the first feature that has them, with the JSON type
 * of their values. A property with values of several types is a string; one with none is what is declared of it.
 */
export function propertyTypes(rows: Iterable<Readonly<Record<string, FlatValue>>>): ReadonlyMap<string, PropertyType> {
  const found = new Map<string, Set<PropertyType>>();
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      const types = found.get(name) ?? new Set();
      found.set(name, types);
      const type = typeof value;
      if (type === 'string' || type === 'number' || type === 'boolean') types.add(type);
    }
  }
  return new Map(
    [...found].map(([name, [first, ...others]]): [string, PropertyType] => [
      name,
      others.length > 0 ? 'string' : (first ?? (DECLARED_NUMBERS.test(name) ? 'number' : 'string')),
    ]),
  );
}
