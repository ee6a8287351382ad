/** What is looked for around a name to tell its sense, unpacked only as far as a page asks for it. */
import { createWord, type Word } from './context.ts';
import { declinesLatin } from './edges.ts';
import {
  unpackTopics,
  unpackTranslations,
  type IndexParts,
  type NameNeed,
  type Rule,
} from './index-format.ts';

/** A word that is looked for, and what it says beside the name. Weights are on the scale of `LocalEvidence`. */
export interface Sought {
  word: Word;
  speaks: 'own' | 'topic' | 'against';
  weight: number;
}

export interface Sense {
  need: NameNeed;
  /** Each word once. */
  sought: readonly Sought[];
  /** Words that make it something else when they stand directly beside it. */
  notBefore: readonly Word[];
  notAfter: readonly Word[];
  /** Whether the text's language writes "the Pegasus affair" with a hyphen. */
  hyphenates: boolean;
  /** Whether it declines names in Latin letters. */
  declines: boolean;
  /** Whether it writes every noun with a capital. */
  capitalisesNouns: boolean;
  /** Whether a word, in small letters, may stand capitalised beside a name without being part of it. */
  isNeutral(word: string): boolean;
}

export interface Senses {
  /** What is looked for around a name that has the rule, of an entity that has the topics, in a text of the language. */
  of(rule: Rule, topicMask: number, language: string | undefined): Sense;
  wordText(word: number): string;
}

/** One everyday word proves nothing, two do. */
const everydayWeight = 0.65;
const cueWeight = 1.5;
const strongWeight = 0.8;
const weakWeight = 0.35;

/** Germanic but for English, Finnic, Hungarian. */
const hyphenating = /^(?:de|nl|sv|da|no|nb|nn|fi|et|hu)(?![a-z])/i;
const german = /^de(?![a-z])/i;

/** Cheap to make: `parts` is asked when a sense is. */
export function createSenses(parts: () => IndexParts): Senses {
  let texts: string[] | undefined;
  let everyday = 0;
  let languages: string[] | undefined;
  let neutral: Set<string> | undefined;
  const words: (Word | undefined)[] = [];
  const topicWords = new Map<string, readonly Sought[]>();

  function wordText(word: number): string {
    if (!texts) {
      texts = parts().words.split('\n');
      everyday = texts.indexOf('');
    }
    return texts[word]!;
  }
  const wordAt = (word: number) => (words[word] ??= createWord(wordText(word), word));

  /** Without a known language every language's words count; English counts always, as names of things are often English. */
  function vocabularyOf(language: string | undefined): readonly string[] {
    languages ??= parts().vocabulary.split('\n\n');
    const isOf = (code: string) => (packed: string) => packed.startsWith(`${code}\n`);
    const own = languages.find(isOf(language?.slice(0, 2).toLowerCase() ?? ''));
    return own ? [own, ...languages.filter(isOf('en'))] : languages;
  }

  function topicWordsOf(topicMask: number, vocabulary: readonly string[]): readonly Sought[] {
    const key = `${topicMask} ${vocabulary === languages ? '' : vocabulary[0]!.slice(0, 2)}`;
    const known = topicWords.get(key);
    if (known) return known;
    const strong = new Set<number>();
    const weak = new Set<number>();
    for (const packed of vocabulary) unpackTopics(packed, topicMask, strong, weak);
    const sought: Sought[] = [];
    for (const word of strong) sought.push({ word: wordAt(word), speaks: 'topic', weight: strongWeight });
    for (const word of weak)
      if (!strong.has(word)) sought.push({ word: wordAt(word), speaks: 'topic', weight: weakWeight });
    topicWords.set(key, sought);
    return sought;
  }

  return {
    of(rule, topicMask, language) {
      const { need, cues } = rule;
      const vocabulary = vocabularyOf(language);
      const context = new Set(rule.context);
      // A name without words of its own has none that could be translated.
      if (context.size > 0)
        for (const packed of vocabulary) unpackTranslations(packed, rule.context, context);
      const sought: Sought[] = [];
      for (const word of cues) sought.push({ word: wordAt(word), speaks: 'against', weight: cueWeight });
      for (const word of context) {
        if (cues.includes(word)) continue;
        const found = wordAt(word);
        sought.push({ word: found, speaks: 'own', weight: word < everyday ? everydayWeight : 1 });
      }
      if (topicMask) {
        const isOwn = ({ word: { number } }: Sought) => cues.includes(number) || context.has(number);
        for (const one of topicWordsOf(topicMask, vocabulary)) if (!isOwn(one)) sought.push(one);
      }
      return {
        need,
        sought,
        hyphenates: hyphenating.test(language ?? ''),
        declines: declinesLatin('', language),
        capitalisesNouns: german.test(language ?? ''),
        notBefore: rule.notBefore.map(wordAt),
        notAfter: rule.notAfter.map(wordAt),
        isNeutral: (word) => (neutral ??= new Set(parts().neutral.split(' '))).has(word),
      };
    },
    wordText,
  };
}
