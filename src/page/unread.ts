/** Tells whether a place of the page is left unread: inside something of which `elements.ts` says that it is skipped. */
import { closestOf, composedParent, isElement, tagOf } from './dom.ts';
import { isSkipped, skippedSelector } from './elements.ts';

let selector: string | undefined;
/** The nearest element around a node (itself included) that is not read, within its own tree. */
const nearestUnread = (element: Element) => closestOf(element, (selector ??= skippedSelector()));

/** Within its own tree: around the host of a shadow root is not looked. True for a node that stands in no element. */
export function isUnreadable(node: Node): boolean {
  const element = isElement(node) ? node : composedParent(node);
  return !element || nearestUnread(element) !== null;
}

/** The outermost unread element around a node. Where it is inline, the text around it depends on whether it holds words. */
export function outermostUnread(node: Node): Element | null {
  let outermost: Element | null = null;
  for (let element = isElement(node) ? node : composedParent(node); element;) {
    const unread = nearestUnread(element);
    if (!unread) break;
    outermost = unread;
    element = composedParent(unread);
  }
  return outermost;
}

/**
 * Gives a test for whether what stands in an element is read, also by what is around the hosts of shadow roots. It remembers what
 * it was asked, since texts that stand near one another share most of their ancestors: to be made anew for each look.
 */
export function createReadability(): (element: Element | null) => boolean {
  const known = new Map<Element, boolean>();
  return (element) => {
    const path: Element[] = [];
    let answer = element !== null;
    for (let above = element; above; above = composedParent(above)) {
      const before = known.get(above);
      if (before !== undefined) {
        answer = before;
        break;
      }
      path.push(above);
      if (isSkipped(above, tagOf(above))) {
        answer = false;
        break;
      }
    }
    for (const passed of path) known.set(passed, answer);
    return answer;
  };
}
