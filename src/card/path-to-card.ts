/**
 * The corridor between a name and its card in which a moving pointer is on its way. Pure geometry, after the "safe
 * triangle" of menus (Tognazzini's for the Macintosh): the triangle from the point where the pointer left the name to
 * the near edge of the card, widened by a margin.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in px, in the same coordinates as the points. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function isInside(box: Box, point: Point, marginPx = 0): boolean {
  return (
    point.x >= box.left - marginPx &&
    point.x <= box.right + marginPx &&
    point.y >= box.top - marginPx &&
    point.y <= box.bottom + marginPx
  );
}

export function distancePx(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Whether `point` lies on the way from `leftAt` (where the pointer left the name) to `card`. */
export function isOnPathToCard(leftAt: Point, point: Point, card: Box, marginPx: number): boolean {
  if (isInside(card, point, marginPx)) return true;
  const [first, second] = nearEdge(leftAt, card, marginPx);
  return isInTriangle(point, leftAt, first, second) || distancePx(leftAt, point) <= marginPx;
}

/** The ends of the card's edge that faces the point, drawn out by the margin. */
function nearEdge(from: Point, card: Box, marginPx: number): [Point, Point] {
  if (from.y <= card.top || from.y >= card.bottom) {
    const y = from.y <= card.top ? card.top : card.bottom;
    return [
      { x: card.left - marginPx, y },
      { x: card.right + marginPx, y },
    ];
  }
  const x = from.x <= card.left ? card.left : card.right;
  return [
    { x, y: card.top - marginPx },
    { x, y: card.bottom + marginPx },
  ];
}

function isInTriangle(point: Point, a: Point, b: Point, c: Point): boolean {
  const sides = [side(point, a, b), side(point, b, c), side(point, c, a)];
  return sides.every((value) => value >= 0) || sides.every((value) => value <= 0);
}

/** Positive, negative or 0: on which side of the line from `a` to `b` the point lies. */
function side(point: Point, a: Point, b: Point): number {
  return (point.x - b.x) * (a.y - b.y) - (a.x - b.x) * (point.y - b.y);
}
