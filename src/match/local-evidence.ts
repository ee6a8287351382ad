/** What the words right around a candidate say about its sense: computed once, when the candidate is found. */
import { isCapital, isSmall } from './characters.ts';
import { nearbyWords, sumOf, type FoundWord, type Surroundings } from './nearby-words.ts';
import { neighbourAfter, neighbourBefore } from './neighbours.ts';
import {
  isHeadlineInCapitals,
  otherBearerWeight,
  pieceWeight,
  shoutedWeight,
  type NamePlace,
} from './other-name.ts';
import { isRuledOut } from './ruled-out.ts';
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
  /** The part of `otherName` that tells only that a whole line is in capitals. */
  readonly inCapitals: number;
  /** A word directly beside it makes it something else: nothing can outweigh that. */
  readonly isRuledOut: boolean;
  /** The numbers of the words behind `own` and `topic`, the weightiest first. */
  readonly words: readonly number[];
}

/** For a name whose surroundings need not be read. */
export const noEvidence: LocalEvidence = {
  own: 0,
  topic: 0,
  cues: 0,
  otherName: 0,
  otherBearer: 0,
  inCapitals: 0,
  isRuledOut: false,
  words: [],
};

const mostOwn = 3;
const mostTopic = 1.6;
/**
 * General words of the field prove a name without words of its own only from this sum on: two strong ones beside it. A
 * strong and an everyday one stand in any local paper ("surveillance video", "police"); their sum counts as no more
 * than `unprovingTopic`.
 */
const provingTopic = 1.5;
const unprovingTopic = 0.9;

/** The evidence for the sense of the name that stands from `start` to `end`, offsets into the text of `around`. */
export function localEvidence(around: Surroundings, start: number, end: number, sense: Sense): LocalEvidence {
  const { text } = around;
  const { words, isInOtherName } = nearbyWords(around, start, end, sense);
  const place: NamePlace = { text, start, end, sense, words };
  const isSure = sense.need === 'sure';
  const before = isSure && sense.notBefore.length === 0 ? null : neighbourBefore(text, start);
  const after = isSure && sense.notAfter.length === 0 ? null : neighbourAfter(text, end);
  const otherBearer = isSure ? 0 : otherBearerWeight(place, before);
  const shouted = isSure ? 0 : shoutedWeight(place, before, after);
  const spelling = hasOwnSpelling(text, start, end) ? ownSpelling : 0;
  const own = Math.min(mostOwn, sumOf(words, 'own') + spelling);
  const topic = sumOf(words, 'topic');
  return {
    own,
    topic: Math.min(own > 0 || topic >= provingTopic ? mostTopic : unprovingTopic, topic),
    cues: sumOf(words, 'against'),
    otherName: isSure ? 0 : otherBearer + shouted + pieceWeight(place, before, after),
    otherBearer,
    inCapitals: shouted > 0 && isHeadlineInCapitals(place) ? shouted : 0,
    isRuledOut:
      isInOtherName ||
      isRuledOut(sense.notBefore, before, place, 'before') ||
      isRuledOut(sense.notAfter, after, place, 'after'),
    words: words.length === 0 ? noEvidence.words : numbersOf(words),
  };
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
