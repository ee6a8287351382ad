/** The words directly before and after a place, and whether it stands in a title. */
import { CJK, isCapital, isDigit, NONE, plain, scriptOf } from './characters.ts';

export interface Neighbour {
  text: string;
  start: number;
  end: number;
  /** Only spaces or one hyphen lie between: the two may be one name. A dash parts, with spaces or without. */
  touches: boolean;
  /** A sentence or a part of one ends between. */
  isApart: boolean;
}

const isWordUnit = (unit: number) => scriptOf(unit) !== NONE;
const isSpaceUnit = (unit: number) => plain(unit) === 32 && unit !== newLine;
/** What joins two words into one; `plain` makes hyphens of the long dashes between parts of a sentence too. */
export const isHyphen = (unit: number) => plain(unit) === 45 && unit !== 0x2014 && unit !== 0x2015;
const newLine = 10;
const longestWord = 40;

export function neighbourBefore(text: string, start: number): Neighbour | null {
  let end = start;
  while (end > 0 && start - end < 4 && !isWordUnit(text.charCodeAt(end - 1))) end--;
  if (end === 0 || !isWordUnit(text.charCodeAt(end - 1)) || scriptOf(text.charCodeAt(end - 1)) === CJK)
    return null;
  let from = end;
  while (from > 0 && end - from < longestWord && isWordUnit(text.charCodeAt(from - 1))) from--;
  let word = text.slice(from, end);
  // "Israel's Pegasus": a possessive before the name does not make it a longer name.
  const isPossessive = /^s$/i.test(word) && plain(text.charCodeAt(from - 1)) === 39;
  if (isPossessive) word = word.toLowerCase();
  const touches = !isPossessive && isJoint(text, end, start);
  // "Mr. Ring" is no end.
  const isAbbreviated =
    word.length <= longestAbbreviation && isCapital(text.charCodeAt(from)) && text[end] === '.';
  return {
    text: word,
    start: from,
    end,
    touches,
    isApart: hasBreak(text, end + Number(isAbbreviated), start),
  };
}

export function neighbourAfter(text: string, end: number): Neighbour | null {
  let start = end;
  if (plain(text.charCodeAt(start)) === 39) start += plain(text.charCodeAt(start + 1)) === 115 ? 2 : 1;
  const from = start;
  while (start < text.length && start - from < 4 && !isWordUnit(text.charCodeAt(start))) start++;
  if (!isWordUnit(text.charCodeAt(start)) || scriptOf(text.charCodeAt(start)) === CJK) return null;
  let stop = start;
  while (stop < text.length && stop - start < longestWord && isWordUnit(text.charCodeAt(stop))) stop++;
  const touches = isJoint(text, end, start);
  return { text: text.slice(start, stop), start, end: stop, touches, isApart: hasBreak(text, end, start) };
}

/** "H." of "William H. Harris"; not the S of "U.S.". */
export const isInitial = (text: string, { start, end }: Neighbour, name: number) =>
  end === start + 1 &&
  isCapital(text.charCodeAt(start)) &&
  text.slice(end, name) === '. ' &&
  /\p{Lu}\p{Ll}+[ -]$/u.test(text.slice(Math.max(0, start - longestWord), start));

const longestAbbreviation = 3;
const breaks = '.!?:;|•\n';
const hasBreak = (text: string, from: number, to: number) => /[.,!?:;|•]/.test(text.slice(from, to));

/** Whether a sentence, line or list item may begin at the place. */
export function beginsSentence(text: string, start: number): boolean {
  let k = start - 1;
  while (k >= 0 && !isWordUnit(text.charCodeAt(k)) && !isBreak(text, k) && start - k < 6) k--;
  return k < 0 || (isBreak(text, k) && !titleOfPerson.test(text.slice(Math.max(0, k - longestTitle), k + 1)));
}

/** "Dr. Axel Flock", "Rep. Andy Harris": no sentence ends behind what people are titled. */
const titleOfPerson =
  /(?<!\p{L})(?:Dr|Prof|Mr|Mrs|Ms|Sr|Sra|Ing|Dott|Avv|Mag|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt)\.$/u;
const longestTitle = 5;

const isJoint = (text: string, from: number, to: number) =>
  to > from && (isEvery(text, from, to, isSpaceUnit) || (to === from + 1 && isHyphen(text.charCodeAt(from))));

function isEvery(text: string, from: number, to: number, test: (unit: number) => boolean): boolean {
  for (let k = from; k < to; k++) if (!test(text.charCodeAt(k))) return false;
  return true;
}

const titleReach = 70;
const longWord = 4;

export type Headline = 'title case' | 'capitals';

/**
 * How the words around the place, on its line or in its sentence, are written: the long ones all in capitals or numbers, a headline
 * that shouts, or most of them with a capital. Null where neither is so, or where there are too few words to tell.
 */
export function headlineAround(text: string, start: number, end: number): Headline | null {
  const { long, capital, shouted, numbers } = wordsAround(text, start, end);
  if (shouted >= 2 && shouted + numbers === long) return 'capitals';
  return long >= 4 && capital / long > 0.7 ? 'title case' : null;
}

/** How many long words stand around the place, and how many of them begin with a capital, are in capitals, or are numbers. */
function wordsAround(text: string, start: number, end: number) {
  const first = Math.max(0, start - titleReach);
  let from = start;
  while (
    from > first &&
    !isLineEnd(text, from - 1) &&
    !(from >= first + 2 && isBreak(text, from - 2) && isSpace(text, from - 1))
  )
    from--;
  const last = Math.min(text.length, end + titleReach);
  let to = end;
  while (
    to < last &&
    !isLineEnd(text, to) &&
    !(isBreak(text, to) && (to + 1 === last || isSpace(text, to + 1)))
  )
    to++;
  const around = `${text.slice(from, start)} ${text.slice(end, to)}`;
  const found = { long: 0, capital: 0, shouted: 0, numbers: 0 };
  let word = 0;
  for (let k = 0; k <= around.length; k++) {
    const unit = around.charCodeAt(k);
    if (isWordUnit(unit) || unit === 39 || unit === 0x2019) continue;
    if (k - word >= longWord) {
      found.long++;
      if (isCapital(around.charCodeAt(word))) found.capital++;
      const given = around.slice(word, k);
      if (isDigit(around.charCodeAt(word))) found.numbers++;
      else if (given === given.toUpperCase() && given !== given.toLowerCase()) found.shouted++;
    }
    word = k + 1;
  }
  return found;
}

const isLineEnd = (text: string, at: number) => text.charCodeAt(at) === newLine;
const isBreak = (text: string, at: number) => breaks.includes(text[at]!);
const isSpace = (text: string, at: number) => plain(text.charCodeAt(at)) === 32;
