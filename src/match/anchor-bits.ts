/**
 * Anchors as bits in one string, made when packing, which is read as it lies: may an anchor stand at this place, by up to
 * twelve units of it? No table is made of it, and a set a hundred times larger costs no more for each place.
 */
import { keyUnit, type AnchoredName } from './anchors.ts';
import { stemOf } from './edges.ts';
import type { Anchor } from './pack-anchors.ts';

/** An anchor is cut to the longest of these that it has: few lengths have to be looked up. */
const longest = 12;
const bitsOfWhole = 6;
/** The lengths that a whole anchor is cut to, a bit for each. */
const wholeLengths = 0b1_0001_0111_1100;
const isWhole = (length: number) => ((wholeLengths >> length) & 1) > 0;
/** By their beginnings most places are ruled out. */
const beginning = 4;
const bitsOfBeginning = 2;
/**
 * Six bits to a character of the table, and so many characters to a name: half of all bits are then set. In 5.9 MB of 1,505 texts
 * of the evaluation 5,394 of 49,305 places are left; with anchors of sixteen units, four bits of each and 2.4 characters
 * 6,144 were, for 500 bytes more in the script of every page, of which 60,000 are allowed.
 */
const bitsPerSign = 6;
const signsPerName = 2;

/** Anchors at small letters are kept apart from the others: "during" is no place for "Ring". */
const seeds = { apart: 0x011c9dc5, small: 0x2545f491 } as const;
/** What a whole anchor's bits are found by, apart from those of a beginning. */
const wholeKey = (key: number, length: number) => nextKey(key, 0x10000 + length);

/** Characters U+0040 to U+007F. Deterministic: same names, same bytes. Used when compiling. */
export function packBits<Name extends AnchoredName>(
  names: readonly Name[],
  anchorOf: (name: Name) => Anchor,
): string {
  const signs = new Uint8Array(64 + Math.ceil(names.length * signsPerName)).fill(0x40);
  const set = (given: number, count: number) => {
    for (let key = given, k = 0; k < count; k++, key = nextKey(key, k))
      signs[key % signs.length]! |= 1 << bitOf(key);
  };
  const add = (text: string, at: number, seed: number) => {
    let whole = 0;
    anchorKeys(text, at, seed, (key, length) => {
      if (length === beginning) set(key, bitsOfBeginning);
      if (isWhole(length)) whole = wholeKey(key, length);
    });
    set(whole, bitsOfWhole);
  };
  for (const name of names) {
    const { at, maySmall } = anchorOf(name);
    for (const text of [name.text, stemOf(name.text) ?? name.text]) {
      add(text, at, seeds.apart);
      if (maySmall) add(text, at, seeds.small);
    }
  }
  return Array.from(signs, (sign) => String.fromCharCode(sign)).join('');
}

/**
 * Whether an anchor may stand at `place`. Goes on as `anchorKeys` does, written out: with a callback the lookout took a fifth
 * longer over 4.4 MB.
 */
export function mayStandAt(bits: string, text: string, place: number): boolean {
  const first = text.charCodeAt(place);
  let key: number = first >= 97 && first <= 122 ? seeds.small : seeds.apart;
  let k = place;
  for (let length = 1; length <= longest && k < text.length; length++) {
    const unit = keyUnit(text.charCodeAt(k++));
    if (unit === 32) while (keyUnit(text.charCodeAt(k)) === 32) k++;
    key = nextKey(key, unit);
    if (isWhole(length) && has(bits, wholeKey(key, length), bitsOfWhole)) return true;
    if (length === beginning && !has(bits, key, bitsOfBeginning)) return false;
  }
  return false;
}

function has(bits: string, given: number, count: number): boolean {
  for (let key = given, k = 0; k < count; k++, key = nextKey(key, k))
    if (((bits.charCodeAt(key % bits.length) >> bitOf(key)) & 1) === 0) return false;
  return true;
}

const bitOf = (key: number) => ((key >>> 22) * bitsPerSign) >>> 8;

/** Mixes one more unit into a key of thirty bits: a larger one is no small integer to the engine, and divided slowly. */
function nextKey(key: number, unit: number): number {
  const mixed = Math.imul(key ^ unit, 0x9e3779b1) >>> 2;
  return mixed ^ (mixed >>> 15);
}

/**
 * Calls back with a number for each prefix of the anchor at `place`, shortest first. Units count as plain, hyphens as
 * spaces, a run of spaces as one, so that every way of writing an anchor has the same numbers.
 */
function anchorKeys(
  text: string,
  place: number,
  seed: number,
  take: (key: number, length: number) => void,
): void {
  let key = seed;
  let k = place;
  for (let length = 1; length <= longest && k < text.length; length++) {
    const unit = keyUnit(text.charCodeAt(k++));
    if (unit === 32) while (keyUnit(text.charCodeAt(k)) === 32) k++;
    key = nextKey(key, unit);
    take(key, length);
  }
}
