/** Next, previous and n-th mention: which one comes after which. Pure but for the rectangles that are passed in. */

/**
 * The mention to go to from `current`; without one, the first that begins in the window or below it (forwards) or the
 * last that ends above its lower edge (backwards). Goes round at the ends, and passes over what cannot be shown. Null when there
 * is none.
 */
export function stepFrom<T>(
  mentions: readonly T[],
  current: T | null,
  step: 1 | -1,
  /** The mention's upper edge in px of the viewport; null when it is not rendered. */
  topOf: (mention: T) => number | null,
  windowHeightPx: number,
  canBeShown: (mention: T) => boolean,
): T | null {
  const inOrder = step === 1 ? mentions : [...mentions].reverse();
  const isAhead = (top: number) => (step === 1 ? top >= 0 : top < windowHeightPx);
  const index = current === null ? -1 : inOrder.indexOf(current);
  // Asks for layout, of many mentions perhaps: only where no mention says where to go on.
  const firstAhead = () => inOrder.findIndex((mention) => isAhead(topOf(mention) ?? NaN));
  const from = index < 0 ? Math.max(0, firstAhead()) : index + 1;
  return startingAt(inOrder, from).find(canBeShown) ?? null;
}

/**
 * The n-th of an entity's mentions, from 0, going round in both directions; where it cannot be shown, the next one that can. Null
 * when it has none.
 */
export function nthOf<T extends { entity: string }>(
  mentions: readonly T[],
  entity: string,
  index: number,
  canBeShown: (mention: T) => boolean,
): T | null {
  const own = mentions.filter((mention) => mention.entity === entity);
  const fromIt = startingAt(own, index % own.length);
  return fromIt.find(canBeShown) ?? fromIt[0] ?? null;
}

/** All of them, going round, from the one at `index`, which may be negative, on. */
function startingAt<T>(all: readonly T[], index: number): T[] {
  return [...all.slice(index), ...all.slice(0, index)];
}
