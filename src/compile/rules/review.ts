/** Rule: a reviewed entity was reviewed after its sources were read, and nothing in it is open. */
import { entityRule } from './rule.ts';

export const review = entityRule(
  'review',
  'The day of a review is not before the day by which a source was read: what came in later was not reviewed.',
  function* (entity) {
    if (entity.review.state !== 'reviewed') return;
    const { on } = entity.review;
    for (const { id, readBy } of entity.sources) {
      if (readBy > on) yield ['review.on', `${on} is before ${readBy}, when source ${id} was read`];
    }
  },
);
