/** How much the dataset covers, as figures that should only rise. */
import type { Entity } from '../dataset/entity.ts';

/**
 * Means are rounded down to two digits, so that a floor copied from here holds, a share to three: at two, one source
 * more could take it a whole step down.
 */
export function coverage(entities: readonly Entity[]): Record<string, number> {
  const sources = entities.flatMap((entity) => entity.sources);
  const listings = entities.flatMap((entity) => entity.listings);
  const down = (value: number, steps: number) => Math.floor(value * steps) / steps;
  return {
    entities: entities.length,
    names: entities.reduce((sum, entity) => sum + entity.names.length, 0),
    listings: listings.length,
    events: entities.reduce((sum, entity) => sum + entity.events.length, 0),
    relations: entities.reduce((sum, entity) => sum + entity.relations.length, 0),
    sources: sources.length,
    sourcesPerEntity: down(sources.length / entities.length || 0, 100),
    primaryShare: down(sources.filter(({ kind }) => kind === 'primary').length / sources.length || 0, 1000),
    listingsWithCitation: listings.filter(({ citation }) => citation !== null).length,
    entitiesWithTwoSources: entities.filter((entity) => entity.sources.length > 1).length,
  };
}
