/** The words for why a name is marked, in the reader's language. */
import type { ExplainPhrases } from '../match/types.ts';
import { isolated, listText, t, tn } from './translate.ts';

export const explainPhrases: ExplainPhrases = {
  say: (key, values, count = 1) =>
    key === 'words' ? tn('why.words', count, values) : t(`why.${key}`, values),
  list: (words) => listText(words.map(isolated)),
};
