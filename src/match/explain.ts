/** A mention's reasons as sentences for a reader. */
import type { ExplainPhrases, Mention, PhraseKey } from './types.ts';

const english: Record<PhraseKey, string> = {
  sure_own: '“{name}” is its own name, and nothing near it points elsewhere.',
  sure_of: '“{name}” is a name of {entity}, and nothing near it points elsewhere.',
  means_this: '“{name}” here means this one: {grounds}.',
  means_entity: '“{name}” here means {entity}: {grounds}.',
  names: 'the article also names {names}',
  words: 'near it stand {words}',
  word: '“{word}”',
  elsewhere: 'it means that elsewhere in the article',
  both: '{first}, and {second}',
};

/** For a terminal, and where the interface has no texts of its own. */
const englishPhrases: ExplainPhrases = {
  say: (key, values, count) =>
    (key === 'words' && count === 1 ? 'near it stands {words}' : english[key]).replace(
      /\{(\w+)\}/g,
      (_, name: string) => values[name] ?? '',
    ),
  list: (words) =>
    words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`,
};

/** Sentences, the weightiest first; at least one. */
export function explain(
  mention: Mention,
  entity: string,
  { say, list }: ExplainPhrases = englishPhrases,
): string[] {
  const { name, reasons } = mention;
  const wordsOf = (code: string) => reasons.find((reason) => reason.code === code)?.words ?? [];
  const has = (code: string) => reasons.some((reason) => reason.code === code);
  const isOwnName = name === entity;
  if (has('sure')) return [isOwnName ? say('sure_own', { name }) : say('sure_of', { name, entity })];
  const names = wordsOf('names');
  const words = wordsOf('words').map((word) => say('word', { word }));
  const grounds: string[] = [];
  if (names.length > 0) grounds.push(say('names', { names: list(names) }));
  if (words.length > 0) grounds.push(say('words', { words: list(words) }, words.length));
  if (has('same-name') && grounds.length < 2) grounds.push(say('elsewhere', {}));
  const [first = '', second] = grounds;
  const all = second === undefined ? first : say('both', { first, second });
  return [
    isOwnName
      ? say('means_this', { name, grounds: all })
      : say('means_entity', { name, entity, grounds: all }),
  ];
}
