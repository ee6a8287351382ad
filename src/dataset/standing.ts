/** Where an entity stood with governments on a given day, from its listings' own dates. Pure. */
import { earliestDay, latestDay, type SourcedDate } from './dates.ts';
import type { Listing } from './entity.ts';
import type { EntityKind } from './vocabulary.ts';

/** `listed`: under at least one listing then; `was-listed`: under none, but earlier under one; `none`: neither. */
export type Standing = 'listed' | 'was-listed' | 'none';

/** How one listing stood on a day. `unknown`: its dates do not say (no start date, or a coarse one around the day). */
export type ListingState = 'in-force' | 'not-yet' | 'ended' | 'proposed' | 'unknown';

/**
 * The day from which a listing counts: the earliest of designation, publication and taking effect. A limit that bites
 * only weeks later (NS-CMIC: 60 days) was public and on the list from the first of them.
 */
export function listingStart(listing: Listing): SourcedDate | null {
  const { designated, published, effective } = listing.dates;
  const known = [designated, published, effective].filter((date) => date !== null);
  return known.sort((a, b) => (earliestDay(a) < earliestDay(b) ? -1 : 1))[0] ?? null;
}

/** The day on which it ended. One of which a part was removed goes on; `removed` is then the day of that. */
export function listingEnd({ dates, status }: Listing): SourcedDate | null {
  return status === 'partially-removed' ? null : dates.removed;
}

/**
 * How the listing stood on `day` (YYYY-MM-DD). A coarse date is only trusted where the whole span of days that it can
 * mean lies on one side of `day`; otherwise the answer is `unknown` rather than a guess.
 */
export function listingStateOn(listing: Listing, day: string): ListingState {
  const start = listingStart(listing);
  const end = listingEnd(listing);
  if (start && day < earliestDay(start)) return 'not-yet';
  if (listing.status === 'proposed') return start && day < latestDay(start) ? 'unknown' : 'proposed';
  if (end && day >= latestDay(end)) return 'ended';
  if (end && day >= earliestDay(end)) return 'unknown';
  if ((listing.status === 'removed' || listing.status === 'suspended') && !end) return 'unknown';
  if (!start || day < latestDay(start)) return 'unknown';
  return 'in-force';
}

/** How the listing stands now, by its stated status: what was listed without a seen removal counts as listed. */
export function listingStateNow(listing: Listing): ListingState {
  if (listing.status === 'proposed') return 'proposed';
  if (listing.status === 'removed' || listing.status === 'suspended') return 'ended';
  return 'in-force';
}

export function standingNow(listings: readonly Listing[]): Standing {
  const states = listings.map(listingStateNow);
  if (states.includes('in-force')) return 'listed';
  return states.includes('ended') ? 'was-listed' : 'none';
}

/**
 * An order binds the parties that it names, such as those of a settlement with the FTC; they stand on no list. The name of
 * what they are under ends with that word.
 */
export function isOrder({ list }: Pick<Listing, 'list'>): boolean {
  return list.endsWith(' order');
}

/** By a part of a country, whose bans end at its border: "State of Texas". */
export function isRegional({ authority }: Pick<Listing, 'authority'>): boolean {
  return authority.startsWith('State of ');
}

/** A law or an investigation is never itself under a listing: to say that none is known of would mislead. */
export function canBeListed(kind: EntityKind): boolean {
  return kind !== 'instrument' && kind !== 'investigation';
}
