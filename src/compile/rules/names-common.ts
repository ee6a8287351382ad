/** Rule: a name that is also an everyday word, a first name, a city or a well-known company is marked ambiguous. */
import { bareName } from '../../dataset/bare-name.ts';
import { commonMeaning } from '../common-names.ts';
import { entityRule } from './rule.ts';

export const namesCommon = entityRule(
  'names-common',
  'Names that packaged lists of English words, first names, towns, countries and companies hold are ambiguous, or an exception says why not.',
  function* (entity) {
    for (const { text, ambiguous, unmarked, onlyWithKin } of entity.names) {
      const meaning = ambiguous || unmarked || onlyWithKin ? null : commonMeaning(bareName(text));
      if (meaning) yield [`names["${text}"]`, `is also ${meaning}: make it ambiguous`];
    }
  },
);
