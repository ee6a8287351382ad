/**
 * The first look at a text by bits: may a name begin here? No by far the most times, after a glance at one unit.
 *
 * An anchor is up to sixteen units of a name, from its first capital or digit. Names that begin small, and those that may
 * be written small, are anchored at a rare letter, so that few letters of a text have to be looked at. Anchors are
 * kept as bits in one string, made when packing, which is read as it lies: a page without names pays for no table and no
 * expression to be compiled, and a set a hundred times larger costs no more for each place. Figures: DECISIONS.md.
 */
import { isCapital, isDigit, plain } from './characters.ts';
import { stemOf } from './edges.ts';
import { disguises } from './normalise.ts';
import type { AnchoredName, Probe } from './probe.ts';

/** An anchor is cut to the longest of these that it has: few lengths have to be looked up. */
const longest = 16;
const bitsOfWhole = 4;
/** By length: how many bits a whole anchor has, and how many its beginning, by which most places are ruled out. */
const wholeBits = new Uint8Array(longest + 1);
for (const length of [2, 3, 4, 5, 6, 8, 12, 16]) wholeBits[length] = bitsOfWhole;
const beginningBits = new Uint8Array(longest + 1);
beginningBits[4] = 2;
/** Six bits to a character of the table, and so many characters to a name: a fifth of the bits is set. */
const bitsPerSign = 6;
const signsPerName = 4;

/** The packed first look. */
export interface PackedAnchors {
  /** The first two units of each anchor: of those that begin with a capital, digit or letter without case, and of the others. */
  apart: string;
  small: string;
  /** A power of two of characters, U+0040 to U+007F. */
  bits: string;
}

/** A capital or digit: where most anchors begin. */
const isApart = (unit: number) => isCapital(unit) || isDigit(unit);
const frequent = 'etaoinshrdlcumwfgypbvkjxqz';

/**
 * Where a name's anchor begins, and whether a text may have a small letter there. Its first capital or digit, if no more
 * than a letter or two stand before it, else the rarest letter of its first word.
 */
export function anchorOf({ text, isAnyCase }: AnchoredName): { at: number; maySmall: boolean } {
  let end = text.length;
  if (!isAnyCase) {
    const first = firstApart(text);
    if (first >= 0 && first <= mostBefore && first + 2 <= text.length) return { at: first, maySmall: false };
    if (first > 0) end = first;
  }
  let best = 0;
  if (plain(text.charCodeAt(0)) < 0x80) {
    for (let k = 1; k < end && k + leastUnits <= text.length && isLetter(text, k + 2); k++)
      if (rarity(text, k) > rarity(text, best)) best = k;
  }
  return { at: best, maySmall: true };
}

function firstApart(text: string): number {
  for (let k = 0; k < text.length; k++) if (isApart(text.charCodeAt(k))) return k;
  return -1;
}

const mostBefore = 2;
const leastUnits = 5;
const isLetter = (text: string, k: number) => rarity(text, k) >= 0;
const rarity = (text: string, k: number) => frequent.indexOf(String.fromCharCode(plain(text.charCodeAt(k))));

/** Whether a name is found only where a capital or digit stands in it, as in itself. */
export const wantsCapital = ({ text, isAnyCase }: AnchoredName): boolean =>
  !isAnyCase && holdsCapital(text, 0, text.length);
export function holdsCapital(text: string, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (isApart(text.charCodeAt(k))) return true;
  return false;
}

/** The unit as it counts in keys: plain, and a hyphen as a space. */
export function keyUnit(given: number): number {
  const unit = plain(given);
  return unit === 45 ? 32 : unit;
}

/**
 * Calls back with a number for each prefix of the anchor at `place`, shortest first, until it answers true or `most`
 * units are in. Units count as plain, hyphens as spaces, a run of spaces as one, so that every way of writing an anchor
 * has the same numbers.
 */
export function anchorKeys(
  text: string,
  place: number,
  most: number,
  seed: number,
  take: (key: number, length: number) => boolean,
): void {
  let key = seed;
  let k = place;
  for (let length = 1; length <= most && k < text.length; length++) {
    const unit = keyUnit(text.charCodeAt(k++));
    if (unit === 32) while (keyUnit(text.charCodeAt(k)) === 32) k++;
    key = step(key, unit);
    if (take(key, length)) return;
  }
}

/** The number of a whole anchor of at most `most` units, and how many units it has. */
export function wholeAnchorKey(text: string, place: number, most: number): { key: number; length: number } {
  const whole = { key: 0, length: 0 };
  anchorKeys(text, place, most, 0, (key, length) => {
    whole.key = key;
    whole.length = length;
    return false;
  });
  return whole;
}

/** Anchors at capitals and digits, and those at small letters, are kept apart: "during" is no place for "Ring". */
const seeds = { apart: 0x811c9dc5 | 0, small: 0x2545f491 } as const;
const step = (key: number, unit: number) => {
  const mixed = Math.imul(key ^ unit, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};
/** What a whole anchor's bits are found by, apart from those of a beginning. */
const wholeKey = (key: number, length: number) => step(key, 0x10000 + length);
/**
 * One look at the next unit rules most places out. Of spaces and signs, which have many shapes, any unit counts.
 */
const pairAt = (kind: number, unit: number, next: number) => (kind << 10) | ((unit & 31) << 5) | (next & 31);
const upper = (unit: number) => String.fromCharCode(unit).toUpperCase().charCodeAt(0);
const isSmall = (unit: number) => unit < 0x590 && upper(unit) !== unit;
const bitAt = (key: number) => 1 << (((key >>> 24) * bitsPerSign) >>> 8);

/** Deterministic: same names, same bytes. */
export function packAnchors(names: readonly AnchoredName[]): PackedAnchors {
  let size = 64;
  while (size < names.length * signsPerName) size *= 2;
  const signs = new Uint8Array(size).fill(0x40);
  const pairs = { apart: new Set<string>(), small: new Set<string>() };
  const set = (given: number, count: number) => {
    for (let key = given, k = 0; k < count; k++, key = step(key, k)) signs[key & (size - 1)]! |= bitAt(key);
  };
  const add = (text: string, at: number, seed: number) => {
    let whole = 0;
    anchorKeys(text, at, longest, seed, (key, length) => {
      set(key, beginningBits[length]!);
      if (wholeBits[length]) whole = wholeKey(key, length);
      return false;
    });
    set(whole, bitsOfWhole);
  };
  for (const name of names) {
    const { at, maySmall } = anchorOf(name);
    const unit = name.text.charAt(at);
    const next = String.fromCharCode(plain(name.text.charCodeAt(at + 1)));
    for (const form of [unit, unit.toUpperCase(), ...(maySmall ? [unit.toLowerCase()] : [])])
      if (form.length === 1) pairs[isSmall(form.charCodeAt(0)) ? 'small' : 'apart'].add(form + next);
    for (const text of [name.text, stemOf(name.text) ?? name.text]) {
      add(text, at, seeds.apart);
      if (maySmall) add(text, at, seeds.small);
    }
  }
  return {
    apart: [...pairs.apart].sort().join(''),
    small: [...pairs.small].sort().join(''),
    bits: Array.from(signs, (sign) => String.fromCharCode(sign)).join(''),
  };
}

const [ordinary, apart, small, disguising] = [0, 1, 2, 3] as const;

export function createBitProbe(packed: PackedAnchors): Probe {
  const { bits } = packed;
  const mask = bits.length - 1;
  const kinds = new Uint8Array(0x10000);
  const isPair = new Uint8Array(3 << 10);
  const learn = (pairs: string, kind: number) => {
    for (let k = 0; k < pairs.length; k += 2) {
      const [unit, next] = [pairs.charCodeAt(k), pairs.charCodeAt(k + 1)];
      kinds[unit] = kind;
      if (next === 32 || next === 39 || next === 45)
        isPair.fill(1, pairAt(kind, unit, 0), pairAt(kind, unit, 31) + 1);
      else for (const form of [next, upper(next)]) isPair[pairAt(kind, unit, form)] = 1;
    }
  };
  learn(packed.apart, apart);
  learn(packed.small, small);
  for (const [from, to] of disguises) kinds.fill(disguising, from, to + 1);

  function has(given: number, count: number): boolean {
    for (let key = given, k = 0; k < count; k++, key = step(key, k))
      if ((bits.charCodeAt(key & mask) & bitAt(key)) === 0) return false;
    return true;
  }
  function mayBeginAt(text: string, place: number, kind: number): boolean {
    let key: number = kind === apart ? seeds.apart : seeds.small;
    let k = place;
    for (let length = 1; length <= longest && k < text.length; length++) {
      const unit = keyUnit(text.charCodeAt(k++));
      if (unit === 32) while (keyUnit(text.charCodeAt(k)) === 32) k++;
      key = step(key, unit);
      if (wholeBits[length] !== 0 && has(wholeKey(key, length), bitsOfWhole)) return true;
      if (!has(key, beginningBits[length]!)) return false;
    }
    return false;
  }

  function each(text: string, found: (place: number) => boolean): boolean {
    let isDisguised = false;
    for (let place = 0; place < text.length; place++) {
      const unit = text.charCodeAt(place);
      const kind = kinds[unit]!;
      if (kind === ordinary) continue;
      if (kind === disguising) isDisguised = true;
      else if (
        isPair[pairAt(kind, unit, text.charCodeAt(place + 1))] !== 0 &&
        mayBeginAt(text, place, kind)
      ) {
        if (found(place)) break;
      }
    }
    return isDisguised;
  }

  return {
    test(text) {
      let isFound = false;
      each(text, () => (isFound = true));
      return isFound;
    },
    each: (text, found) =>
      each(text, (place) => {
        found(place);
        return false;
      }),
    anchorAt: (name) => anchorOf(name).at,
  };
}

/** By how many units names are kept in chains: enough to make chains short. */
export const keyLength = 8;
