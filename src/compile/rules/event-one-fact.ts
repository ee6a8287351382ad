/** Rule: one event, one fact. */
import { entityRule } from './rule.ts';

/** After a semicolon these tell the other side of the same fact, which belongs beside it. */
const otherSide =
  /;\s+(?:[^;]*\b(?:denie[sd]|denying|disput\w+|declin\w+|reject\w+|did not (?:answer|respond|comment)|said|says|called|no comment)\b)/i;

export const eventOneFact = entityRule(
  'event-one-fact',
  'Two facts joined by a semicolon share one date that fits one of them (audit pattern 2); a denial beside an allegation is no second fact.',
  function* (entity) {
    for (const { id, text } of entity.events) {
      if (text.includes(';') && !otherSide.test(text))
        yield [`events.${id}.text`, 'joins two facts by a semicolon'];
    }
  },
);
