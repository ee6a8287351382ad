/** Rule: a listing's status and its dates say the same. */
import { entityRule } from './rule.ts';

export const listingStatus = entityRule(
  'listing-status',
  'A removed listing has a removal date, a listing in force has none, and the same list is not in force twice from one day.',
  function* (entity) {
    const seen = new Set<string>();
    for (const { id, status, dates, list, authority, legalName } of entity.listings) {
      if (status === 'removed' && !dates.removed)
        yield [`listings.${id}.dates.removed`, 'is empty, but the status is "removed"'];
      if (status === 'listed' && dates.removed)
        yield [`listings.${id}.status`, 'is "listed", but there is a removal date'];
      if (status === 'proposed' && dates.effective)
        yield [`listings.${id}.status`, 'is "proposed", but it took effect'];
      const key = JSON.stringify([
        authority,
        list,
        dates.designated,
        dates.published,
        dates.effective,
        legalName,
      ]);
      if (seen.has(key)) yield [`listings.${id}`, 'repeats another listing of this entity'];
      seen.add(key);
    }
  },
);
