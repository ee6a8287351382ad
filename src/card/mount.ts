/**
 * Puts a card over a page: one host in the top layer, a closed shadow root inside it, and in that the panel. The host
 * is there only while a card is open or about to be. It is as large as the window and lets every click through; only the
 * panel catches any. Nothing of the page is parsed, styled or changed, and nothing of the page's styles gets in.
 */
import { h, render } from 'preact';
import { dateLocale, textDirection } from '../ui/translate.ts';
import { Card, titleId, type CardProps } from './card.tsx';
import { cardMaxHeightPx, cardMinHeightPx, cardWidthPx, lowHeightPx, panelMark } from './constants.ts';
import { startDrag } from './drag.ts';
import { cycleFocus, focusedIn } from './focus.ts';
import { guardWords } from './guard.ts';
import type { Box, Point } from './path-to-card.ts';
import { lineUnder, placeCard, type Side } from './place.ts';
import { cardStyles } from './styles.ts';

/** What the reader chose for how all of Sidelight looks; the palette is that of the marks. */
export interface Looks {
  theme: 'system' | 'light' | 'dark';
  palette: 'standard' | 'safe' | 'text';
}

export interface CardOptions {
  document: Document;
  looks: Looks;
  /** The page or the browser took the card away. */
  onRemoved: () => void;
}

export interface MountedCard {
  /** Puts it into the page unseen and out of the pointer's way: what is laid out by then need not be when it is opened. */
  insert(parent: Element): void;
  /** Opens it: `parent` is the root, or a modal dialog or fullscreen element, which make all else inert. */
  open(parent: Element): void;
  update(props: Omit<CardProps, 'onDragStart'>): void;
  /** Moves the card to these lines of text, the first time to the one under the pointer; nothing happens once the reader has dragged it. */
  place(lines: readonly Box[], pointer: Point | null): Promise<void>;
  /** The panel's rectangle in the viewport. */
  box(): Box;
  /** Whether the event happened on the card. */
  holds(event: Event): boolean;
  /** Whether a press could meet it: a modal dialog that came later makes it inert, and other things may lie over it. */
  isWithinReach(): boolean;
  /** The reader is on the card now: from here on the wheel scrolls it and not the page under it. */
  enter(): void;
  /** For a card that the keyboard opened. */
  focus(): void;
  /** Milliseconds (`performance.now`) at which it appeared or last moved. */
  movedAt(): number;
  remove(): void;
}

/** So far from the panel's edge, which is round at the corners, a point is surely on it. */
const edgePx = 8;

const keptInside = ['click', 'auxclick', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keyup', 'keypress', 'touchstart', 'touchend', 'contextmenu', 'focusin', 'focusout', 'copy', 'dragstart', 'touchmove'] as const; // prettier-ignore

export function makeCard({ document, looks, onRemoved }: CardOptions): MountedCard {
  const ending = new AbortController();
  const { signal } = ending;
  const host = document.createElement('div');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = cardStyles;
  const panel = document.createElement('div');
  panel.className = 'panel unplaced';
  panel.dataset.theme = looks.theme;
  panel.dataset.panelOf = panelMark;
  panel.dataset.palette = looks.palette;
  panel.lang = dateLocale();
  panel.dir = textDirection();
  panel.tabIndex = -1;
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-labelledby', titleId);
  root.append(style, panel);
  // A card that no longer says what we wrote is none: the reader rests on the name again and has another.
  const guard = guardWords(root, () => onRemoved());

  let focusedBefore: ReturnType<typeof focusedIn> = null;
  /** The reader brought the focus into the card and has not taken it out again: what held it may be gone since. */
  let hasHadFocus = false;
  let side: Side | null = null;
  /** Along which line of its mention it was opened: it stays there when the pointer goes from the line to the card. */
  let line: number | null = null;
  let movedAt = Infinity;
  let isDragged = false;
  // Asked again after each wait: the compiler takes the variable for unchanged.
  const hasBeenDragged = () => isDragged;
  let isPinned = false;

  // Page scripts that listen on their document must not take a click or key meant for the card as one of theirs, nor
  // prevent what it would do, as pages do that scroll by themselves or add to what is copied.
  const keepInside = (event: Event) => event.stopPropagation();
  for (const type of keptInside) host.addEventListener(type, keepInside, { signal, passive: true });
  const keepWheel = (event: Event) => panel.matches('.entered.scrolls') && keepInside(event);
  host.addEventListener('wheel', keepWheel, { signal, passive: true });
  panel.addEventListener('keydown', (event) => event.isTrusted && cycleFocus(event, panel, root), { signal });
  panel.addEventListener(
    'focusin',
    (event) => {
      hasHadFocus = true;
      const focused = event.target as Element;
      // Firefox leaves what an edge cuts where it is. What was pressed by pointer stays under it.
      if (focused !== panel && focused.matches(':focus-visible'))
        focused.scrollIntoView({ block: 'nearest' });
    },
    { signal },
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.composedPath().includes(host)) hasHadFocus = false;
    },
    { capture: true, passive: true, signal },
  );
  host.addEventListener('toggle', () => !host.matches(':popover-open') && onRemoved(), { signal });

  const onDragStart = (event: PointerEvent) => {
    if (!isPinned || event.button !== 0 || (event.target as Element).closest('button')) return;
    startDrag({ event, panel, window: windowBox(document), signal, onMove: () => (isDragged = true) });
  };

  const insert = (parent: Element) => {
    // Put in anew it would be laid out anew.
    if (host.parentNode !== parent) parent.append(host);
  };

  rehearsePlacing(windowBox(document));

  return {
    insert,
    open(parent) {
      focusedBefore = focusedIn(document);
      insert(parent);
      try {
        host.showPopover();
      } catch {
        // The page took it out, or what makes it a popover: it goes when it is placed, or stands below the top layer.
      }
      movedAt = performance.now();
    },
    update(props) {
      isPinned = props.isPinned;
      panel.classList.toggle('pinned', isPinned);
      guard.allow(() => render(h(Card, { ...props, onDragStart }), panel));
    },
    async place(lines, pointer) {
      if (!host.isConnected) {
        onRemoved();
        return;
      }
      const content = panel.querySelector('.body');
      panel.classList.toggle('scrolls', hiddenPx(content) > 0);
      if (hasBeenDragged() || lines.length === 0) return;
      undoPageZoom(host, panel);
      line ??= lineUnder(lines, pointer);
      const place = await placeCard({
        lines,
        line,
        card: naturalSize(panel, content),
        window: windowBox(document),
        isRightToLeft: panel.dir === 'rtl',
        side,
      });
      if (ending.signal.aborted || hasBeenDragged()) return;
      side = place.side;
      const { left, top, maxHeight } = panel.style;
      panel.style.left = `${place.left}px`;
      panel.style.top = `${place.top}px`;
      panel.style.maxHeight = `${place.maxHeightPx}px`;
      panel.classList.toggle('low', place.maxHeightPx < lowHeightPx);
      panel.classList.toggle('slit', place.maxHeightPx < cardMinHeightPx);
      panel.classList.remove('unplaced');
      if (left !== panel.style.left || top !== panel.style.top || maxHeight !== panel.style.maxHeight)
        movedAt = performance.now();
    },
    box: () => panel.getBoundingClientRect(),
    holds: (event) => event.composedPath().includes(host),
    isWithinReach: () => {
      const { left, top, right, bottom } = panel.getBoundingClientRect();
      const xs = [left + edgePx, (left + right) / 2, right - edgePx];
      const ys = [top + edgePx, (top + bottom) / 2, bottom - edgePx];
      return ys.some((y) => xs.some((x) => panel.contains(root.elementFromPoint(x, y))));
    },
    enter: () => panel.classList.add('entered'),
    focus() {
      panel.classList.add('by-keyboard', 'entered');
      panel.focus({ preventScroll: true });
    },
    movedAt: () => movedAt,
    remove() {
      if (signal.aborted) return;
      const hadFocus = root.activeElement !== null || (hasHadFocus && focusedIn(document) === null);
      ending.abort('over');
      guard.stop();
      render(null, panel);
      host.remove();
      // The prototype's: a form has fields of any name in place of its own.
      if (hadFocus && focusedBefore?.isConnected)
        HTMLElement.prototype.focus.call(focusedBefore, { preventScroll: true });
    },
  };
}

/** Looks for a place and drops it: what is compiled by then need not be when the card is opened, 2 of 20 ms. */
function rehearsePlacing(window: Box): void {
  const card = { width: cardWidthPx, height: cardMaxHeightPx };
  void placeCard({ lines: [window], line: 0, card, window, isRightToLeft: false, side: null });
}

/** The panel's size if nothing cut it: its box plus what it, or its body, scrolls away. */
function naturalSize(panel: HTMLElement, content: Element | null): { width: number; height: number } {
  const { width, height } = panel.getBoundingClientRect();
  return { width, height: height + hiddenPx(panel) + hiddenPx(content) };
}

function hiddenPx(scroller: Element | null): number {
  return scroller ? scroller.scrollHeight - scroller.clientHeight : 0;
}

/** What is visible of the page, in px of the layout viewport: less than the window while the reader has pinched in. */
function windowBox(document: Document): Box {
  const view = document.defaultView?.visualViewport;
  if (!view)
    return {
      left: 0,
      top: 0,
      right: document.documentElement.clientWidth,
      bottom: document.documentElement.clientHeight,
    };
  const { offsetLeft: left, offsetTop: top, width, height } = view;
  return { left, top, right: left + width, bottom: top + height };
}

/** `zoom` on the page's root reaches into the top layer too; the card keeps its own size. */
function undoPageZoom(host: HTMLElement, panel: HTMLElement): void {
  const zoom = host.currentCSSZoom;
  const own = zoom === 1 ? '' : String(1 / zoom);
  if (panel.style.zoom !== own) panel.style.zoom = own;
}
