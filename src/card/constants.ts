/** Every delay and distance of the hover card, each with its reason. `dwellMs` is a setting and not here. */

/**
 * How long an open card waits after the pointer left name and card. Long enough to cross the gap between them in an
 * arc, short enough that a card does not hang over what is read next (10ten#1737: "gone before I reach it").
 */
export const graceMs = 300;

/**
 * A pointer that still rests on a name after this long will most likely stay: its card is made meanwhile, which takes
 * 30 ms of processor time the first time. Shorter than the shortest delay that a reader can choose, 100 ms.
 */
export const prepareMs = 50;

/** So long before the delay is over the card goes into the page, unseen: laying it out takes 10 ms, on a slow machine 20. */
export const insertMs = 60;

/**
 * A busy page tells late of a move. The delay counts from the move itself, but from no longer ago than this: where a page hung,
 * the pointer may have gone on meanwhile.
 */
export const mostLateMs = 50;

/**
 * How far the pointer must itself have travelled since the last scroll, press or close before a name under it counts
 * as pointed at. Text that scrolls under a still pointer, and the small jolt of a hand on a wheel, stay below it
 * (mastodon#30754, #38112).
 */
export const minTravelPx = 6;

/** The pointer rests while it stays within this distance; a hand is never quite still, and names are about 15 px tall. */
export const restRadiusPx = 5;

/** A finger that moved farther than this scrolled or dragged; Android's own touch slop is 8 dp. */
export const tapRadiusPx = 10;

/** A finger that stayed longer asked for the browser's own menu; browsers use about half a second. */
export const tapMaxMs = 500;

/** Widens the corridor from the name to the card, since a hand does not move along a straight line. */
export const pathMarginPx = 12;

/** Between the word and the card: close enough to belong together, without covering the line's descenders. */
export const cardGapPx = 6;

/** Between the card and the edge of the window. */
export const windowMarginPx = 8;

/** Where the reader chose no other size of text; it widens with that. */
export const cardWidthPx = 400;

/** Enough for one listing and the first two changes since the article; taller cards hide it. The rest scrolls inside. */
export const cardMaxHeightPx = 600;

/** A card never gets lower than this where the window allows it: below that it is a slit nobody can read in. */
export const cardMinHeightPx = 160;

/**
 * A choice that is stored ("not this one") is refused this soon after the card appeared or moved: a click that was
 * meant for the page, or lured onto the card by it, must not count.
 */
export const settleMs = 500;

/** How many changes "since then" shows before "show all"; what it leaves of them is for what came before the article. */
export const changesShown = 4;

/** Up to this many listings in force are shown with what they do and do not do; more of them fold into one line each. */
export const listingsUnfolded = 1;

/** Sources named beside a claim; the rest are in the list of sources. */
export const sourcesPerClaim = 2;

/** With less height than this the whole card scrolls, not its body alone: head and foot take about 110 px of it. */
export const lowHeightPx = 260;

/** Stands on the panel, inside the closed root, so that no page sees it: by it a later script knows a card that was left. */
export const panelMark = 'sidelight';
