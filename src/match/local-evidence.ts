/** What the words right around a candidate say about its sense: computed once, when the candidate is found. */
import { isCapital, isDigit, NONE, plain, scriptOf } from './characters.ts';
import type { WordHit } from './context.ts';
import type { Rule } from './index-format.ts';
import { beginsSentence, neighbourAfter, neighbourBefore, type Neighbour } from './neighbours.ts';

/** Evidence for one reading of a candidate. Weights are on one scale, on which 1 is enough to mark an ambiguous name. */
export interface LocalEvidence {
  /** For: the name's own words, and its topics' general ones. */
  own: number;
  topic: number;
  /** Against: words of other meanings, and signs that the name is part of another name. */
  cues: number;
  otherName: number;
  /** The part of `otherName` that tells of another bearer of the name ("Kamala Harris"), not of a longer one ("Ring Plus"). */
  otherBearer: number;
  /** A word directly beside it makes it something else: nothing can outweigh that. */
  isRuledOut: boolean;
  /** Word numbers behind `own` and `topic`, nearest first, and behind `cues`. */
  words: number[];
  againstWords: number[];
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
  againstWords: [],
};

export interface Surroundings {
  text: string;
  start: number;
  end: number;
  hits: readonly WordHit[];
  /** In a title most words have capitals, so a capital beside the name says nothing. */
  isTitle: boolean;
  topicsOf(word: number): { strong: number; weak: number } | undefined;
  isNeutral(word: string): boolean;
  /** Whether the word is common in any text, so that it says less. */
  isEveryday(word: number): boolean;
  wordText(word: number): string;
}

/** How far from a candidate words are looked at, in UTF-16 units. */
export const reach = 400;
const near = (distance: number) => (distance <= 90 ? 1 : distance <= 200 ? 0.8 : 0.5);
const strongWeight = 0.8;
const weakWeight = 0.35;
const cueWeight = 1.5;
// A name's owner puts it first in longer names (Ring Plus); another bearer's stands last (Kamala Harris).
const foreignBefore = 1.2;
const foreignOpening = 0.3;
const foreignAfter = 0.7;
/** One everyday word proves nothing, two do. */
const everydayWeight = 0.65;
const mostOwn = 3;
const mostTopic = 1.6;

export function localEvidence(at: Surroundings, rule: Rule, topicMask: number): LocalEvidence {
  const own = new Map<number, number>();
  const topic = new Map<number, number>();
  const cues = new Map<number, number>();
  let isInOtherName = false;
  for (const hit of at.hits) {
    if (hit.start < at.end && hit.end > at.start) {
      // "The Lord of the Rings": another meaning's own words with the name among them.
      const covers = hit.start <= at.start && hit.end >= at.end && hit.end - hit.start > at.end - at.start;
      isInOtherName ||= covers && rule.cues.includes(hit.word);
      continue;
    }
    // A name said twice is no evidence for itself.
    if (isPartOf(at.text.slice(hit.start, hit.end), at.text.slice(at.start, at.end))) continue;
    const distance = hit.end <= at.start ? at.start - hit.end : hit.start - at.end;
    if (distance > reach) continue;
    const weight = near(distance);
    if (rule.cues.includes(hit.word)) raise(cues, hit.word, weight * cueWeight);
    else if (rule.context.includes(hit.word))
      raise(own, hit.word, at.isEveryday(hit.word) ? weight * everydayWeight : weight);
    else if (topicMask) {
      const topics = at.topicsOf(hit.word);
      if (!topics) continue;
      if (topics.strong & topicMask) raise(topic, hit.word, weight * strongWeight);
      else if (topics.weak & topicMask) raise(topic, hit.word, weight * weakWeight);
    }
  }
  const before = neighbourBefore(at.text, at.start);
  const after = neighbourAfter(at.text, at.end);
  const isKnown = (neighbour: Neighbour) =>
    at.hits.some(
      (hit) =>
        hit.start < neighbour.end && hit.end > neighbour.start && (own.has(hit.word) || topic.has(hit.word)),
    );
  const isBorne =
    before?.touches && isForeign(before, at, isKnown) && !goodPrefixes.has(before.text.toLowerCase());
  // Any word has a capital where a sentence begins.
  const opensSentence = isBorne && beginsSentence(at.text, before.start);
  const otherBearer = isBorne ? (opensSentence ? foreignOpening : foreignBefore) : 0;
  const spelled = hasOwnSpelling(at.text.slice(at.start, at.end)) ? ownSpelling : 0;
  return {
    own: Math.min(mostOwn, sum(own) + spelled),
    topic: Math.min(mostTopic, sum(topic)),
    cues: sum(cues),
    otherName: rule.need === 'sure' ? 0 : otherBearer + otherName(at, before, after, isKnown),
    otherBearer: rule.need === 'sure' ? 0 : otherBearer,
    isRuledOut:
      isInOtherName ||
      ruledOut(rule.notBefore, before, at, 'before') ||
      ruledOut(rule.notAfter, after, at, 'after'),
    words: [...own, ...topic].sort((a, b) => b[1] - a[1]).map(([word]) => word),
    againstWords: [...cues.keys()],
  };
}

/** "StingRay", "iPhone": capitals as nobody writes an ordinary word. */
const hasOwnSpelling = (surface: string) => /\p{Ll}\p{Lu}/u.test(surface);
const ownSpelling = 0.4;

const isPartOf = (word: string, name: string) => name.toLowerCase().includes(word.toLowerCase());

function raise(map: Map<number, number>, word: number, weight: number) {
  if (weight > (map.get(word) ?? 0)) map.set(word, weight);
}

const sum = (map: Map<number, number>) => [...map.values()].reduce((total, weight) => total + weight, 0);

type IsKnown = (neighbour: Neighbour) => boolean;

/** A word beside the name whose capital says that it belongs to it, and that nothing known explains. */
function isForeign(neighbour: Neighbour, at: Surroundings, isKnown: IsKnown): boolean {
  return (
    isCapital(neighbour.text.charCodeAt(0)) &&
    !at.isTitle &&
    !at.isNeutral(neighbour.text.toLowerCase()) &&
    !isKnown(neighbour)
  );
}

/** Signs that the name is only a piece of another name: a capital after it, glue, a number. */
function otherName(
  at: Surroundings,
  before: Neighbour | null,
  after: Neighbour | null,
  isKnown: IsKnown,
): number {
  let against = 0;
  if (after?.touches && isForeign(after, at, isKnown)) against += foreignAfter;
  if (after?.touches && isDigit(after.text.charCodeAt(0))) against += 1;
  // Where everything is in capitals, a name in capitals may be the plain word.
  const isShouted = (word: Neighbour | null) =>
    word?.touches === true &&
    isInCapitals(word.text) &&
    !at.isNeutral(word.text.toLowerCase()) &&
    !isKnown(word);
  if (isShouted(before) || isShouted(after)) against += shouted;
  return against + glueBefore(at, before) + glueAfter(at, after, isKnown);
}

const shouted = 0.8;
const isInCapitals = (word: string) =>
  word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase();

/** "sub-Ring", "x.Ring", "name=Ring": written onto something else. */
function glueBefore(at: Surroundings, before: Neighbour | null): number {
  const sign = plain(at.text.charCodeAt(at.start - 1));
  if (!glueSigns.includes(sign) || scriptOf(at.text.charCodeAt(at.start - 2)) === NONE) return 0;
  if (sign === equals) return assigned;
  // "Flock/Axon" are two names beside each other.
  const isList = sign === slash && before !== null && isCapital(before.text.charCodeAt(0));
  return isList || (before && goodPrefixes.has(before.text.toLowerCase())) ? 0 : 1;
}

function glueAfter(at: Surroundings, after: Neighbour | null, isKnown: IsKnown): number {
  const sign = plain(at.text.charCodeAt(at.end));
  const beyond = at.text.charCodeAt(at.end + 1);
  if (!glueSigns.includes(sign) || scriptOf(beyond) === NONE) return 0;
  if (sign === slash && isCapital(beyond)) return 0;
  return sign === hyphen && after && (goodCompounds.has(after.text.toLowerCase()) || isKnown(after)) ? 0 : 1;
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

/** Whether one of the words stands directly beside the name. A word ending in `*` rules out every word that begins so. */
function ruledOut(
  words: readonly number[],
  neighbour: Neighbour | null,
  at: Surroundings,
  side: 'before' | 'after',
): boolean {
  if (!words.length || !neighbour) return false;
  return words.some((number) => {
    const word = at.wordText(number);
    const isStem = word.endsWith('*');
    const wanted = isStem ? word.slice(0, -1) : word;
    const isProper = isCapital(wanted.charCodeAt(0));
    const given =
      side === 'after'
        ? at.text.slice(neighbour.start, neighbour.start + wanted.length)
        : at.text.slice(Math.max(0, neighbour.end - wanted.length), neighbour.end);
    const beyond = side === 'after' ? neighbour.start + wanted.length : neighbour.end - wanted.length - 1;
    if (!isStem && scriptOf(at.text.charCodeAt(beyond)) !== NONE) return false;
    const [a, b] = isProper ? [given, wanted] : [given.toLowerCase(), wanted.toLowerCase()];
    return a === b || (isProper && given === wanted.toUpperCase());
  });
}
