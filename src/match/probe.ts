/**
 * The first look at a text: where may a name begin? A native expression finds how anchors begin; where it knows but little
 * of each, bits rule out nearly all that is left (`anchor-bits.ts`). Figures: DECISIONS.md.
 */
import { mayStandAt, seeds } from './anchor-bits.ts';

/** What `createProbe` reads; `pack-probe.ts` makes it. */
export interface PackedProbe {
  /**
   * Expressions, one unit wide, for the places where anchors may begin: at capitals, digits and letters without case, and
   * at small letters; empty where there are none. Apart, because a single small letter would end the engine's skipping
   * from capital to capital.
   */
  apart: string;
  small: string;
  /** The anchors' bits; empty where the expressions leave few places. */
  bits: string;
}

export interface Probe {
  /** True where an anchor may stand somewhere in the text. */
  test(text: string): boolean;
  /** Calls back for each place at which an anchor may stand, in no order. */
  each(text: string, found: (place: number) => void): void;
}

export function createProbe({ apart, small, bits }: PackedProbe): Probe {
  const looks = [
    { pattern: apart, seed: seeds.apart },
    { pattern: small, seed: seeds.small },
  ]
    .filter(({ pattern }) => pattern)
    .map(({ pattern, seed }) => ({ expression: new RegExp(pattern, 'g'), seed }));

  /** The next place from `from` on; −1 when there is none. */
  function next({ expression, seed }: (typeof looks)[number], text: string, from: number): number {
    for (let place = from; ; place++) {
      expression.lastIndex = place;
      if (!expression.test(text)) return -1;
      place = expression.lastIndex - 1;
      if (!bits || mayStandAt(bits, text, place, seed)) return place;
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
