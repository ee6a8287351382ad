/** Rule: a text can be read in years to come. */
import { entityRule, readerTexts, withoutQuotes } from './rule.ts';

const passing =
  /\b(recently|currently|nowadays|today|yesterday|tomorrow|at present|at the moment|as of now|to date|so far|(last|this|next) (week|month|year|quarter|summer|winter|spring|autumn))\b/i;

export const textTimeless = entityRule(
  'text-timeless',
  'Texts are read long after they were written: no “recently”, “currently”, “last year”; a date says it.',
  function* (entity) {
    for (const [field, text] of readerTexts(entity)) {
      const found = passing.exec(withoutQuotes(text));
      if (found) yield [field, `“${found[0]}” tells no time to a later reader: give the date`];
    }
  },
);
