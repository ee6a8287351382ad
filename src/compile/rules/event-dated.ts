/** Rule: an event has a date. */
import { entityRule } from './rule.ts';

export const eventDated = entityRule(
  'event-dated',
  'An event without a date cannot be set against an article’s: it needs at least a year, or an exception.',
  function* (entity) {
    for (const { id, date } of entity.events)
      if (!date) yield [`events.${id}.date`, 'is empty: give the year at least, or make the event a fact'];
  },
);
