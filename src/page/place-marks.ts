/** Where a mark stands for the reader: whether it can be seen, its rectangles in the top viewport, and scrolling to it. */
import { boxOf, composedParent, isConnected, viewOf } from './dom.ts';
import { rectsInOwnView } from './find-mark.ts';
import type { PageMark } from './page-model.ts';
import { pieceAt } from './text-block.ts';

function elementOf(mark: PageMark): Element | null {
  const text = mark.block.nodes[pieceAt(mark.block, mark.mention.start)]!;
  return isConnected(text) ? composedParent(text) : null;
}

/** Whether the element's text is rendered for the eye; computes style, no layout. Everything is where there is no style. */
export function isVisible(element: Element): boolean {
  const view = viewOf(element.ownerDocument);
  if (!view || typeof element.checkVisibility !== 'function') return true;
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) return false;
  // "Visually hidden" text for screen readers is clipped away on itself or on an element close above it.
  for (let above: Element | null = element, k = 0; above && k < 3; above = composedParent(above), k++) {
    const style = view.getComputedStyle(above);
    if (style.position !== 'absolute' && style.position !== 'fixed') continue;
    if (
      /^rect\((0|1)px[, ]+(0|1)px[, ]+(0|1)px[, ]+(0|1)px\)$/.test(style.getPropertyValue('clip')) ||
      /^inset\((50|100)%\)/.test(style.clipPath)
    )
      return false;
  }
  return true;
}

/** Whether a reader can see the mark when scrolled to; frames that hold it count. */
export function isMarkVisible(mark: PageMark): boolean {
  const element = elementOf(mark);
  if (!element || !isVisible(element)) return false;
  for (let root = mark.block.root; root.parent; root = root.parent) {
    if (root.host && root.document === root.node && !isVisible(root.host)) return false;
  }
  return true;
}

/** One rectangle per line, in the viewport of the page's own document; empty when it is not rendered. */
export function rectsInTopView(mark: PageMark): DOMRect[] {
  let rects = rectsInOwnView(mark);
  for (let root = mark.block.root; root.parent; root = root.parent) {
    if (!root.host || root.document !== root.node) continue;
    const frame = boxOf(root.host);
    const { clientLeft, clientTop } = root.host;
    rects = rects.map(
      (rect) =>
        new DOMRect(rect.x + frame.x + clientLeft, rect.y + frame.y + clientTop, rect.width, rect.height),
    );
  }
  return rects;
}

/** Brings the mark to the middle of the view, at once: what follows may rely on where it is. */
export function scrollToMark(mark: PageMark): void {
  elementOf(mark)?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  // In a long paragraph the middle of the element is not where the name stands.
  const [rect] = rectsInOwnView(mark);
  const view = rect && viewOf(mark.block.root.document);
  if (!view || (rect.top >= 0 && rect.bottom <= view.innerHeight)) return;
  view.scrollBy({ top: rect.top - view.innerHeight / 2, behavior: 'instant' });
}
