/** Finds the known words that stand around a candidate, and what each of them says about its sense. */
import { NONE, scriptOf, takesPrefixes } from './characters.ts';
import { endOfWord, inSmallLetters } from './context.ts';
import type { Sense, Sought } from './senses.ts';

/** How far from a candidate words are looked at, in UTF-16 units. */
export const reach = 400;
/** How much a word counts at this distance from the candidate. */
const near = (distance: number) => (distance <= 90 ? 1 : distance <= 200 ? 0.8 : 0.5);
/** Longer than any word's `beginning`. A word that begins within reach counts even if it ends beyond it. */
const longestBeginning = 50;

/** A text around names, ready to be searched. */
export interface Surroundings {
  readonly text: string;
  /** The same in small letters, unit for unit. */
  readonly small: string;
}

export const surroundingsOf = (text: string): Surroundings => ({ text, small: inSmallLetters(text) });

/** A known word with every place near the candidate at which it was found. */
export interface FoundWord extends Sought {
  /** Start and end of each place, one after the other. */
  places: number[];
  /** How much it says at each place; 0 where it does not count. */
  says: number[];
  /** The first place at which it counts, and the most that it says at any. */
  first: number;
  most: number;
  /** One of its places holds the candidate and more: "Lord of the Rings" for the name "Ring". */
  holdsCandidate: boolean;
}

export interface NearbyWords {
  /** Those that count somewhere, in the order of the text. */
  words: FoundWord[];
  /** The candidate is only a part of a phrase that has another meaning. */
  isInOtherName: boolean;
}

export function nearbyWords(around: Surroundings, start: number, end: number, sense: Sense): NearbyWords {
  const from = Math.max(0, start - reach);
  const to = Math.min(around.text.length, end + reach);
  const searched = {
    text: around.text.slice(from, to + longestBeginning),
    small: around.small.slice(from, to + longestBeginning),
  };
  const words: FoundWord[] = [];
  let isInOtherName = false;
  for (const sought of sense.sought) {
    const found = findWord(sought, searched, from, to, around.text, start, end);
    if (!found) continue;
    isInOtherName ||= found.holdsCandidate && sought.speaks === 'against';
    if (found.most > 0) words.push(found);
  }
  if (words.length > 1) {
    countPlacesOnce(words);
    words.sort((one, other) => one.first - other.first || one.word.number - other.word.number);
  }
  return { words, isInOtherName };
}

/** `searched` is the stretch of `text` that begins at `from`; the word has to begin before `to`. */
function findWord(
  sought: Sought,
  searched: Surroundings,
  from: number,
  to: number,
  text: string,
  start: number,
  end: number,
): FoundWord | null {
  const { beginning, capitals, isStem } = sought.word;
  const haystack = capitals === 'all' ? searched.text : searched.small;
  let found: FoundWord | null = null;
  for (let at = haystack.indexOf(beginning); at >= 0; at = haystack.indexOf(beginning, at + 1)) {
    const wordStart = from + at;
    const wordEnd = wordStart < to ? endOfWord(sought.word, text, wordStart) : 0;
    if (wordEnd === 0) continue;
    found ??= { ...sought, places: [], says: [], first: 0, most: 0, holdsCandidate: false };
    found.places.push(wordStart, wordEnd);
    found.says.push(0);
    const holds = wordStart <= start && wordEnd >= end && wordEnd - wordStart > end - start;
    found.holdsCandidate ||= holds;
    // What holds the name says what it is: "Ring camera" for "Ring".
    const isOwnHolder = holds && sought.speaks === 'own';
    if (wordStart < end && wordEnd > start && !isOwnHolder) continue;
    // A name said twice is no evidence for itself.
    if (!isOwnHolder && isPartOf(text.slice(wordStart, wordEnd), isStem, text.slice(start, end))) continue;
    const distance = isOwnHolder ? 0 : wordEnd <= start ? start - wordEnd : wordStart - end;
    const says = near(distance) * sought.weight;
    found.says[found.says.length - 1] = says;
    if (found.most === 0) found.first = wordStart;
    if (says > found.most) found.most = says;
  }
  return found;
}

/**
 * Lets each place of the text count for one word only. Where "spy*" and "spyware company" both match there, the weightier
 * one counts; of two equal ones the one written out in full, since readers are shown it.
 */
function countPlacesOnce(words: FoundWord[]): void {
  const claimed = { for: [] as number[], against: [] as number[] };
  const weightiestFirst = [...words].sort(
    (one, other) => other.most - one.most || Number(one.word.isStem) - Number(other.word.isStem),
  );
  for (const word of weightiestFirst) {
    const others = claimed[word.speaks === 'against' ? 'against' : 'for'];
    word.most = 0;
    for (let k = 0; k < word.places.length; k += 2) {
      const says = word.says[k / 2]!;
      if (says > word.most && !overlaps(others, word.places[k]!, word.places[k + 1]!)) word.most = says;
    }
    others.push(...word.places);
  }
}

function overlaps(places: readonly number[], start: number, end: number): boolean {
  for (let k = 0; k < places.length; k += 2) if (places[k]! < end && places[k + 1]! > start) return true;
  return false;
}

/**
 * Whether the word stands in the name as a whole word, or a stem at the beginning of one: "fish" is no part of "Kingfish".
 * Hebrew and Arabic write "the", "and" … onto the word, so there it may begin behind letters.
 */
function isPartOf(word: string, isStem: boolean, name: string): boolean {
  const at = name.toLowerCase().indexOf(word.toLowerCase());
  const isEdge = (unit: number) => scriptOf(name.charCodeAt(unit)) === NONE;
  const begins = isEdge(at - 1) || takesPrefixes(scriptOf(name.charCodeAt(at - 1)));
  return at >= 0 && begins && (isStem || isEdge(at + word.length));
}

/** How much all words of one side say together. */
export function sumOf(words: readonly FoundWord[], speaks: Sought['speaks']): number {
  let total = 0;
  for (const word of words) if (word.speaks === speaks) total += word.most;
  return total;
}

/** Whether what stands there is, or is part of, a word that speaks for the name. */
export const isFor = (words: readonly FoundWord[], start: number, end: number): boolean =>
  words.some(({ speaks, places }) => speaks !== 'against' && overlaps(places, start, end));
