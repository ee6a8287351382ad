/** What a move, press, tap or Esc in a page with marks is for the card: finds the mention under it and tells the driver. */
import type { Point } from '../card/path-to-card.ts';
import { isElement, matchesSelector } from '../page/dom.ts';
import type { PageMention } from '../page/page-mention.ts';
import type { CardDriver } from './card-driver.ts';
import type { PointerTarget } from './pointer-input.ts';

export interface PointerActionsOptions {
  driver: CardDriver<PageMention>;
  /** The mention at a point of that document's viewport, in px. */
  mentionAt: (point: Point, document: Document) => PageMention | null;
  /** Takes away the ring that the keyboard left around a mention. */
  unring: () => void;
  /** Called at every move before anything else; false once the extension is gone. */
  beforeMove: () => boolean;
}

const tapTargets = 'a[href], button, input, select, textarea, summary, label, [role=button], [role=link]';

/** How long an event of the document has waited for its turn, by the document's own clock. */
const ageOf = (event: Event, document: Document) =>
  (document.defaultView?.performance.now() ?? event.timeStamp) - event.timeStamp;

/** What the event passes on its way to the window, which is left out. */
const pathOf = (event: Event) => event.composedPath().slice(0, -1) as Node[];

export function createPointerActions({
  driver,
  mentionAt,
  unring,
  beforeMove,
}: PointerActionsOptions): PointerTarget {
  let mentionBelow = (): PageMention | null => null;
  return {
    onMove(at, inTop, inDocument, document, event) {
      if (!beforeMove()) return;
      mentionBelow = () => mentionAt(inDocument, document);
      const mention = driver.isOnCard(event) ? null : mentionAt(inDocument, document);
      const place = driver.placeOf(inTop, mention, event);
      driver.act({ type: 'pointer-moved', at, mention, place }, ageOf(event, document));
    },
    onGone: () => driver.act({ type: 'pointer-gone' }),
    onPress(event) {
      const isOnCard = driver.isOnCard(event);
      if (!isOnCard) unring();
      driver.act({ type: 'pressed', isOnCard });
    },
    onTap(inDocument, document, event) {
      const isOnCard = driver.isOnCard(event);
      // A tap on a link or button is for the page.
      const isForPage = pathOf(event).some((node) => isElement(node) && matchesSelector(node, tapTargets));
      const mention = isOnCard || isForPage ? null : mentionAt(inDocument, document);
      driver.act({ type: 'tapped', mention, isOnCard });
    },
    onScroll: () => driver.act({ type: 'scrolled', mention: driver.isBusy() ? mentionBelow() : null }),
    onEscape() {
      const wasOpen = driver.isOpen();
      // A dialog of the page that came over the card is what the reader means.
      if (wasOpen && !driver.isWithinReach()) return false;
      if (!wasOpen && !driver.isBusy()) unring();
      driver.act({ type: 'dismissed' });
      return wasOpen;
    },
  };
}
