/** Positions inside a same-origin frame, in the coordinates of the top page. */
import type { Point } from '../card/path-to-card.ts';
import { documentOf, viewOf } from '../page/dom.ts';
import { frameViewOf } from '../page/frame-view.ts';

/** A point of `document`'s viewport in px of the top viewport; the same for the top document itself. */
export function inTopView({ x, y }: Point, document: Document): Point {
  let at = { x, y };
  let frame = viewOf(document)?.frameElement;
  while (frame) {
    const { left, top, scaleX, scaleY } = frameViewOf(frame);
    at = { x: left + at.x * scaleX, y: top + at.y * scaleY };
    frame = viewOf(documentOf(frame))?.frameElement;
  }
  return at;
}
