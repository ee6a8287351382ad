/** Tells where an element stands by its window's view, the margin counted in within which marks are painted. */
import { boxOf, documentOf, viewOf } from './dom.ts';
import { viewMargins } from './timing.ts';

/** Negative above what is near the view, 0 where the element reaches into it or has no place, positive below. Reads layout. */
export function placeByView(element: Element): number {
  const view = viewOf(documentOf(element));
  if (!view) return 0;
  const { top, bottom } = boxOf(element);
  const margin = view.innerHeight * viewMargins;
  return top >= view.innerHeight + margin ? 1 : bottom <= -margin && bottom > top ? -1 : 0;
}
