/** Rule: an ambiguous name says what else it means or what shows that this entity is meant. */
import { entityRule } from './rule.ts';

export const namesExplained = entityRule(
  'names-explained',
  'An ambiguous name has other meanings or context words, unless an unambiguous name of the same entity can settle it on the page.',
  function* (entity) {
    const isSettledByAnother = entity.names.some(
      ({ ambiguous, onlyWithKin, unmarked }) => !ambiguous && !onlyWithKin && !unmarked,
    );
    for (const { text, ambiguous, otherMeanings, context, unmarked, onlyWithKin } of entity.names) {
      if (
        !ambiguous ||
        unmarked ||
        onlyWithKin ||
        otherMeanings?.length ||
        context?.length ||
        isSettledByAnother
      )
        continue;
      yield [
        `names["${text}"]`,
        'is ambiguous, and no other name can settle it: add otherMeanings or context',
      ];
    }
  },
);
