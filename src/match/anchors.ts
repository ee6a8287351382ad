/**
 * Where in a name a first look begins to look for it: its anchor, from its first capital or digit on. Names that begin small,
 * and those that may be written small, are anchored at a rare letter, so that few letters of a text have to be looked at.
 */
import { isCapital, isDigit, plain } from './characters.ts';

export interface AnchoredName {
  text: string;
  isAnyCase: boolean;
}

/** No more letters than these may stand before the capital that a name is anchored at. */
const mostBefore = 2;
/** A capital or digit: where most anchors begin. */
const isApart = (unit: number) => isCapital(unit) || isDigit(unit);
const frequent = 'etaoinshrdlcumwfgypbvkjxqz';

/**
 * Where a name's anchor begins, and whether a text may have a small letter there. Its first capital or digit, if no more
 * than a letter or two stand before it, else its rarest letter that another one follows.
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
    for (let k = 1; k < end; k++)
      if (rarity(text, k + 1) >= 0 && rarity(text, k) > rarity(text, best)) best = k;
  }
  return { at: best, maySmall: true };
}

function firstApart(text: string): number {
  for (let k = 0; k < text.length; k++) if (isApart(text.charCodeAt(k))) return k;
  return -1;
}

/** −1 for what is no Latin letter. */
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
