/** Which element a card goes into. */
import {
  composedParent,
  documentOf,
  isElement,
  matchesSelector,
  queryAll,
  tagOf,
  viewOf,
} from '../page/dom.ts';

/**
 * A modal dialog makes everything outside it inert, a fullscreen element hides it, and a popover closes when it is pressed: a card
 * for a word inside one has to go inside too, but not into a frame, which shows no children. Everywhere else it hangs on the root,
 * where it disturbs no selector of the page's body.
 */
export function parentForCard(document: Document, node: Node): Element {
  for (let at: Node | null = topNode(document, node); at; at = composedParent(at)) {
    if (
      isElement(at) &&
      tagOf(at) !== 'iframe' &&
      matchesSelector(at, 'dialog:modal, :fullscreen, :popover-open')
    )
      return at;
  }
  // By keyboard one reaches words behind a dialog too.
  return [...queryAll(document, 'dialog:modal')].at(-1) ?? document.documentElement;
}

/** The node itself, or the frame of the top document that holds it. */
function topNode(document: Document, node: Node): Node {
  let at: Node = node;
  while (documentOf(at) !== document) {
    const frame = viewOf(documentOf(at))?.frameElement;
    if (!frame) return document.documentElement;
    at = frame;
  }
  return at;
}
