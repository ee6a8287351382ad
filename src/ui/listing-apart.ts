/** What tells a listing from another of the same entity on the same list: the name listed, whom it covers, else the day it began. */
import type { Listing } from '../dataset/entity.ts';
import { listingStart } from '../dataset/standing.ts';
import { formatDate } from './dates.ts';
import { tn } from './translate.ts';

/** The first of the names by which it is listed, and how many more; null where the list stands once, or that is not known. */
export function nameApart(listing: Listing, all: readonly Listing[]): string | null {
  if (!isRepeated(listing, all)) return null;
  if (listing.legalName === null) return listing.covers ?? null;
  const [first, ...others] = listing.legalName.split(/;\s*/);
  return others.length === 0 ? first! : `${first} ${tn('plus', others.length)}`;
}

/** As `nameApart`, with the day on which it began where no name is known: for places that show no date. */
export function listingApart(listing: Listing, all: readonly Listing[]): string | null {
  const start = listingStart(listing);
  return nameApart(listing, all) ?? (isRepeated(listing, all) && start ? formatDate(start) : null);
}

/** The list, and what tells this listing from another on it: for sentences that name a listing by its list. */
export function listApart(listing: Listing, all: readonly Listing[]): string {
  return [listing.list, nameApart(listing, all)].filter(Boolean).join(' · ');
}

function isRepeated(listing: Listing, all: readonly Listing[]): boolean {
  return all.some((other) => other.id !== listing.id && other.list === listing.list);
}
