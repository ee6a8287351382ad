/** A mention's reasons as sentences for a reader. */
import type { Mention } from './types.ts';

/** Joins words as English does: “a”, “a and b”, “a, b and c”. */
function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}

export function explain(mention: Mention, entityName: string): string[] {
  const sentences: string[] = [];
  const means = mention.name === entityName ? `“${mention.name}” here means this one` : `“${mention.name}” here means ${entityName}`;
  for (const { code, words = [] } of mention.reasons) {
    if (code === 'sure' && mention.name === entityName) sentences.push(`“${mention.name}” is its own name, and nothing near it points elsewhere.`);
    else if (code === 'sure') sentences.push(`“${mention.name}” is a name of ${entityName}, and nothing near it points elsewhere.`);
    else if (code === 'names') sentences.push(`${means}: the article also names ${listed(words)}.`);
    else if (code === 'same-name') sentences.push(`${means}, as it does elsewhere in the article.`);
    else if (code === 'words') sentences.push(`${means}: near it stand the words ${listed(words.map((word) => `“${word}”`))}.`);
  }
  return sentences;
}
