/** Keyboard focus in and around the card. */
import { useLayoutEffect, useState } from 'preact/hooks';

/** The element that has the focus, also inside open shadow roots; null when it is the page as a whole. */
export function focusedIn(document: Document): HTMLElement | null {
  let focused: Element | null = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement && focused !== document.body ? focused : null;
}

/** Tab goes round inside the card instead of out into the page; Esc is the way out. */
export function cycleFocus(event: KeyboardEvent, panel: HTMLElement, root: ShadowRoot): void {
  if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return;
  const stops = [...panel.querySelectorAll<HTMLElement>('a, button, summary')].filter((stop) =>
    stop.checkVisibility(),
  );
  const [first, last] = [stops[0], stops.at(-1)];
  if (!first || !last) return;
  const focused = root.activeElement;
  const isAtEnd = event.shiftKey ? focused === first || focused === panel : focused === last;
  if (!isAtEnd) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}

/**
 * Makes changes that take what was pressed away: a focus inside `from` goes on to `to`, as it is after the change, and does not fall
 * to the page. One that is elsewhere is left alone: a reader with a pointer may have it in the page.
 */
export function useFocusKept(
  from: () => Element | null,
  to: () => HTMLElement | null,
): (change: () => void) => void {
  const [moved, setMoved] = useState<object | null>(null);
  useLayoutEffect(() => {
    if (moved) to()?.focus({ preventScroll: true });
  }, [moved]);
  return (change) => {
    const left = from();
    if (left && hasFocus(left)) {
      // Out of what goes beforehand: Chromium would tell the page of the loss in the middle of the change, which is then not
      // guarded (`guard.ts`). Of a focus that stays in the card it is told nothing.
      left.closest<HTMLElement>('[role=dialog]')?.focus({ preventScroll: true });
      setMoved({});
    }
    change();
  };
}

/** Asks the element's own root: what is in a closed one, nobody outside is told. */
function hasFocus(element: Element): boolean {
  const root = element.getRootNode() as Partial<DocumentOrShadowRoot>;
  return element.contains(root.activeElement ?? null);
}
