/** Rule: a name is a name: long enough to be found, without notes, and the primary one is the name that readers see. */
import { entityRule } from './rule.ts';

/** The longest is the title of an executive order. */
const longest = 120;

export const namesForm = entityRule(
  'names-form',
  `A name has two letters or digits at least, ${longest} characters at most, no note, list or address in it; the heading is one of the names.`,
  function* (entity) {
    for (const { text, ambiguous, onlyWithKin, unmarked } of entity.names) {
      const field = `names["${text}"]`;
      if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < 2)
        yield [field, 'is too short to be found in a text'];
      if (/^\p{Script=Latin}{2}$/u.test(text) && !ambiguous && !onlyWithKin && !unmarked)
        yield [field, 'is two letters, which mean much else: make it ambiguous'];
      if (/^[\d\W]+$/.test(text) && !/\p{L}/u.test(text)) yield [field, 'has no letter'];
      if (text.length > longest) yield [field, `is ${text.length} characters: more than ${longest}`];
      if (/[;|{}[\]<>\\]|https?:|\.\w+\/|[,:]$|^[-–,.:]/.test(text)) yield [field, 'holds more than a name'];
      if (/\b(a\.?k\.?a\.?|f\.?k\.?a\.?|formerly|also known as)\b/i.test(text))
        yield [field, 'holds two names: give each its own'];
    }
    const fold = (name: string) => name.toLowerCase();
    const words = fold(entity.name).split(' ')[0] ?? '';
    if (
      !entity.names.some(({ text }) => fold(text).includes(words) || fold(entity.name).includes(fold(text)))
    )
      yield ['name', `“${entity.name}” is not among the names`];
  },
);
