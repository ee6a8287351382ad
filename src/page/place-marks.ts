/** Where a mark stands for the reader: whether it can be seen, its rectangles in the top viewport, and scrolling to it. */
import {
  boxOf,
  checkVisibility,
  composedParent,
  createRange,
  documentElementOf,
  documentOf,
  hiddenHeightOf,
  isConnected,
  scrollElementBy,
  scrollIntoView,
  viewOf,
} from './dom.ts';
import { frameViewOf } from './frame-view.ts';
import type { PageMark } from './page-model.ts';
import { pieceAt, placeOf } from './text-block.ts';

/** The one that holds its beginning; null when it is no longer in the page. */
export function elementOf(mark: PageMark): Element | null {
  const text = mark.block.nodes[pieceAt(mark.block, mark.mention.start)]!;
  return isConnected(text) ? composedParent(text) : null;
}

/**
 * Whether a reader can see a mark when scrolled to; frames that hold it count. Computes style, no layout. Remembers what it
 * was asked about elements, since marks share most of those around them: to be made anew for each look at a page.
 */
export function createVisibility(): (mark: PageMark) => boolean {
  const visible = new Map<Element, boolean>();
  const clipped = new Map<Element, boolean>();
  /** "Visually hidden" text for screen readers is clipped away on its element or one of the two above. */
  function isClipped(element: Element): boolean {
    let above: Element | null = element;
    for (let k = 0; above && k < 3; k++) {
      let answer = clipped.get(above);
      if (answer === undefined) clipped.set(above, (answer = isClippedAway(above)));
      if (answer) return true;
      above = composedParent(above);
    }
    return false;
  }
  function isVisible(element: Element): boolean {
    let answer = visible.get(element);
    if (answer === undefined) visible.set(element, (answer = isRendered(element) && !isClipped(element)));
    return answer;
  }

  return (mark) => {
    const element = elementOf(mark);
    if (!element || !isVisible(element)) return false;
    for (let { root } = mark.block; root.parent; root = root.parent) {
      if (root.host && root.document === root.node && !isVisible(root.host)) return false;
    }
    return true;
  };
}

/** Everything is where there is no style. */
function isRendered(element: Element): boolean {
  if (!viewOf(documentOf(element)) || !('checkVisibility' in element)) return true;
  return checkVisibility(element, { visibilityProperty: true, contentVisibilityAuto: false });
}

function isClippedAway(element: Element): boolean {
  const style = viewOf(documentOf(element))?.getComputedStyle(element);
  const position = style?.position;
  if (!style || (position !== 'absolute' && position !== 'fixed')) return false;
  return (
    /^rect\((0|1)px[, ]+(0|1)px[, ]+(0|1)px[, ]+(0|1)px\)$/.test(style.getPropertyValue('clip')) ||
    /^inset\((50|100)%\)/.test(style.clipPath)
  );
}

/** Where the mark is in the viewport of its own document: one rectangle per line; empty when it is not rendered. */
export function rectsInOwnView(mark: PageMark): DOMRect[] {
  const { document } = mark.block.root;
  if (!nodesOf(mark).every(isConnected)) return [];
  const top = documentElementOf(document);
  if (!top) return [];
  const place = placeOf(mark.block, mark.mention.start, mark.mention.end);
  const range = createRange(document);
  try {
    range.setStart(place.startContainer, place.startOffset);
    range.setEnd(place.endContainer, place.endOffset);
    return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  } finally {
    // A live range costs every later change of its tree: it is put back where nothing changes.
    range.setStart(top, 0);
    range.collapse(true);
  }
}

/** The text nodes that it stands in, of which a block may have thousands more. */
export const nodesOf = ({ block, mention: { start, end } }: PageMark) =>
  block.nodes.slice(pieceAt(block, start), pieceAt(block, end - 1) + 1);

/** The same in the viewport of the page itself, also for a mark in a frame. */
export function rectsInTopView(mark: PageMark): DOMRect[] {
  let rects = rectsInOwnView(mark);
  for (let root = mark.block.root; root.parent; root = root.parent) {
    if (!root.host || root.document !== root.node) continue;
    const { left, top, scaleX, scaleY } = frameViewOf(root.host);
    rects = rects.map(
      ({ x, y, width, height }) =>
        new DOMRect(left + x * scaleX, top + y * scaleY, width * scaleX, height * scaleY),
    );
  }
  return rects;
}

/** Brings the mark to the middle of the view, at once: what follows may rely on where it is. */
export function scrollToMark(mark: PageMark): void {
  const element = elementOf(mark);
  if (element) scrollIntoView(element, { block: 'center', inline: 'nearest', behavior: 'instant' });
  // In a long paragraph the middle of the element is not where the name stands.
  for (let above = element; above; above = composedParent(above)) {
    if (hiddenHeightOf(above) <= 0) continue;
    const [line] = rectsInOwnView(mark);
    const box = boxOf(above);
    if (!line || (line.top >= box.top && line.bottom <= box.bottom)) continue;
    scrollElementBy(above, { top: line.top - (box.top + box.height / 2), behavior: 'instant' });
  }
  const [rect] = rectsInOwnView(mark);
  const view = rect && viewOf(mark.block.root.document);
  if (!view || (rect.top >= 0 && rect.bottom <= view.innerHeight)) return;
  view.scrollBy({ top: rect.top - view.innerHeight / 2, behavior: 'instant' });
}
