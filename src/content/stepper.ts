/** Next, previous and n-th mention: which one comes after which. Pure but for the rectangles that are passed in. */

/**
 * The mention to go to from `current`; without one, the first that begins in the window or below it (forwards) or the
 * last that ends above its lower edge (backwards). Goes round at the ends. Null when there is none.
 */
export function stepFrom<T>(
  mentions: readonly T[],
  current: T | null,
  step: 1 | -1,
  /** The mention's upper edge in px of the viewport; null when it is not rendered. */
  topOf: (mention: T) => number | null,
  windowHeightPx: number,
): T | null {
  if (mentions.length === 0) return null;
  const index = current === null ? -1 : mentions.indexOf(current);
  if (index >= 0) return mentions.at((index + step) % mentions.length)!;
  const inOrder = step === 1 ? mentions : [...mentions].reverse();
  const isAhead = (top: number) => (step === 1 ? top >= 0 : top < windowHeightPx);
  return inOrder.find((mention) => isAhead(topOf(mention) ?? NaN)) ?? inOrder[0]!;
}

/** The n-th of an entity's mentions, from 0, going round in both directions. Null when it has none. */
export function nthOf<T extends { entity: string }>(
  mentions: readonly T[],
  entity: string,
  index: number,
): T | null {
  const own = mentions.filter((mention) => mention.entity === entity);
  return own.length === 0 ? null : own[((index % own.length) + own.length) % own.length]!;
}
