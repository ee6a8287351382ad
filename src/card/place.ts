/** Where a card goes: beside its word, inside the window, on the side with room. The mathematics is Floating UI's. */
import {
  computePosition,
  flip,
  offset,
  shift,
  size,
  type Middleware,
  type Platform,
} from '@floating-ui/core';
import { cardGapPx, cardMaxHeightPx, cardMinHeightPx, windowMarginPx } from './constants.ts';
import { isInside, type Box, type Point } from './path-to-card.ts';

export type Side = 'top' | 'bottom';

/** In px of the viewport. `side`: on which side of its word the card is. */
export interface CardPlace {
  left: number;
  top: number;
  maxHeightPx: number;
  side: Side;
}

export interface PlaceInput {
  /** The mention's rectangles, one per line of text, at least one. */
  lines: readonly Box[];
  /** Along which of them it stands, by index. */
  line: number;
  card: { width: number; height: number };
  window: Box;
  isRightToLeft: boolean;
  /** The side that it already has: kept while there is room, so that a card that grows does not jump. */
  side: Side | null;
}

/**
 * The card lives in the top layer inside a host as large as the window, so nothing clips or moves it but the window:
 * this platform says just that, instead of `@floating-ui/dom`'s search through the page's ancestors.
 */
function platformFor(input: PlaceInput, beside: Box): Platform {
  return {
    getElementRects: () => ({ reference: toRect(beside), floating: { x: 0, y: 0, ...input.card } }),
    getClippingRect: () => toRect(input.window),
    getDimensions: () => input.card,
    isRTL: () => input.isRightToLeft,
  };
}

/** Above or below all lines of a mention that wraps, so that it covers none; of one alone where that leaves too little room. */
export async function placeCard(input: PlaceInput): Promise<CardPlace> {
  const line = input.lines[input.line] ?? input.lines[0]!;
  if (input.lines.length > 1) {
    // Field by field: a `DOMRect` has none of its own.
    const { left, right } = line;
    const top = Math.min(...input.lines.map((each) => each.top));
    const bottom = Math.max(...input.lines.map((each) => each.bottom));
    const place = await placeBeside(input, { left, top, right, bottom });
    if (place.maxHeightPx >= cardMinHeightPx) return place;
  }
  return placeBeside(input, line);
}

async function placeBeside(input: PlaceInput, beside: Box): Promise<CardPlace> {
  const kept = input.side && (await compute(input, beside, input.side, []));
  if (kept && kept.maxHeightPx >= cardMinHeightPx) return kept;
  return compute(input, beside, 'bottom', [
    flip({ padding: windowMarginPx, crossAxis: false, fallbackStrategy: 'bestFit' }),
  ]);
}

async function compute(input: PlaceInput, beside: Box, side: Side, choose: Middleware[]): Promise<CardPlace> {
  let maxHeightPx = cardMaxHeightPx;
  const { x, y, placement } = await computePosition(
    {},
    {},
    {
      platform: platformFor(input, beside),
      placement: `${side}-start`,
      strategy: 'fixed',
      middleware: [
        offset(cardGapPx),
        ...choose,
        size({
          padding: windowMarginPx,
          apply: ({ availableHeight }) => {
            maxHeightPx = Math.max(0, Math.min(cardMaxHeightPx, Math.floor(availableHeight)));
          },
        }),
        shift({ padding: windowMarginPx }),
      ],
    },
  );
  const chosen: Side = placement.startsWith('top') ? 'top' : 'bottom';
  // A card taller than its room is cut to it: one above its word then ends at the word and does not begin where it would.
  const overhangPx = Math.max(0, input.card.height - maxHeightPx);
  return { left: x, top: chosen === 'top' ? y + overhangPx : y, maxHeightPx, side: chosen };
}

/** Which line is under the pointer; without a pointer, or off all lines, the first. */
export function lineUnder(lines: readonly Box[], pointer: Point | null): number {
  const found = pointer ? lines.findIndex((line) => isInside(line, pointer, 2)) : 0;
  return Math.max(found, 0);
}

function toRect({ left, top, right, bottom }: Box) {
  return { x: left, y: top, width: right - left, height: bottom - top };
}
