/** Rule: that something is listed now rests on a primary source. */
import { citedSources, entityRule } from './rule.ts';

export const listedNowPrimary = entityRule(
  'listed-now-primary',
  'A listing in force cites at least one primary source: the authority, the official journal, a court.',
  function* (entity) {
    for (const listing of entity.listings) {
      if (listing.status !== 'listed' && listing.status !== 'partially-removed') continue;
      if (citedSources(entity, listing).some(({ kind }) => kind === 'primary')) continue;
      yield [`listings.${listing.id}.sources`, `none of ${listing.sources.join(', ')} is a primary source`];
    }
  },
);
