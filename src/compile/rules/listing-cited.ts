/** Rule: a listing in force says where it was published. */
import { entityRule } from './rule.ts';

export const listingCited = entityRule(
  'listing-cited',
  'A listing in force has a citation, or an exception that says why none is known.',
  function* (entity) {
    for (const { id, status, citation } of entity.listings) {
      if (status !== 'removed' && citation === null)
        yield [`listings.${id}.citation`, 'is empty: say where it was printed, such as "86 FR 60759"'];
    }
  },
);
