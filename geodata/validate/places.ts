import { metresOffLand, OFF_LAND_METRES } from '../off-land.ts';
import { isPlaceCategory, NAMELESS_CATEGORIES } from '../place-category.ts';
import { check } from './check.ts';

/** Every place lies in a kelurahan; up to 500 m off the land (piers, register points) it is a warning. */
export const placesInsideCity = check('places-inside-city', ({ places, kelurahan }, error, warning) =>
  places.flatMap(({ geometry, properties: { id } }) => {
    const metres = metresOffLand(geometry.coordinates, kelurahan);
    if (metres === 0) return [];
    const message = `place ${id} at ${geometry.coordinates.join(', ')} is ${Math.round(metres)} m off the city's land`;
    return [metres <= OFF_LAND_METRES ? warning({ message, geometry }) : error({ message, geometry })];
  }),
);

/** Ids are unique, categories known, and lodging and nightlife carry neither a name nor an id of the map they come from. */
export const placesFitToPublish = check('places-fit-to-publish', ({ places }, error) => {
  const seen = new Set<string>();
  return places.flatMap(({ geometry, properties }) => {
    const { id, category, name } = properties;
    if (seen.has(id)) return [error({ message: `place id ${id} is used twice`, geometry })];
    seen.add(id);
    if (!isPlaceCategory(category)) return [error({ message: `place ${id}: unknown category ${category}`, geometry })];
    const nameless = NAMELESS_CATEGORIES.includes(category);
    if (nameless && (name !== null || properties.osm_id !== undefined)) {
      return [error({ message: `place ${id}: a ${category} must not carry a name or a map id`, geometry })];
    }
    return !nameless && name === null ? [error({ message: `place ${id}: a ${category} needs a name`, geometry })] : [];
  });
});
