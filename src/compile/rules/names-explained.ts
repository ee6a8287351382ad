/** Rule: an ambiguous name says what else it means or what shows that this entity is meant. */
import { entityRule } from './rule.ts';

export const namesExplained = entityRule(
  'names-explained',
  'An ambiguous name has other meanings, context words, or a note on why nothing on the page but its kin settles it.',
  function* (entity) {
    for (const { text, ambiguous, otherMeanings, context, note, unmarked } of entity.names) {
      if (!ambiguous || unmarked || otherMeanings?.length || context?.length || note) continue;
      yield [`names["${text}"]`, 'is ambiguous, but has no other meaning, no context words and no note'];
    }
  },
);
