/** Claims by the age of their last check, those that matter most first: the work list for checking the data again. */
import type { Entity } from '../dataset/entity.ts';
import { listingStateNow } from '../dataset/standing.ts';
import { citedSources, claimsOf } from './rules/rule.ts';

export interface StaleClaim {
  entity: string;
  /** `listings.l1` */
  claim: string;
  isCurrentListing: boolean;
  /** The newest day by which a source of the claim had been read (YYYY-MM-DD). */
  readBy: string;
  ageDays: number;
  text: string;
}

const dayMs = 86_400_000;

/** Current listings first, then all other claims; within each the longest unread first. `today` is YYYY-MM-DD. */
export function staleClaims(entities: readonly Entity[], today: string): StaleClaim[] {
  const claims = entities.flatMap((entity) => {
    const current = new Set(
      entity.listings
        .filter((each) => listingStateNow(each) === 'in-force')
        .map(({ id }) => `listings.${id}`),
    );
    return claimsOf(entity).map((claim): StaleClaim => {
      const readBy = citedSources(entity, claim).reduce(
        (newest, source) => (source.readBy > newest ? source.readBy : newest),
        '',
      );
      return {
        entity: entity.id,
        claim: claim.field,
        isCurrentListing: current.has(claim.field),
        readBy,
        ageDays: Math.round((Date.parse(today) - Date.parse(readBy)) / dayMs),
        text: claimText(entity, claim.field),
      };
    });
  });
  const order = (claim: StaleClaim) => `${claim.isCurrentListing ? 0 : 1} ${claim.readBy}`;
  return claims.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

/** A line that says what a claim (`events.e3`) is about. */
function claimText(entity: Entity, field: string): string {
  const id = field.split('.')[1];
  const listing = entity.listings.find((each) => each.id === id);
  if (listing) return `${listing.list}, ${listing.authority}: ${listing.status}`;
  const relation = entity.relations.find((each) => each.id === id);
  if (relation) return `${relation.type} ${relation.target ?? relation.external}`;
  return [...entity.events, ...(entity.facts ?? [])].find((each) => each.id === id)?.text ?? '';
}
