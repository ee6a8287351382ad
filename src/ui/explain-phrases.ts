/** The words for why a name is marked, in the reader's language. */
import type { ExplainPhrases } from '../match/types.ts';
import { isolated, listOf, t, tn } from './translate.ts';

export const explainPhrases: ExplainPhrases = {
  say: (key, values, count = 1) =>
    key === 'words' ? tn('why.words', count, values) : t(`why.${key}`, values),
  list: (words) =>
    listOf(words.map(isolated))
      .map(({ value }) => value)
      .join(''),
};
