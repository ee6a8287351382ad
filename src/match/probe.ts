/**
 * The first look at a text: where may a name begin? A native expression finds how anchors begin; where it knows but little
 * of each, bits rule out nearly all that is left (`anchor-bits.ts`). Figures: DECISIONS.md.
 */
import { mayStandAt } from './anchor-bits.ts';

/** What `createProbe` reads; `pack-probe.ts` makes it. */
export interface PackedProbe {
  /** One unit wide, for the places where anchors may begin: no two find the same. */
  expressions: readonly string[];
  /** The anchors' bits; empty where the expressions leave few places. */
  bits: string;
}

export interface Probe {
  /** True where an anchor may stand somewhere in the text. */
  test(text: string): boolean;
  /** Calls back for each place at which an anchor may stand, in no order. */
  each(text: string, found: (place: number) => void): void;
}

export function createProbe({ expressions, bits }: PackedProbe): Probe {
  const looks = expressions.map((pattern) => new RegExp(pattern, 'g'));

  /** The next place from `from` on; −1 when there is none. */
  function next(look: RegExp, text: string, from: number): number {
    for (let place = from; ; place++) {
      look.lastIndex = place;
      if (!look.test(text)) return -1;
      place = look.lastIndex - 1;
      if (!bits || mayStandAt(bits, text, place)) return place;
    }
  }

  return {
    test: (text) => looks.some((look) => next(look, text, 0) >= 0),
    each(text, found) {
      for (const look of looks)
        for (let place = next(look, text, 0); place >= 0; place = next(look, text, place + 1)) found(place);
    },
  };
}
