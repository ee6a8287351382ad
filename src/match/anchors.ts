/** What is asked of a name's anchor, where a first look begins to look for it; `pack-anchors.ts` chooses it. */
import { isCapital, isDigit, plain } from './characters.ts';

export interface AnchoredName {
  text: string;
  isAnyCase: boolean;
}

/** A capital or digit: where most anchors begin. */
export const isApart = (unit: number) => isCapital(unit) || isDigit(unit);

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
 * The first units of an anchor, at most so many, as they count in keys: every way of writing them gives the same. Shorter
 * where the text ends.
 */
export function beginningAt(text: string, place: number, most: number): string {
  let beginning = '';
  for (let k = place; beginning.length < most && k < text.length;) {
    const unit = keyUnit(text.charCodeAt(k++));
    if (unit === 32) while (keyUnit(text.charCodeAt(k)) === 32) k++;
    beginning += String.fromCharCode(unit);
  }
  return beginning;
}

/** Where in a name its anchor is: at the first place that begins so. 0 where none does. */
export function anchorAt(name: string, beginning: string): number {
  for (let k = 0; k < name.length; k++) if (beginningAt(name, k, beginning.length) === beginning) return k;
  return 0;
}
