/**
 * Chooses each name's anchor, the place in it at which a first look begins to look for it. Mostly that is its first capital or
 * digit, and so its beginning. Names that begin with a small letter, or may be written in small letters, are anchored at one of
 * their letters instead; for all of them together as few letters as possible are chosen, and rare ones, so that little of a
 * text has to be looked at. Used when compiling.
 */
import { anchorAt, beginningAt, isApart, type AnchoredName } from './anchors.ts';
import { plain } from './characters.ts';

export interface Anchor {
  /** Where in the name it is: no place before it begins alike. */
  at: number;
  /** Whether a text may have a small letter there. */
  maySmall: boolean;
}

/** At most this many letters may stand before the capital that a name is anchored at. */
const mostBefore = 2;
/** An anchor has at least this many units. One at a small letter has more where the name is long enough: most texts hold any three. */
const leastUnits = 2;
const enoughAtLetter = 4;
/** How many in a thousand units of a text a letter is, as counted in 30 MB of news. */
const shares = new Map<string, number>(
  'e92 t70 a64 i59 o57 n56 s51 r50 l31 c31 d28 h27 u22 m20 p18 g16 f14 y13 w11 b10 v9 k6 x3 z1 q1 j1'
    .split(' ')
    .map((share) => [share.charAt(0), Number(share.slice(1))]),
);

/** For these names: `names` are all that are looked for together. */
export function anchorsOf(names: readonly AnchoredName[]): (name: AnchoredName) => Anchor {
  const letters = fewLetters(names.filter((name) => capitalAt(name) < 0).map(lettersOf));
  return (name) => {
    const capital = capitalAt(name);
    const letter = letters.find((some) => lettersOf(name).has(some));
    const wanted = capital >= 0 ? capital : letter === undefined ? 0 : lettersOf(name).get(letter)!;
    const at = anchorAt(name.text, beginningAt(name.text, wanted, leastUnits));
    return { at, maySmall: capital < 0 || at < capital };
  };
}

/** Where its first capital or digit is, if no more than a letter or two stand before it; −1 otherwise. */
function capitalAt({ text, isAnyCase }: AnchoredName): number {
  const first = isAnyCase ? -1 : firstApart(text);
  return first <= mostBefore && first + leastUnits <= text.length ? first : -1;
}

function firstApart(text: string): number {
  for (let k = 0; k < text.length; k++) if (isApart(text.charCodeAt(k))) return k;
  return -1;
}

/** The letters that the name may be anchored at, each with its first place: of a name of other letters none. */
function lettersOf({ text, isAnyCase }: AnchoredName): Map<string, number> {
  const places = new Map<string, number>();
  if (plain(text.charCodeAt(0)) >= 0x80) return places;
  const first = isAnyCase ? -1 : firstApart(text);
  const last = Math.max(0, text.length - Math.min(enoughAtLetter, text.length - 1));
  const end = Math.min(first > 0 ? first : text.length, last + 1);
  for (let k = 0; k < end; k++) {
    const letter = String.fromCharCode(plain(text.charCodeAt(k)));
    if (shares.has(letter) && !places.has(letter)) places.set(letter, k);
  }
  return places;
}

/** Letters of which each set holds one, rarest first: again and again the one that is rarest for the sets it is in. */
function fewLetters(sets: readonly ReadonlyMap<string, number>[]): string[] {
  const rarestFirst = [...shares].sort(([, one], [, other]) => one - other).map(([letter]) => letter);
  const taken = new Set<string>();
  for (let left = sets.filter(({ size }) => size > 0); left.length > 0;) {
    const costOf = (letter: string) => shares.get(letter)! / left.filter((set) => set.has(letter)).length;
    const best = rarestFirst.reduce((one, other) => (costOf(other) < costOf(one) ? other : one));
    taken.add(best);
    left = left.filter((set) => !set.has(best));
  }
  // One that was taken early may no longer be needed.
  for (const letter of rarestFirst.toReversed()) {
    const others = [...taken].filter((one) => one !== letter);
    if (sets.every((set) => set.size === 0 || others.some((one) => set.has(one)))) taken.delete(letter);
  }
  return rarestFirst.filter((letter) => taken.has(letter));
}
