/** Rule: a name in another script says which language it is in. */
import { entityRule } from './rule.ts';

export const namesLanguage = entityRule(
  'names-language',
  'A name with letters outside the Latin script has a language; so has every name of type "native".',
  function* (entity) {
    for (const { text, type, language } of entity.names) {
      if (language) continue;
      if (type === 'native' || /(?!\p{Script=Latin})\p{L}/u.test(text))
        yield [`names["${text}"].language`, 'is missing'];
    }
  },
);
