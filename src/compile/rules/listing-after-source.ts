/** Rule: a page does not report a listing that came after it. */
import { earliestDay, latestDay } from '../../dataset/dates.ts';
import { citedSources, entityRule } from './rule.ts';

export const listingAfterSource = entityRule(
  'listing-after-source',
  'At least one page cited for a listing is not older than its decision and printing; what takes effect or ends may lie ahead.',
  function* (entity) {
    for (const listing of entity.listings) {
      const sources = citedSources(entity, listing);
      for (const kind of ['designated', 'published'] as const) {
        const date = listing.dates[kind];
        if (!date || sources.length === 0) continue;
        const areTooOld = sources.every(
          ({ published }) => published !== null && latestDay(published) < earliestDay(date),
        );
        if (areTooOld)
          yield [
            `listings.${listing.id}.dates.${kind}`,
            `${date.value} is after every page that is cited for it was published`,
          ];
      }
    }
  },
);
