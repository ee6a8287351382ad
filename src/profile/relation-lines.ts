/** Lines of the drawn relations: where each ends, and which run behind a box that they do not lead to. Pure geometry, in px. */

/** A box by its middle. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** So far inside its box a line ends. */
const insidePx = 14;

/** How many lines from the first box, the entity's, to the others run behind a box that is not theirs. */
export function hiddenLines([middle, ...boxes]: readonly Box[]): number {
  return boxes.filter((end) => boxes.some((box) => box !== end && crosses(middle!, end, box))).length;
}

/** Whether the line that leads from the middle of one box to another meets the third (Liang and Barsky's clipping). */
export function crosses(from: Box, to: Box, box: Box): boolean {
  const x = clip(from.x, lineEnd(from.x, to.x, to.halfWidth), box.x, box.halfWidth);
  const y = clip(from.y, lineEnd(from.y, to.y, to.halfHeight), box.y, box.halfHeight);
  return Math.max(0, x.enter, y.enter) < Math.min(1, x.leave, y.leave);
}

/**
 * Where, along one axis, the line from `from` to a box ends: at the place nearest to `from` that is well inside the box. A line
 * to its centre would run behind more of the others.
 */
export function lineEnd(from: number, middle: number, half: number): number {
  const reach = Math.max(0, half - insidePx);
  return Math.min(middle + reach, Math.max(middle - reach, from));
}

/** Between which parts of the way from one place to the other, along one axis, the way is within the box. */
function clip(from: number, to: number, middle: number, half: number): { enter: number; leave: number } {
  const way = to - from;
  if (way === 0) return Math.abs(from - middle) < half ? { enter: 0, leave: 1 } : { enter: 1, leave: 0 };
  const one = (middle - half - from) / way;
  const other = (middle + half - from) / way;
  return { enter: Math.min(one, other), leave: Math.max(one, other) };
}
