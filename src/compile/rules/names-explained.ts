/** Rule: an ambiguous name says what else it means and what shows that this entity is meant. */
import { entityRule, repeated } from './rule.ts';

export const namesExplained = entityRule(
  'names-explained',
  'An ambiguous name has other meanings and context words; matching words stand only where they are used, once.',
  function* (entity) {
    for (const { text, ambiguous, otherMeanings, context, notBefore, notAfter, unmarked } of entity.names) {
      const field = `names["${text}"]`;
      if (ambiguous && !unmarked && !otherMeanings?.length) yield [field, 'is ambiguous, but no other meaning is given'];
      if (ambiguous && !unmarked && !context?.length) yield [field, 'is ambiguous, but no context words are given'];
      if (!ambiguous && otherMeanings?.length) yield [field, 'has other meanings, but is not marked ambiguous'];
      for (const words of [context, notBefore, notAfter]) {
        for (const word of repeated((words ?? []).map((each) => each.toLowerCase()))) yield [field, `has the word “${word}” twice`];
      }
    }
  },
);
