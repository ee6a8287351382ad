/** Finds the words that speak for or against a sense, around the places that need deciding and nowhere else. */
import { ARABIC, CJK, HEBREW, isCapital, LATIN, NONE, plain, scriptOf } from './characters.ts';

/** A known word at a place of a text. */
export interface WordHit {
  word: number;
  start: number;
  end: number;
}

interface Entry {
  word: number;
  text: string;
  /** The word may go on (`surveillance*`). */
  isStem: boolean;
  /** A proper name wants its capital; an abbreviation wants all of them. */
  capitals: 'any' | 'first' | 'all';
}

export interface Lexicon {
  /** All known words that begin in the text from `from` to `to`, in order of place; several may begin at one place. */
  scan(text: string, from: number, to: number): WordHit[];
}

const keySlots = 8192;

/** The letters and digits among the first units, which are all Latin. */
const isLatin = Uint8Array.from({ length: 0x250 }, (_, unit) => Number(scriptOf(unit) === LATIN));

/** Builds the lexicon. A word ending in `*` also matches every longer word; a space matches any space or hyphen. */
export function createLexicon(words: readonly string[]): Lexicon {
  const byKey = new Map<number, Entry[]>();
  const mayBegin = new Uint8Array(keySlots);
  words.forEach((given, word) => {
    const isStem = given.endsWith('*');
    const text = isStem ? given.slice(0, -1) : given;
    const isAbbreviation = text.length > 1 && text.toUpperCase() === text && text.toLowerCase() !== text;
    const capitals = isAbbreviation ? 'all' : isCapital(text.charCodeAt(0)) ? 'first' : 'any';
    const key = keyAt(text, 0);
    mayBegin[key % keySlots] = 1;
    const entries = byKey.get(key);
    const entry: Entry = { word, text, isStem, capitals };
    if (entries) entries.push(entry);
    else byKey.set(key, [entry]);
  });
  return {
    scan(text, from, to) {
      const hits: WordHit[] = [];
      const stop = Math.min(to, text.length);
      // Nearly all that is read here is Latin letters inside a word: they are passed over without a call.
      let isInWord = false;
      for (let place = from; place < stop; place++) {
        const unit = text.charCodeAt(place);
        if (unit < isLatin.length) {
          const wasInWord = isInWord;
          isInWord = isLatin[unit] === 1;
          if (!isInWord || wasInWord) continue;
        } else isInWord = false;
        const key = keyAt(text, place);
        if (!mayBegin[key % keySlots]) continue;
        const script = scriptOf(unit);
        if (script === NONE || !mayBeginWord(text, place, script)) continue;
        for (const entry of byKey.get(key) ?? []) {
          const end = endOf(entry, text, place);
          if (end > 0) hits.push({ word: entry.word, start: place, end });
        }
      }
      return hits;
    },
  };
}

function mayBeginWord(text: string, place: number, script: number): boolean {
  if (script === CJK) return true;
  const before = scriptOf(text.charCodeAt(place - 1));
  if (before === NONE || before !== script) return true;
  // And, the, in … are written onto Hebrew and Arabic words.
  return (script === HEBREW || script === ARABIC) && scriptOf(text.charCodeAt(place - 4)) === NONE;
}

/** The first two units, which every word of more than one letter has: enough to rule most words out. */
function keyAt(text: string, place: number): number {
  return plain(text.charCodeAt(place)) * 131 + (plain(text.charCodeAt(place + 1)) || 0) * 17;
}

/** Where the entry's word ends when it stands at `place`; 0 when it does not. */
function endOf({ text: wanted, isStem, capitals }: Entry, text: string, place: number): number {
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
