/**
 * Turns what a reader's pointer, finger and keyboard do in a document into actions for the card. Only trusted events
 * count: a page's own scripts must not be able to drive the card. Listeners see events before the page does and are passive,
 * but for the one that keeps Esc on an open card from the page: nothing else ever is.
 */
import { tapMaxMs, tapRadiusPx } from '../card/constants.ts';
import { distancePx, type Point } from '../card/path-to-card.ts';
import { inTopView } from './in-top-view.ts';

export interface PointerTarget {
  /** `at`: screen px; `inTop`: px of the top viewport; `inDocument`: px of the viewport of `document`. */
  onMove(at: Point, inTop: Point, inDocument: Point, document: Document, event: Event): void;
  onGone(): void;
  onPress(event: Event): void;
  onTap(inDocument: Point, document: Document, event: Event): void;
  onScroll(event: Event): void;
  /** True when Esc was meant for the card. */
  onEscape(): boolean;
}

export function listenToPointer(document: Document, target: PointerTarget, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal } as const;
  let touchBegan: { at: Point; ms: number } | null = null;
  /** What the pointer was on when it last moved, and all around it: other scrollers move nothing under it. */
  let under: readonly EventTarget[] = [];

  function onMove(event: PointerEvent): void {
    // With a button down the reader selects or drags; fingers have no hover.
    if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0) return;
    under = event.composedPath();
    const inDocument = { x: event.clientX, y: event.clientY };
    const inTop = inTopView(inDocument, document);
    target.onMove({ x: event.screenX, y: event.screenY }, inTop, inDocument, document, event);
  }
  document.addEventListener('pointermove', onMove, options);
  // A foreign frame swallows moves; that the pointer entered its element is the last one hears of it.
  document.addEventListener('pointerover', (event) => isFrame(event.target) && onMove(event), options);

  document.addEventListener(
    'pointerout',
    (event) =>
      event.isTrusted && event.relatedTarget === null && event.pointerType !== 'touch' && target.onGone(),
    options,
  );

  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted) return;
      touchBegan =
        event.pointerType === 'touch'
          ? { at: { x: event.clientX, y: event.clientY }, ms: event.timeStamp }
          : null;
      if (!touchBegan) target.onPress(event);
    },
    options,
  );
  document.addEventListener(
    'pointerup',
    (event) => {
      if (!event.isTrusted || event.pointerType !== 'touch' || !touchBegan) return;
      const at = { x: event.clientX, y: event.clientY };
      const isTap =
        distancePx(touchBegan.at, at) <= tapRadiusPx && event.timeStamp - touchBegan.ms <= tapMaxMs;
      touchBegan = null;
      if (isTap) target.onTap(at, document, event);
    },
    options,
  );
  document.addEventListener('pointercancel', () => (touchBegan = null), options);
  document.addEventListener(
    'scroll',
    (event) =>
      event.isTrusted &&
      (event.target === document || under.includes(event.target!)) &&
      target.onScroll(event),
    options,
  );

  const view = document.defaultView ?? document;
  view.addEventListener(
    'keydown',
    (event) => {
      if (!(event as KeyboardEvent).isTrusted || (event as KeyboardEvent).key !== 'Escape') return;
      if ((event as KeyboardEvent).isComposing || !target.onEscape()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );
}

/** By name: `instanceof` would fail for elements of a frame, which has a window of its own. */
function isFrame(target: EventTarget | null): boolean {
  return (target as Partial<Element> | null)?.localName === 'iframe';
}
