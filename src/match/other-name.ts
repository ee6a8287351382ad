/** Signs that a candidate is part of another name: of another bearer ("Kamala Harris"), or of a longer one ("Ring Plus"). */
import { isCapital, isDigit, isSmall, NONE, scriptOf, takesPrefixes } from './characters.ts';
import { isEndingBehindHyphen } from './edges.ts';
import { isFor, sumOf, type FoundWord } from './nearby-words.ts';
import { beginsSentence, isHyphen, isInitial, headlineAround, type Neighbour } from './neighbours.ts';
import type { Sense } from './senses.ts';

/** A candidate in its text, with the known words that stand around it. */
export interface NamePlace {
  text: string;
  start: number;
  end: number;
  sense: Sense;
  words: readonly FoundWord[];
}

// The owner of a name puts it first in longer names (Ring Plus); in another bearer's name it stands last (Kamala Harris).
const firstName = 2.6;
const foreignBefore = 1.2;
const foreignOpening = 0.3;
const foreignAfter = 0.7;
const numberAfter = 1;
const shouted = 0.8;
const glued = 1;
const gluedInCompound = 0.5;
/** A value in a list that a machine writes ("name=Ring") says nothing of what the article means. */
const assigned = 2;

/** Weight against: a capitalised word or an initial before the name, as in "Kamala Harris", "William H. Harris". */
export function otherBearerWeight(at: NamePlace, before: Neighbour | null): number {
  if (!before) return 0;
  if (isInitial(at.text, before, at.start)) return isKnown(at, before) ? 0 : foreignBefore;
  if (!before.touches || !isForeign(at, before) || isGoodPrefix(before)) return 0;
  // Where a sentence begins any word has a capital.
  if (beginsSentence(at.text, before.start) || isKindOfThing(at, before)) return foreignOpening;
  return mayBeFirstName(at, before) ? firstName : foreignBefore;
}

/**
 * "Der Händler Gerhard Ring", "owner John Ring"; not "in Britain Huq", "the Rapid Ring", "flagship EM Ring", nor "We Tested Ring",
 * which may be a title.
 */
function mayBeFirstName({ text, sense }: NamePlace, { start }: Neighbour): boolean {
  const before = lastWord.exec(text.slice(Math.max(0, start - articleReach), start))?.[1];
  return (
    before !== undefined &&
    isSmall(text.charCodeAt(start + 1)) &&
    (sense.capitalisesNouns || isSmall(before.charCodeAt(0))) &&
    !beforeNoFirstName.has(before.toLowerCase())
  );
}
const lastWord = /(\p{L}+),? $/u;
/** Articles, and prepositions of place, of languages in Latin letters. */
const beforeNoFirstName = new Set(
  (
    'the a an in at der die das dem den des ein eine im vom zum zur aus het de een le la les un une du au aux en el los las del ' +
    'il lo gli uno una nel nella dal della o os as um uma no na do da em'
  ).split(' '),
);

/** Weight against: a capitalised word or a number after the name, signs that join it to something. */
export function pieceWeight(at: NamePlace, before: Neighbour | null, after: Neighbour | null): number {
  let against = 0;
  if (after?.touches && isForeign(at, after) && !isCompound(at)) against += foreignAfter;
  if (after?.touches && isDigit(after.text.charCodeAt(0))) against += numberAfter;
  return against + glueBefore(at, before) + glueAfter(at, after);
}

/** Weight against: a word in capitals beside a name in capitals. */
export const shoutedWeight = (at: NamePlace, before: Neighbour | null, after: Neighbour | null): number =>
  isShoutedWith(at, before) || isShoutedWith(at, after) ? shouted : 0;

/** Whether the name stands in a line that is all in capitals. */
export const isHeadlineInCapitals = ({ text, start, end }: NamePlace): boolean =>
  headlineAround(text, start, end) === 'capitals';

/** Whether the neighbour is, or is part of, a word that speaks for the name. */
const isKnown = ({ words }: NamePlace, { start, end }: Neighbour) => isFor(words, start, end);

/** Whether the neighbour has a capital that nothing explains but that it belongs to the same name. */
function isForeign(at: NamePlace, neighbour: Neighbour): boolean {
  return (
    isCapital(neighbour.text.charCodeAt(0)) &&
    !at.sense.isNeutral(neighbour.text.toLowerCase()) &&
    isOneScript(at, neighbour) &&
    !isKnown(at, neighbour) &&
    !isTitle(at)
  );
}

/** Whether capitals say nothing there. German has no title case: a sentence with many nouns only looks like it. */
function isTitle({ text, start, end, sense }: NamePlace): boolean {
  const headline = headlineAround(text, start, end);
  return headline === 'capitals' || (headline === 'title case' && !sense.capitalisesNouns);
}

/** Latin letters between Greek or Cyrillic words are a whole name: "ΤΟ PREDATOR ΣΤΗΝ ΕΛΛΑΔΑ", "Программа Pegasus". */
const isOneScript = ({ text, start }: NamePlace, neighbour: Neighbour) =>
  scriptOf(text.charCodeAt(start)) === scriptOf(neighbour.text.charCodeAt(0));

/**
 * Whether the noun says what kind of thing the name is of: "das israelische Programm Pegasus". In German any noun has a
 * capital, and behind an article stands no first name. It has to be clear from the name's own words that it is ours:
 * "das Kino Pegasus" is a cinema.
 */
const isKindOfThing = ({ text, sense, words }: NamePlace, noun: Neighbour) =>
  sense.capitalisesNouns &&
  sumOf(words, 'own') >= 1 &&
  germanArticle.test(text.slice(Math.max(0, noun.start - articleReach), noun.start));
const articleReach = 80;
/** An article, then up to two adjectives, then perhaps the first half of a hyphenated noun. */
const germanArticle =
  /(?<!\p{L})(?:[Dd](?:er|ie|as|es|em|en)|(?:[kms]?e|E)in(?:e[mnrs]?)?|[Vv]om|[Zz]u[mr]|beim|[Ii]m|[Aa]m) (?:[\p{Ll}-]+ ){0,2}(?:[\p{L}\d-]+-)?$/u;

/**
 * Whether name and neighbour are both in capitals. A text all in capitals may write a plain word so; an abbreviation beside
 * the name may make one longer name with it.
 */
const isShoutedWith = (at: NamePlace, neighbour: Neighbour | null) =>
  neighbour?.touches === true &&
  isOneScript(at, neighbour) &&
  isInCapitals(at.text.slice(at.start, at.end)) &&
  isInCapitals(neighbour.text) &&
  !at.sense.isNeutral(neighbour.text.toLowerCase()) &&
  !isKnown(at, neighbour);
const isInCapitals = (word: string) =>
  word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase();

/** "sub-Ring", "x.Ring", "name=Ring": a sign joins the name to what stands before it. */
function glueBefore(at: NamePlace, before: Neighbour | null): number {
  const sign = signAt(at.text, at.start - 1);
  const beyond = scriptOf(at.text.charCodeAt(at.start - 2));
  if (!glueSigns.includes(sign) || beyond === NONE) return 0;
  if (sign === equals) return assigned;
  // Hebrew and Arabic put a hyphen between "the", "in", "of" … and a name in other letters.
  if (sign === hyphen && takesPrefixes(beyond)) return 0;
  // "Flock/Axon" are two names beside each other.
  const isList = sign === slash && before !== null && isCapital(before.text.charCodeAt(0));
  return isList || (before && isGoodPrefix(before)) ? 0 : glued;
}

/** "Ring.Plus", "Ring=2": a sign joins the name to what stands behind it. */
function glueAfter(at: NamePlace, after: Neighbour | null): number {
  const sign = signAt(at.text, at.end);
  const beyond = at.text.charCodeAt(at.end + 1);
  if (!glueSigns.includes(sign) || scriptOf(beyond) === NONE) return 0;
  if (sign === slash && isCapital(beyond)) return 0;
  if (sign === hyphen && after && (goodCompounds.has(after.text.toLowerCase()) || isKnown(at, after)))
    return 0;
  if (sign === hyphen && after && at.sense.declines && isEndingBehindHyphen(at.text[at.end - 1]!, after.text))
    return 0;
  return isCompound(at) ? gluedInCompound : glued;
}

/**
 * "Pegasus-Affäre", "Predator-schandaal": a compound of a language that writes them with a hyphen. It is about ours only where
 * the name's own words stand near (words of the field alone would not tell it from a "Ring-Center"), and has no number.
 */
const isCompound = ({ text, end, sense, words }: NamePlace) =>
  sense.hyphenates &&
  signAt(text, end) === hyphen &&
  !isDigit(text.charCodeAt(end + 1)) &&
  sumOf(words, 'own') >= 1;

/** Hyphens of every shape count as one sign; a long dash, which newspapers write without spaces, is not a hyphen. */
function signAt(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  return isHyphen(unit) ? hyphen : unit;
}

const [hyphen, slash, equals] = [45, 47, 61] as const;
/** - . / = @ # $; with "_" none is found (`edges.ts`). */
const glueSigns: readonly number[] = [hyphen, 46, slash, equals, 64, 35, 36];

/** "anti-Pegasus", "ex-NSO" */
const isGoodPrefix = ({ text }: Neighbour) => goodPrefixes.has(text.toLowerCase());
const goodPrefixes = new Set('anti non pro pre post ex co'.split(' '));
/** "NSO-made", "Pegasus-linked" */
const goodCompounds = new Set(
  'made owned style based linked developed backed built type like branded related supplied issued affiliated enabled'.split(
    ' ',
  ),
);
