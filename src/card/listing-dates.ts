/** A listing's dates in words, each called what it is: in effect, published, designated, removed. */
import type { Listing } from '../dataset/entity.ts';
import { formatDate } from '../ui/dates.ts';
import { t } from '../ui/translate.ts';

/** The date from which the listing counts, and how it ended if it did. */
export function listingDates(listing: Listing): string {
  const { designated, published, effective, removed } = listing.dates;
  if (listing.status === 'proposed') {
    const date = published ?? designated;
    return date ? t('card.proposed_on', { date: formatDate(date) }) : t('listing_status.proposed');
  }
  const start = effective
    ? t('card.effective', { date: formatDate(effective) })
    : published
      ? t('card.published', { date: formatDate(published) })
      : designated
        ? t('card.designated', { date: formatDate(designated) })
        : t('card.undated_listing');
  if (listing.status === 'listed') return start;
  const key = (
    {
      removed: 'card.removed',
      'partially-removed': 'card.partly_removed',
      suspended: 'card.suspended',
    } as const
  )[listing.status];
  return `${start} · ${t(key, { date: removed ? formatDate(removed) : t('date.undated') })}`;
}
