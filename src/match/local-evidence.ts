/** What the words right around a candidate say about its sense: computed once, when the candidate is found. */
import { ARABIC, HEBREW, isCapital, isDigit, isSmall, NONE, plain, scriptOf } from './characters.ts';
import { endOfWord, inSmallLetters, type Word } from './context.ts';
import {
  beginsSentence,
  isInitial,
  isHyphen,
  neighbourAfter,
  neighbourBefore,
  standsInTitle,
  type Neighbour,
} from './neighbours.ts';
import type { Sense, Sought } from './senses.ts';

/** Evidence for one reading of a candidate. Weights are on one scale, on which 1 is enough to mark an ambiguous name. */
export interface LocalEvidence {
  /** For: the name's own words, and its topics' general ones. */
  readonly own: number;
  readonly topic: number;
  /** Against: words of other meanings, and signs that the name is part of another name. */
  readonly cues: number;
  readonly otherName: number;
  /** The part of `otherName` that tells of another bearer of the name ("Kamala Harris"), not of a longer one ("Ring Plus"). */
  readonly otherBearer: number;
  /** A word directly beside it makes it something else: nothing can outweigh that. */
  readonly isRuledOut: boolean;
  /** Word numbers behind `own` and `topic`, nearest first. */
  readonly words: readonly number[];
}

/** What is known of a place whose surroundings were not read. */
export const noEvidence: LocalEvidence = {
  own: 0,
  topic: 0,
  cues: 0,
  otherName: 0,
  otherBearer: 0,
  isRuledOut: false,
  words: [],
};

/** How far from a candidate words are looked at, in UTF-16 units. */
export const reach = 400;
const near = (distance: number) => (distance <= 90 ? 1 : distance <= 200 ? 0.8 : 0.5);
/** Longer than any word's beginning: one that begins within reach may end beyond it. */
const longestBeginning = 50;
// A name's owner puts it first in longer names (Ring Plus); another bearer's stands last (Kamala Harris).
const foreignBefore = 1.2;
const foreignOpening = 0.3;
const foreignAfter = 0.7;
const mostOwn = 3;
const mostTopic = 1.6;
/**
 * General words of the field prove a name by themselves where two strong ones stand beside it. One and an everyday one
 * stand in any local paper: "surveillance video", "police".
 */
const provingTopic = 1.5;
const unprovingTopic = 0.9;

/** A text around names, ready to be searched. */
export interface Surroundings {
  readonly text: string;
  readonly small: string;
}

export const surroundingsOf = (text: string): Surroundings => ({ text, small: inSmallLetters(text) });

/** A candidate in its text, with the known words that stand around it. */
interface Place {
  text: string;
  start: number;
  end: number;
  sense: Sense;
  words: readonly FoundWord[];
}

interface FoundWord extends Sought {
  /** Where it stands: start and end of each place. */
  places: number[];
  /** What it says at each of them: 0 where it does not count. */
  says: number[];
  /** Where it first counts, and what it says where it says most. */
  first: number;
  most: number;
}

export function localEvidence(
  { text, small }: Surroundings,
  start: number,
  end: number,
  sense: Sense,
): LocalEvidence {
  const words: FoundWord[] = [];
  const from = Math.max(0, start - reach);
  const to = Math.min(text.length, end + reach);
  const nearText = text.slice(from, to + longestBeginning);
  const nearSmall = small.slice(from, to + longestBeginning);
  let isInOtherName = false;
  for (const sought of sense.sought) {
    const { beginning, capitals } = sought.word;
    const searched = capitals === 'all' ? nearText : nearSmall;
    let found: FoundWord | null = null;
    for (let at = searched.indexOf(beginning); at >= 0; at = searched.indexOf(beginning, at + 1)) {
      const wordStart = from + at;
      const wordEnd = wordStart < to ? endOfWord(sought.word, text, wordStart) : 0;
      if (wordEnd === 0) continue;
      found ??= { ...sought, places: [], says: [], first: 0, most: 0 };
      found.places.push(wordStart, wordEnd);
      found.says.push(0);
      if (wordStart < end && wordEnd > start) {
        // "The Lord of the Rings": another meaning's own words with the name among them.
        const covers = wordStart <= start && wordEnd >= end && wordEnd - wordStart > end - start;
        isInOtherName ||= covers && sought.speaks === 'against';
        continue;
      }
      // A name said twice is no evidence for itself.
      if (isPartOf(text.slice(wordStart, wordEnd), sought.word.isStem, text.slice(start, end))) continue;
      const distance = wordEnd <= start ? start - wordEnd : wordStart - end;
      const says = near(distance) * sought.weight;
      found.says[found.says.length - 1] = says;
      if (found.most === 0) found.first = wordStart;
      if (says > found.most) found.most = says;
    }
    if (found && found.most > 0) words.push(found);
  }
  if (words.length > 1) {
    countPlacesOnce(words);
    words.sort((one, other) => one.first - other.first || one.word.number - other.word.number);
  }
  const place: Place = { text, start, end, sense, words };
  const isSure = sense.need === 'sure';
  const before = isSure && sense.notBefore.length === 0 ? null : neighbourBefore(text, start);
  const after = isSure && sense.notAfter.length === 0 ? null : neighbourAfter(text, end);
  const otherBearer = isSure ? 0 : otherBearerOf(place, before);
  const spelled = hasOwnSpelling(text, start, end) ? ownSpelling : 0;
  const own = Math.min(mostOwn, sum(words, 'own') + spelled);
  const topic = sum(words, 'topic');
  return {
    own,
    topic: Math.min(own > 0 || topic >= provingTopic ? mostTopic : unprovingTopic, topic),
    cues: sum(words, 'against'),
    otherName: isSure ? 0 : otherBearer + otherName(place, before, after),
    otherBearer,
    isRuledOut:
      isInOtherName ||
      ruledOut(sense.notBefore, before, place, 'before') ||
      ruledOut(sense.notAfter, after, place, 'after'),
    words: words.length === 0 ? noEvidence.words : numbersOf(words),
  };
}

/**
 * What two words say of one place of the text ("spy*" and "spyware company") is said once: by the weightier, and of
 * equals by the one that is written out, since readers are told it.
 */
function countPlacesOnce(words: FoundWord[]): void {
  const claimed = { for: [] as number[], against: [] as number[] };
  const weightiestFirst = [...words].sort(
    (one, other) => other.most - one.most || Number(one.word.isStem) - Number(other.word.isStem),
  );
  for (const word of weightiestFirst) {
    const others = claimed[word.speaks === 'against' ? 'against' : 'for'];
    const isClaimed = (k: number) => overlaps(others, word.places[k]!, word.places[k + 1]!);
    word.most = 0;
    for (let k = 0; k < word.places.length; k += 2)
      if (word.says[k / 2]! > word.most && !isClaimed(k)) word.most = word.says[k / 2]!;
    others.push(...word.places);
  }
}

function overlaps(places: readonly number[], start: number, end: number): boolean {
  for (let k = 0; k < places.length; k += 2) if (places[k]! < end && places[k + 1]! > start) return true;
  return false;
}

function sum(words: readonly FoundWord[], speaks: Sought['speaks']): number {
  let total = 0;
  for (const word of words) if (word.speaks === speaks) total += word.most;
  return total;
}

/** Of the words that speak for it, the weightiest first, of equal ones its own. */
function numbersOf(words: readonly FoundWord[]): number[] {
  const isOf = (speaks: Sought['speaks']) => (word: FoundWord) => word.speaks === speaks && word.most > 0;
  return [...words.filter(isOf('own')), ...words.filter(isOf('topic'))]
    .sort((one, other) => other.most - one.most)
    .map(({ word }) => word.number);
}

/** "StingRay", "iPhone": capitals as nobody writes an ordinary word. */
function hasOwnSpelling(text: string, start: number, end: number): boolean {
  for (let k = start + 1; k < end; k++)
    if (isCapital(text.charCodeAt(k)) && isSmall(text.charCodeAt(k - 1))) return true;
  return false;
}
const ownSpelling = 0.4;

/** One of its words, or how one begins: "fish" is no part of "Kingfish". Hebrew and Arabic words are found behind letters too. */
function isPartOf(word: string, isStem: boolean, name: string): boolean {
  const at = name.toLowerCase().indexOf(word.toLowerCase());
  const isEdge = (unit: number) => scriptOf(name.charCodeAt(unit)) === NONE;
  const begins = isEdge(at - 1) || isPrefixScript(name.charCodeAt(at - 1));
  return at >= 0 && begins && (isStem || isEdge(at + word.length));
}

/** Whether the word is, or is part of, one that speaks for the name. */
function isKnown({ words }: Place, neighbour: Neighbour): boolean {
  return words.some(({ speaks, places }) => {
    if (speaks === 'against') return false;
    for (let k = 0; k < places.length; k += 2)
      if (places[k]! < neighbour.end && places[k + 1]! > neighbour.start) return true;
    return false;
  });
}

/** A word beside the name whose capital says that it belongs to it, and that nothing known explains. */
function isForeign(place: Place, neighbour: Neighbour): boolean {
  return (
    isCapital(neighbour.text.charCodeAt(0)) &&
    !place.sense.isNeutral(neighbour.text.toLowerCase()) &&
    isOneScript(place, neighbour) &&
    !isKnown(place, neighbour) &&
    !standsInTitle(place.text, place.start, place.end)
  );
}

/** A name in Latin letters is whole where Greek or Cyrillic ones stand around it: "ΤΟ PREDATOR ΣΤΗΝ ΕΛΛΑΔΑ", "Программа Pegasus". */
const isOneScript = ({ text, start }: Place, neighbour: Neighbour) =>
  scriptOf(text.charCodeAt(start)) === scriptOf(neighbour.text.charCodeAt(0));

/** "Kamala Harris", "William H. Harris". */
function otherBearerOf(place: Place, before: Neighbour | null): number {
  if (before && isInitial(place.text, before, place.start)) return isKnown(place, before) ? 0 : foreignBefore;
  if (!before?.touches || !isForeign(place, before) || goodPrefixes.has(before.text.toLowerCase())) return 0;
  // Any word has a capital where a sentence begins.
  return beginsSentence(place.text, before.start) || isKindOfThing(place, before)
    ? foreignOpening
    : foreignBefore;
}

/**
 * "das israelische Programm Pegasus": in German an article leads to what the name is called, not to a first name, and any noun has a
 * capital. Which Pegasus ("das Kino Pegasus") the name's own words tell.
 */
const isKindOfThing = ({ text, sense, words }: Place, noun: Neighbour) =>
  sense.capitalisesNouns &&
  sum(words, 'own') >= 1 &&
  germanArticle.test(text.slice(Math.max(0, noun.start - articleReach), noun.start));
const articleReach = 80;
/** With at most two words behind it, and the first half of a noun with a hyphen. */
const germanArticle =
  /(?<!\p{L})(?:[Dd](?:er|ie|as|es|em|en)|(?:[kms]?e|E)in(?:e[mnrs]?)?|[Vv]om|[Zz]u[mr]|beim|[Ii]m|[Aa]m) (?:[\p{Ll}-]+ ){0,2}(?:[\p{L}\d-]+-)?$/u;

/** Signs that the name is only a piece of another name: a capital after it, glue, a number. */
function otherName(at: Place, before: Neighbour | null, after: Neighbour | null): number {
  let against = 0;
  if (after?.touches && isForeign(at, after) && !isCompound(at)) against += foreignAfter;
  if (after?.touches && isDigit(after.text.charCodeAt(0))) against += 1;
  // Where everything is in capitals, a name in capitals may be the plain word; beside another name they are an abbreviation's.
  const isShouted = (word: Neighbour | null) =>
    word?.touches === true &&
    isOneScript(at, word) &&
    isInCapitals(at.text.slice(at.start, at.end)) &&
    isInCapitals(word.text) &&
    !at.sense.isNeutral(word.text.toLowerCase()) &&
    !isKnown(at, word);
  if (isShouted(before) || isShouted(after)) against += shouted;
  return against + glueBefore(at, before) + glueAfter(at, after);
}

const shouted = 0.8;
const isInCapitals = (word: string) =>
  word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase();

/** "sub-Ring", "x.Ring", "name=Ring": written onto something else. */
function glueBefore(at: Place, before: Neighbour | null): number {
  const sign = signAt(at.text, at.start - 1);
  if (!glueSigns.includes(sign) || scriptOf(at.text.charCodeAt(at.start - 2)) === NONE) return 0;
  if (sign === equals) return assigned;
  // The, in, of … are written onto Hebrew and Arabic nouns, with a hyphen onto names in other letters.
  if (sign === hyphen && isPrefixScript(at.text.charCodeAt(at.start - 2))) return 0;
  // "Flock/Axon" are two names beside each other.
  const isList = sign === slash && before !== null && isCapital(before.text.charCodeAt(0));
  return isList || (before && goodPrefixes.has(before.text.toLowerCase())) ? 0 : 1;
}

const isPrefixScript = (unit: number) => scriptOf(unit) === HEBREW || scriptOf(unit) === ARABIC;

function glueAfter(at: Place, after: Neighbour | null): number {
  const sign = signAt(at.text, at.end);
  const beyond = at.text.charCodeAt(at.end + 1);
  if (!glueSigns.includes(sign) || scriptOf(beyond) === NONE) return 0;
  if (sign === slash && isCapital(beyond)) return 0;
  if (sign === hyphen && after && (goodCompounds.has(after.text.toLowerCase()) || isKnown(at, after)))
    return 0;
  return isCompound(at) ? compound : 1;
}

/**
 * "Pegasus-Affäre", "Predator-schandaal": where the name's own words stand near, the affair is of what it means. Those of its field
 * alone do not tell it from a "Ring-Center", nor does a number.
 */
const isCompound = ({ text, end, sense, words }: Place) =>
  sense.hyphenates &&
  signAt(text, end) === hyphen &&
  !isDigit(text.charCodeAt(end + 1)) &&
  sum(words, 'own') >= 1;
const compound = 0.5;

/** A hyphen in any shape is one; a long dash, which newspapers write without spaces, is none. */
function signAt(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  return isHyphen(unit) ? hyphen : unit;
}

const [hyphen, slash, equals] = [45, 47, 61] as const;
/** - . / = @ _ # $ */
const glueSigns: readonly number[] = [hyphen, 46, slash, equals, 64, 95, 35, 36];
/** A value in a machine's list of values tells nothing of what the article means. */
const assigned = 2;

const goodPrefixes = new Set('anti non pro pre post ex co'.split(' '));
const goodCompounds = new Set(
  'made owned style based linked developed backed built type like branded related supplied issued affiliated enabled'.split(
    ' ',
  ),
);

/**
 * Whether one of the words stands directly beside the name, no sentence or part of one ending between them; one that begins with
 * a sign (".net") is written onto it. A word ending in `*` rules out every word that begins so.
 */
function ruledOut(
  words: readonly Word[],
  neighbour: Neighbour | null,
  { text, start, end }: { text: string; start: number; end: number },
  side: 'before' | 'after',
): boolean {
  if (words.length === 0 || !neighbour) return false;
  return words.some(({ text: wanted, isStem }) => {
    const isWrittenOn = side === 'after' && scriptOf(wanted.charCodeAt(0)) === NONE;
    if (neighbour.isApart && !isWrittenOn) return false;
    const isProper = isCapital(wanted.charCodeAt(0));
    let from = neighbour.start;
    if (isWrittenOn) from = end;
    // A word of which several endings are meant begins where the one before the name does.
    else if (side === 'before' && !(isStem && !wanted.includes(' '))) from = neighbour.end - wanted.length;
    if (from < 0 || (side === 'before' && from + wanted.length > start)) return false;
    const given = text.slice(from, from + wanted.length);
    const isWhole = (unit: number) => scriptOf(text.charCodeAt(unit)) === NONE;
    if (side === 'before' ? !isWhole(from - 1) : !isStem && !isWhole(from + wanted.length)) return false;
    const [a, b] = isProper ? [given, wanted] : [given.toLowerCase(), wanted.toLowerCase()];
    return isAlike(a, b) || (isProper && isAlike(given, wanted.toUpperCase()));
  });
}

/** Apart from the shape of apostrophes, hyphens and spaces. */
function isAlike(given: string, wanted: string): boolean {
  if (given.length !== wanted.length) return false;
  for (let k = 0; k < given.length; k++) {
    const [one, other] = [given.charCodeAt(k), wanted.charCodeAt(k)];
    if (one !== other && (scriptOf(one) !== NONE || plain(one) !== plain(other))) return false;
  }
  return true;
}
