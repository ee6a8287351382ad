/** The dataset in figures, as `data:stats` prints them. */
import type { Entity } from '../dataset/entity.ts';
import { entityKinds, type EntityKind } from '../dataset/vocabulary.ts';
import { claimsOf } from './rules/rule.ts';

export interface DataStats {
  entities: number;
  reviewed: number;
  names: number;
  ambiguousNames: number;
  listings: number;
  listedNow: number;
  events: number;
  relations: number;
  facts: number;
  sources: number;
  primarySources: number;
  /** Listings, events, relations and facts. */
  claims: number;
  /** Claims of which no cited source is in the file: must be 0. */
  claimsWithoutSource: number;
  byKind: Record<EntityKind, number>;
}

export function dataStats(entities: readonly Entity[]): DataStats {
  const sum = (count: (entity: Entity) => number) =>
    entities.reduce((total, entity) => total + count(entity), 0);
  const unsourced = (entity: Entity) => {
    const known = new Set(entity.sources.map(({ id }) => id));
    return claimsOf(entity).filter(({ sources }) => !sources.some((id) => known.has(id))).length;
  };
  const kinds = entityKinds.map((kind) => [kind, sum((entity) => Number(entity.kind === kind))]);
  return {
    entities: entities.length,
    reviewed: sum(({ review }) => Number(review.state === 'reviewed')),
    names: sum(({ names }) => names.length),
    ambiguousNames: sum(({ names }) => names.filter(({ ambiguous }) => ambiguous).length),
    listings: sum(({ listings }) => listings.length),
    listedNow: sum(
      ({ listings }) =>
        listings.filter(({ status }) => status === 'listed' || status === 'partially-removed').length,
    ),
    events: sum(({ events }) => events.length),
    relations: sum(({ relations }) => relations.length),
    facts: sum(({ facts }) => facts?.length ?? 0),
    sources: sum(({ sources }) => sources.length),
    primarySources: sum(({ sources }) => sources.filter(({ kind }) => kind === 'primary').length),
    claims: sum((entity) => claimsOf(entity).length),
    claimsWithoutSource: sum(unsourced),
    byKind: Object.fromEntries(kinds) as Record<EntityKind, number>,
  };
}
