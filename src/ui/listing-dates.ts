/** A listing's dates in words, each called what it is: in effect, published, designated (of an order: made), removed. */
import { earliestDay } from '../dataset/dates.ts';
import type { Listing } from '../dataset/entity.ts';
import { isOrder } from '../dataset/standing.ts';
import { formatDate } from './dates.ts';
import { t } from './translate.ts';

/** The date from which the listing is in effect, the designation where that was earlier, and how it ended if it did. */
export function listingDates(listing: Listing): string {
  const { designated, published, effective, removed } = listing.dates;
  if (listing.status === 'proposed') {
    const date = published ?? designated;
    return date ? t('listing_date.proposed', { date: formatDate(date) }) : t('listing_status.proposed');
  }
  // An order designates nobody.
  const decided = isOrder(listing) ? 'listing_date.ordered' : 'listing_date.designated';
  // A limit may bite only weeks later (NS-CMIC: 60 days): its day alone would say that the listing is younger than it is.
  const isDesignatedBefore =
    designated !== null && effective !== null && earliestDay(designated) < earliestDay(effective);
  const since = effective
    ? t('listing_date.effective', { date: formatDate(effective) })
    : published
      ? t('listing_date.published', { date: formatDate(published) })
      : designated
        ? t(decided, { date: formatDate(designated) })
        : t('listing_date.undated');
  const start = isDesignatedBefore ? `${t(decided, { date: formatDate(designated) })} · ${since}` : since;
  if (listing.status === 'listed') return start;
  const key = (
    {
      removed: 'listing_date.removed',
      'partially-removed': 'listing_date.partly_removed',
      suspended: 'listing_date.suspended',
    } as const
  )[listing.status];
  return `${start} · ${t(key, { date: removed ? formatDate(removed) : t('date.undated') })}`;
}
