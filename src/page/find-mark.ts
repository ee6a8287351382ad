/**
 * Finds the mark under a point: rectangles of the marks near the view, kept for a moment, then one fresh look at the one
 * that was hit. Asking the browser for the caret or the highlights at a point costs up to ten times our budget on a large page.
 */
import {
  boxOf,
  closestOf,
  composedParent,
  containsNode,
  documentOf,
  elementAt,
  shadowRootOf,
  slotOf,
  tagOf,
  textOf,
  viewOf,
} from './dom.ts';
import { isVisibleTag } from './elements.ts';
import { rectanglesMs } from './pacing.ts';
import type { CandidateBlock, PageMark } from './page-model.ts';
import { nodesOf, rectsInOwnView } from './place-marks.ts';

export interface MarkFinder {
  /** `x` and `y` are CSS pixels in the viewport of `document`. */
  at: (x: number, y: number, document: Document) => PageMark | null;
  /** The page scrolled, changed or was laid out anew. */
  invalidate: () => void;
}

interface Boxes {
  madeAt: number;
  marks: PageMark[];
  /** left, top, right, bottom for each of `marks`; a mark on two lines is there twice. */
  sides: Float64Array;
}

export function createMarkFinder(nearBlocks: () => Iterable<CandidateBlock>, now: () => number): MarkFinder {
  let boxesOf = new Map<Document, Boxes>();

  function boxesIn(document: Document): Boxes {
    const known = boxesOf.get(document);
    if (known && now() - known.madeAt < rectanglesMs) return known;
    const marks: PageMark[] = [];
    const sides: number[] = [];
    for (const block of nearBlocks()) {
      if (block.root.document !== document) continue;
      for (const mark of block.marks) {
        for (const { left, top, right, bottom } of rectsInOwnView(mark)) {
          marks.push(mark);
          sides.push(left, top, right, bottom);
        }
      }
    }
    const made = { madeAt: now(), marks, sides: Float64Array.from(sides) };
    boxesOf.set(document, made);
    return made;
  }

  return {
    at(x, y, document) {
      const { marks, sides } = boxesIn(document);
      for (let k = 0; k < marks.length; k++) {
        const s = k * 4;
        if (x < sides[s]! || y < sides[s + 1]! || x >= sides[s + 2]! || y >= sides[s + 3]!) continue;
        const mark = marks[k]!;
        const isThere = rectsInOwnView(mark).some(
          (box) => x >= box.left && x < box.right && y >= box.top && y < box.bottom,
        );
        if (isThere && isUncovered(mark, x, y)) return mark;
      }
      return null;
    },
    invalidate: () => (boxesOf = new Map()),
  };
}

/** Whether the middle of one of its lines can be seen: in the window, scrolled out of nothing, with nothing laid over it. */
export const isInSight = (mark: PageMark): boolean =>
  rectsInOwnView(mark).some(({ left, right, top, bottom }) =>
    isUncovered(mark, (left + right) / 2, (top + bottom) / 2),
  );

/** Whether the mark's text, and not something laid over it, is what the pointer meets. */
function isUncovered(mark: PageMark, x: number, y: number): boolean {
  const { document } = mark.block.root;
  const texts = nodesOf(mark);
  let top = elementAt(document, x, y);
  for (let shadow = top && shadowRootOf(top); shadow; shadow = shadowRootOf(top)) {
    const inner: Element | null = shadow.elementFromPoint(x, y);
    if (!inner || inner === top) break;
    top = inner;
  }
  if (!top) return false;
  for (const text of texts) {
    for (let above = composedParent(text); above; above = composedParent(above))
      if (above === top) return !isCutOff(text, top, x, y);
  }
  // News cards stretch a headline's link, or an empty element in it, over the whole card: the text under it is still what is read.
  const isEmpty = !isVisibleTag(tagOf(top)) && textOf(top) === '';
  const link = isEmpty ? closestOf(top, 'a') : top;
  const card = link && tagOf(link) === 'a' ? closestOf(link, 'article,li,section,div') : null;
  return card !== null && containsNode(card, texts[0]!) && !isStuck(link!, card);
}

/** Whether a link is in a header or the like that stays while what is around it scrolls by: then it is no part of the text's card. */
function isStuck(link: Element, card: Element): boolean {
  const view = viewOf(documentOf(link));
  for (let around: Element | null = link; view && around && around !== card; around = composedParent(around))
    if (/^(sticky|fixed)$/.test(view.getComputedStyle(around).position)) return true;
  return false;
}

/** Whether something between the text and `above`, which is around it, shows nothing of it at the point: slides of a carousel. */
function isCutOff(text: Text, above: Element, x: number, y: number): boolean {
  const view = viewOf(documentOf(text));
  let around = composedParent(text);
  for (; view && around && around !== above; around = slotOf(around) ?? composedParent(around)) {
    const { overflowX, overflowY } = view.getComputedStyle(around);
    const { left, top, right, bottom } = boxOf(around);
    if (overflowX !== 'visible' && (x < left || x >= right)) return true;
    if (overflowY !== 'visible' && (y < top || y >= bottom)) return true;
  }
  return false;
}
