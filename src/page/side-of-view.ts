/** Tells on which side of what is near the view an element lies. Near: within the margin in which marks are painted. */
import { boxOf, documentOf, viewOf } from './dom.ts';
import { viewMargins } from './pacing.ts';

/** −1 above what is near the view, 0 where the element reaches into it or has no place at all, 1 below it. Reads layout. */
export function sideOfView(element: Element): number {
  const view = viewOf(documentOf(element));
  if (!view) return 0;
  const { top, bottom } = boxOf(element);
  const margin = view.innerHeight * viewMargins;
  return top >= view.innerHeight + margin ? 1 : bottom <= -margin && bottom > top ? -1 : 0;
}

/**
 * For an observer of what is near the view. A `scrollMargin` holds for the page and for scrollers in it. Given a `rootMargin` beside
 * it, browsers widen the one by the other: in Chromium seven views would be near.
 */
export const nearOptions: IntersectionObserverInit & { scrollMargin: string } = {
  scrollMargin: `${viewMargins * 100}% 0px`,
};
