/** A card's status as text that a reporter can paste: the claim, the law's citation, and the sources with their addresses. */
import type { CardRecord, RecordEvent } from '../dataset/records.ts';
import { canBeListed, listingStateNow } from '../dataset/standing.ts';
import { formatDate, formatDay } from '../ui/dates.ts';
import { listApart } from '../ui/listing-apart.ts';
import { listingDates } from '../ui/listing-dates.ts';
import { colon, t } from '../ui/translate.ts';
import { publisherText, standingHeadline } from '../ui/words.ts';
import { citedSources } from './card-sources.tsx';

/** Plain text of several lines; without a listing it cites the sources of the newest events instead. */
export function citationOf(record: CardRecord): string {
  const listings = record.listings.filter((listing) => listingStateNow(listing) === 'in-force');
  const shown = listings.length > 0 ? listings : record.listings;
  // The citation is of the act that listed: behind the day of a removal it would seem to be of that.
  const claims = shown.map((listing) =>
    [`${listApart(listing, record.listings)}, ${listing.authority}`, listing.citation, listingDates(listing)]
      .filter(Boolean)
      .join('; '),
  );
  const cited = shown.length > 0 ? shown : newestEvents(record);
  const ids = cited.flatMap(({ sources }) => sources);
  const sources = citedSources(record.sources, ids).map(
    (source) =>
      `${publisherText(source)}${colon()}${source.title} (${source.published ? formatDate(source.published) : t('date.undated')}). ${source.url}`,
  );
  return [
    `${record.name}${colon()}${canBeListed(record.kind) ? standingHeadline(record.standing, record.listings) : record.summary}`,
    ...claims.map((claim) => `– ${claim}`),
    ...sources,
    `Sidelight, ${t('card.checked_by', { date: formatDay(record.checkedBy) })}`,
  ].join('\n');
}

/** The last two that have a date; undated ones, which stand behind them, only where there are no others. */
function newestEvents({ events }: CardRecord): RecordEvent[] {
  const dated = events.filter(({ date }) => date !== null);
  return (dated.length > 0 ? dated : events).slice(-2);
}
