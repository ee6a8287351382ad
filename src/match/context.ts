/** The words that speak for or against a sense, and where they stand in a text. */
import { CJK, isCapital, NONE, plain, scriptOf, takesPrefixes, variants, type Script } from './characters.ts';

/** A known word, made ready to be looked for. A space in it matches any space or hyphen. */
export interface Word {
  number: number;
  text: string;
  /** The word may go on (`surveillance*`). */
  isStem: boolean;
  /** A proper name wants its capital; an abbreviation wants all of them. */
  capitals: 'any' | 'first' | 'all';
  /** Its first letters, up to a space or sign, as they are searched for: in small letters, but those of an abbreviation. */
  beginning: string;
}

/** A word ending in `*` also matches every longer word. */
export function createWord(given: string, number: number): Word {
  const isStem = given.endsWith('*');
  const text = isStem ? given.slice(0, -1) : given;
  const small = inSmallLetters(text);
  const isAbbreviation = text.length > 1 && text !== text.toLowerCase() && text === text.toUpperCase();
  const capitals = isAbbreviation ? 'all' : isCapital(text.charCodeAt(0)) ? 'first' : 'any';
  const sign = text.search(signs);
  return {
    number,
    text,
    isStem,
    capitals,
    beginning: (isAbbreviation ? text : small).slice(0, sign > 0 ? sign : text.length),
  };
}

/** What `plain` gives for more than one unit. */
const signs = /[\s`´ʼ‘’‛'׳־‐-―−﹣-]/;

/** The text in small letters, those of several shapes in one, unit for unit, for searching: what is found is looked at again. */
export const inSmallLetters = (text: string) =>
  text
    .replaceAll('İ', 'i')
    .toLowerCase()
    .replace(variants, (letter) => String.fromCharCode(plain(letter.charCodeAt(0))));

/** Where the word ends when it stands at `place` as a word of its own; 0 when it does not. */
export function endOfWord(word: Word, text: string, place: number): number {
  const script = scriptOf(text.charCodeAt(place));
  return script !== NONE && mayBeginWord(text, place, script) ? endOf(word, text, place) : 0;
}

function mayBeginWord(text: string, place: number, script: Script): boolean {
  if (script === CJK) return true;
  const before = scriptOf(text.charCodeAt(place - 1));
  if (before === NONE || before !== script) return true;
  return takesPrefixes(script) && [2, 3, 4].some((back) => scriptOf(text.charCodeAt(place - back)) === NONE);
}

function endOf({ text: wanted, isStem, capitals }: Word, text: string, place: number): number {
  let k = place;
  for (let n = 0; n < wanted.length; n++, k++) {
    const given = text.charCodeAt(k);
    const unit = plain(given);
    const want = plain(wanted.charCodeAt(n));
    if (unit !== want && !(want === 32 && unit === 45) && !(want === 45 && unit === 32)) return 0;
    if (
      capitals === 'all'
        ? isCapital(given) !== isCapital(wanted.charCodeAt(n))
        : capitals === 'first' && n === 0 && !isCapital(given)
    )
      return 0;
    if (want === 32) while (plain(text.charCodeAt(k + 1)) === 32) k++;
  }
  const last = scriptOf(wanted.charCodeAt(wanted.length - 1));
  let after = scriptOf(text.charCodeAt(k));
  if (isStem || after === NONE || after === CJK || last === CJK || after !== last) return k;
  // A plural is the same word.
  if (plain(text.charCodeAt(k)) === 115) after = scriptOf(text.charCodeAt(k + 1));
  else if (plain(text.charCodeAt(k)) === 101 && plain(text.charCodeAt(k + 1)) === 115)
    after = scriptOf(text.charCodeAt(k + 2));
  return after === NONE ? k : 0;
}
