/** Whether a reader who scrolls can bring a mark into view: pages keep menus beside the screen, slides and folded parts. */
import {
  boxOf,
  composedParent,
  documentElementOf,
  documentOf,
  hiddenHeightOf,
  hiddenWidthOf,
  scrolledBy,
  scrollingElementOf,
  slotOf,
  tagOf,
  viewOf,
} from './dom.ts';
import type { PageMark } from './page-model.ts';
import { elementOf, rectsInOwnView } from './place-marks.ts';

/** Along one axis, in px of the viewport. */
type Span = readonly [from: number, to: number];

export function canBeShown(mark: PageMark): boolean {
  const [line] = rectsInOwnView(mark);
  const element = elementOf(mark);
  if (!line || !element) return false;
  const [x, y] = [line.left + line.width / 2, line.top + line.height / 2];
  if (!canPartBeShown(element, [x - 1, x + 1], [y - 1, y + 1])) return false;
  for (let { root } = mark.block; root.parent; root = root.parent) {
    if (!root.host || root.document !== root.node) continue;
    const { left, right, top, bottom } = boxOf(root.host);
    if (!canPartBeShown(root.host, [left, right], [top, bottom])) return false;
  }
  return true;
}

/**
 * Goes outwards from the element, and keeps what of the part may still come to be seen. An element that a reader can scroll may
 * bring it to any place in its box. One that hides its overflow is scrolled by scripts at most, and we would leave a page askew
 * if we scrolled a folded part of it.
 */
function canPartBeShown(element: Element, across: Span, down: Span): boolean {
  const document = documentOf(element);
  const view = viewOf(document);
  const top = documentElementOf(document);
  if (!view || !top) return true;
  const styleOf = (of: Element) => view.getComputedStyle(of);
  let shown: { across: Span; down: Span } | null = { across, down };
  /** The window scrolls by the style of `body` where that of the root says nothing, and `body` then does not. */
  let ofWindow = styleOf(top);
  /** The `position` of the last element passed: an absolute or fixed one is cut by nothing up to the element it is placed by. */
  let position = 'static';
  for (
    let around: Element | null = element;
    around && around !== top;
    around = slotOf(around) ?? composedParent(around)
  ) {
    const style = styleOf(around);
    const isWindows = tagOf(around) === 'body' && ofWindow.overflowX === 'visible';
    if (isWindows) ofWindow = style;
    const isPlacedByIt =
      style.transform !== 'none' || (position === 'absolute' && style.position !== 'static');
    if (/^(absolute|fixed)$/.test(position) && !isPlacedByIt) continue;
    position = style.position;
    if (isWindows) continue;
    const { left, right, top: upper, bottom } = boxOf(around);
    shown = shownIn(shown, { across: [left, right], down: [upper, bottom] }, around, style);
    if (!shown) return false;
  }
  const window = { across: [0, view.innerWidth], down: [0, view.innerHeight] } as const;
  if (position === 'fixed')
    return cut(shown.across, window.across) !== null && cut(shown.down, window.down) !== null;
  return shownIn(shown, window, scrollingElementOf(document) ?? top, ofWindow, true) !== null;
}

/** What of a part may come to be seen in a box; null where nothing of it may. */
function shownIn(
  { across, down }: { across: Span; down: Span },
  box: { across: Span; down: Span },
  scroller: Element,
  { overflowX, overflowY, direction }: CSSStyleDeclaration,
  isWindow = false,
): { across: Span; down: Span } | null {
  const scrolled = scrolledBy(scroller);
  const hiddenWidth = hiddenWidthOf(scroller);
  // From right to left the range ends at 0.
  const before = direction === 'rtl' ? scrolled.left + hiddenWidth : scrolled.left;
  const reach = (part: Span, within: Span, overflow: string, back: number, all: number) => {
    if (overflow === 'visible' && !isWindow) return part;
    const isFixed = overflow === 'hidden' || overflow === 'clip';
    return cut(isFixed ? part : [part[0] - (all - back), part[1] + back], within);
  };
  const x = reach(across, box.across, overflowX, before, hiddenWidth);
  const y = reach(down, box.down, overflowY, scrolled.top, hiddenHeightOf(scroller));
  return x && y && { across: x, down: y };
}

function cut([from, to]: Span, [least, most]: Span): Span | null {
  const shown = [Math.max(from, least), Math.min(to, most)] as const;
  return shown[0] < shown[1] ? shown : null;
}
