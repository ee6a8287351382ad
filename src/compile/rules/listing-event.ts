/** Rule: who is told to have been listed has a listing. */
import type { EntityKind } from '../../dataset/vocabulary.ts';
import { entityRule } from './rule.ts';

/** Their events tell how others were listed: makers of a product, parties of an instrument or an investigation. */
const listedThroughOthers: readonly EntityKind[] = ['product', 'instrument', 'investigation'];

export const listingEvent = entityRule(
  'listing-event',
  'An entity without listings has no event of type “listing”: the card would say that no government lists it, and beneath that one did. An event on how another party was listed is an exception.',
  function* (entity) {
    if (entity.listings.length > 0 || listedThroughOthers.includes(entity.kind)) return;
    for (const { id, type } of entity.events) {
      if (type === 'listing')
        yield [
          `events.${id}.type`,
          'tells of a listing, but “listings” is empty: enter the listing, or make an exception if another party was listed',
        ];
    }
  },
);
