/** Positions inside a same-origin frame, in the coordinates of the top page. */
import type { Point } from '../card/path-to-card.ts';

/** What to add to a point of `document`'s viewport to get one of the top viewport; zero for the top document itself. */
export function frameOffset(document: Document): Point {
  let [x, y] = [0, 0];
  let frame = document.defaultView?.frameElement;
  while (frame) {
    const box = frame.getBoundingClientRect();
    x += box.left + frame.clientLeft;
    y += box.top + frame.clientTop;
    frame = frame.ownerDocument.defaultView?.frameElement;
  }
  return { x, y };
}
