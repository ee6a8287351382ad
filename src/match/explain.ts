/** A mention's reasons as sentences for a reader. */
import type { Mention } from './types.ts';

/** Joins words as English does: “a”, “a and b”, “a, b and c”. */
function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}

/** Sentences, the weightiest first; at least one. */
export function explain(mention: Mention, entityName: string): string[] {
  const wordsOf = (code: string) => mention.reasons.find((reason) => reason.code === code)?.words ?? [];
  const has = (code: string) => mention.reasons.some((reason) => reason.code === code);
  const isOwnName = mention.name === entityName;
  if (has('sure')) {
    const whose = isOwnName ? 'is its own name' : `is a name of ${entityName}`;
    return [`“${mention.name}” ${whose}, and nothing near it points elsewhere.`];
  }
  const names = wordsOf('names');
  const words = wordsOf('words').map((word) => `“${word}”`);
  const grounds: string[] = [];
  if (names.length > 0) grounds.push(`the article also names ${listed(names)}`);
  if (words.length > 0) grounds.push(`near it ${words.length > 1 ? 'stand' : 'stands'} ${listed(words)}`);
  if (has('same-name') && grounds.length < 2) grounds.push('it means that elsewhere in the article');
  return [`“${mention.name}” here means ${isOwnName ? 'this one' : entityName}: ${grounds.join(', and ')}.`];
}
