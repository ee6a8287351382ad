/** The directory: one row per entity for search, popup and filters, in the order of names. */
import type { Entity } from '../dataset/entity.ts';
import type { DirectoryRow } from '../dataset/records.ts';
import { listingStateNow, standingNow } from '../dataset/standing.ts';
import { shortAuthority } from './short-authority.ts';

export function compileDirectory(entities: readonly Entity[]): DirectoryRow[] {
  return entities.map(directoryRow).sort((a, b) => {
    const order =
      a.name.toLowerCase() < b.name.toLowerCase() ? -1 : a.name.toLowerCase() > b.name.toLowerCase() ? 1 : 0;
    return order || (a.id < b.id ? -1 : 1);
  });
}

function directoryRow(entity: Entity): DirectoryRow {
  const now = entity.listings.filter((listing) => listingStateNow(listing) === 'in-force');
  const authorities = new Set(now.map(({ authority }) => shortAuthority(authority) ?? authority));
  const names = new Set(entity.names.map(({ text }) => text).filter((text) => text !== entity.name));
  return {
    id: entity.id,
    name: entity.name,
    kind: entity.kind,
    country: entity.country,
    categories: entity.categories,
    standing: standingNow(entity.listings),
    authorities: [...authorities].sort(),
    names: [...names],
    events: entity.events.length,
    sources: entity.sources.length,
  };
}
