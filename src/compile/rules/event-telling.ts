/** Rule: few events are put before the others. */
import { entityRule } from './rule.ts';

const most = 3;

export const eventTelling = entityRule(
  'event-telling',
  `At most ${most} events of an entity are telling: a card has room for few, and more would hide what is new.`,
  function* (entity) {
    const marked = entity.events.filter(({ telling }) => telling);
    for (const { id } of marked.slice(most))
      yield [`events.${id}.telling`, `is one of ${marked.length}: at most ${most} events can be telling`];
  },
);
