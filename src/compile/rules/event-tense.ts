/** Rule: what lies in the past is not told as if it were to come. */
import { entityRule, withoutQuotes } from './rule.ts';

const future =
  /\b(was|were) to\b(?! (be )?(hear|have) )|\b(was|were) to hear\b|\bwill (not )?[a-z]|\bhad agreed to\b|\b(is|are) due\b|\b(is|are) ((set|scheduled|expected|about) )?to [a-z]|\b(intends|hopes|expects) to\b/i;

export const eventTense = entityRule(
  'event-tense',
  'An event says what happened, not what was going to: find the outcome (audit pattern 3). Quotations are let through.',
  function* (entity) {
    for (const { id, text } of entity.events) {
      const found = future.exec(withoutQuotes(text));
      if (found) yield [`events.${id}.text`, `“${found[0]}” looks ahead: what came of it?`];
    }
  },
);
