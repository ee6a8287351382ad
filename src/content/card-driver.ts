/**
 * Carries out what the card's reducer decides: timers, loading, drawing, following the word. The reducer says what is
 * shown; nothing else here remembers that.
 */
import type { CardProps } from '../card/card.tsx';
import { graceMs, mostLateMs, pathMarginPx, settleMs } from '../card/constants.ts';
import type { MountedCard, Looks } from '../card/mount.ts';
import { isInside, isOnPathToCard, type Box, type Point } from '../card/path-to-card.ts';
import {
  closedState,
  isShown,
  reduceCard,
  type CardAction,
  type CardState,
  type PointerPlace,
} from '../card/state.ts';
import type { CardRecord } from '../dataset/records.ts';
import type { CardKit, LazyKit } from './card-kit.ts';
import { createPreparation } from './prepared-card.ts';

/** `T` stands for one mention in the page. */
export interface DriverOptions<T> {
  document: Document;
  kit: LazyKit;
  dwellMs: () => number;
  looks: () => Looks;
  /** In px of the top viewport, one per line; empty when it is gone. */
  rectsOf: (mention: T) => readonly Box[];
  /** Whether the word itself can be seen: scrolled out of nothing, with nothing laid over it. */
  isInSight: (mention: T) => boolean;
  /** The element that a card for this mention goes into. */
  parentFor: (mention: T) => Element;
  recordOf: (mention: T) => CardRecord | null | undefined;
  loadRecord: (mention: T) => Promise<CardRecord | null>;
  /** Asked once for each card that is made: what it tells of the page is looked for in all of it. */
  propsFor: (
    mention: T,
    kit: CardKit,
  ) => Omit<CardProps, 'record' | 'isPinned' | 'onPin' | 'onClose' | 'onDragStart' | 'actions'> & {
    actions: Omit<CardProps['actions'], 'isSettled'>;
  };
  signal: AbortSignal;
}

export interface CardDriver<T> {
  /** Hands an action to the reducer and does what follows from it. `ageMs`: how long ago it happened. */
  act(action: CardAction<T>, ageMs?: number): void;
  /** What `pointer-moved` needs to know about a point of the top viewport. */
  placeOf(point: Point, mention: T | null, event: Event): PointerPlace;
  isOnCard(event: Event): boolean;
  isOpen(): boolean;
  /** Whether a press could meet the open card. */
  isWithinReach(): boolean;
  /** True while something is under way or shown that Esc should end. */
  isBusy(): boolean;
  mention(): T | null;
  /** Keeps the open card where it is although its mention is about to go. */
  holdPlace(): void;
}

/** Draws itself, which takes time, only where that changes something: it is told at every move of the pointer. */
interface DrawnCard extends MountedCard {
  draw(isPinned: boolean): void;
}

export function createCardDriver<T>(options: DriverOptions<T>): CardDriver<T> {
  const { document, kit, recordOf, parentFor } = options;
  const view = document.defaultView!;
  const prepared = createPreparation<T, DrawnCard>({ document, kit, recordOf, parentFor, makeCard: newCard });
  let state: CardState<T> = closedState();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let card: DrawnCard | null = null;
  let shownMention: T | null = null;
  let record: CardRecord | null = null;
  let pointer: Point | null = null;
  /** Where the pointer last was on name or card: the way to the card begins there. */
  let leftAt: Point | null = null;
  /** The open card stays where it is, whatever becomes of its mention. */
  let isHeld = false;
  let wasInView = false;

  function act(action: CardAction<T>, ageMs = 0): void {
    if (options.signal.aborted) return;
    const before = state;
    state = reduceCard(state, action);
    if (state === before) return;
    if (state.token !== before.token) startTimers(Math.min(Math.max(ageMs, 0), mostLateMs));
    if (isShown(state)) show(state);
    else if (card) hide();
    if (state.phase === 'loading' && before.token !== state.token) load(state.token, state.mention);
  }

  function startTimers(lateMs: number): void {
    clearTimeout(timer);
    prepared.stop();
    const { token } = state;
    if (state.phase === 'dwelling') {
      const waitMs = options.dwellMs() - lateMs;
      timer = setTimeout(() => act({ type: 'dwell-elapsed', token }), waitMs);
      prepared.begin(state.mention, waitMs);
    } else if (state.phase !== 'loading') prepared.drop();
    if (state.phase === 'leaving') timer = setTimeout(() => act({ type: 'grace-elapsed', token }), graceMs);
  }

  function load(token: number, mention: T): void {
    const known = recordOf(mention);
    const finish = (loaded: CardRecord | null) => {
      if (state.token !== token) return;
      record = loaded;
      act({ type: 'loaded', token });
    };
    // Without what draws it there is no card to say so in.
    const giveUp = () => state.token === token && act({ type: 'dismissed' });
    if (known && kit.get()) finish(known);
    else
      void Promise.all([known ?? options.loadRecord(mention), kit.load()]).then(
        ([loaded]) => finish(loaded),
        giveUp,
      );
  }

  function newCard(mention: T, shown: CardRecord | null): DrawnCard {
    // Nobody asks for a card before the kit is here.
    const cardKit = kit.get()!;
    const mounted = cardKit.makeCard({
      document,
      looks: options.looks(),
      onRemoved: () => act({ type: 'dismissed' }),
    });
    const props = options.propsFor(mention, cardKit);
    const isSettled = () => view.performance.now() - mounted.movedAt() >= settleMs;
    let drawn: boolean | null = null;
    const draw = (isPinned: boolean) => {
      if (isPinned === drawn) return;
      drawn = isPinned;
      mounted.update({
        ...props,
        record: shown,
        isPinned,
        actions: { ...props.actions, isSettled },
        onPin: () => act({ type: 'pin-toggled' }),
        onClose: () => act({ type: 'dismissed' }),
      });
    };
    draw(false);
    return Object.assign(mounted, { draw });
  }

  function show(shown: Extract<CardState<T>, { isPinned: boolean }>): void {
    // Before another mention is shown it is loaded, and meanwhile nothing is.
    const isNew = !card;
    if (!card) {
      shownMention = shown.mention;
      leftAt = pointer;
      card = prepared.take(shown.mention, record) ?? newCard(shown.mention, record);
      card.open(parentFor(shown.mention));
      // A finger or the keyboard asked for this very card; a pointer has yet to come to it.
      if (shown.openedBy !== 'pointer') card.enter();
    }
    card.draw(shown.isPinned);
    // Last: it may find that the page has taken the card out already.
    if (isNew) follow(card, shown.openedBy === 'keyboard');
  }

  /** Looks each frame, while a card is open, where its word is: scrollers, late images and animations all move it. */
  function follow(mounted: MountedCard, isFocusWanted: boolean): void {
    let focusWanted = isFocusWanted;
    let top: number | undefined;
    let left: number | undefined;
    let wasInSight = false;
    /** Asked only when the word has moved: then a header or the edge of a scroller may have come over it. */
    const isOutOfSight = (mention: T, lines: readonly Box[]) => {
      const [line] = lines;
      if (!line || (line.top === top && line.left === left)) return false;
      ({ top, left } = line);
      const isInSight = options.isInSight(mention);
      wasInSight ||= isInSight;
      // The card itself lies over its word where there is little room.
      return wasInSight && !isInSight && !lines.some((each) => isOver(mounted.box(), each));
    };
    const frame = () => {
      if (card !== mounted || shownMention === null) return;
      const lines = isHeld ? [] : options.rectsOf(shownMention);
      const isInView = lines.some((line) => isInWindow(line, view));
      wasInView ||= isInView;
      const isLost = lines.length === 0 || (wasInView && !isInView) || isOutOfSight(shownMention, lines);
      if (!isHeld && isLost) act({ type: 'mention-lost' });
      if (card !== mounted) return;
      void mounted.place(lines, pointer).then(() => {
        if (!focusWanted || card !== mounted) return;
        focusWanted = false;
        mounted.focus();
      });
      view.requestAnimationFrame(frame);
    };
    frame();
  }

  function hide(): void {
    card?.remove();
    card = null;
    shownMention = null;
    isHeld = false;
    wasInView = false;
  }

  options.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    prepared.stop();
    prepared.drop();
    hide();
  });

  return {
    act,
    placeOf(point, mention, event) {
      pointer = point;
      if (!card || !isShown(state)) return mention === null ? 'elsewhere' : 'mention';
      const place = placeRelativeTo(card, point, mention, event);
      if (place === 'card') card.enter();
      if (place === 'card' || place === 'mention') leftAt = point;
      return place;
    },
    isOnCard: (event) => card?.holds(event) ?? false,
    isOpen: () => card !== null,
    isWithinReach: () => card?.isWithinReach() ?? false,
    isBusy: () => state.phase !== 'closed',
    mention: () => shownMention,
    holdPlace: () => (isHeld = true),
  };

  function placeRelativeTo(
    mounted: MountedCard,
    point: Point,
    mention: T | null,
    event: Event,
  ): PointerPlace {
    const box = mounted.box();
    if (mounted.holds(event) || isInside(box, point)) return 'card';
    // A held mention is no longer marked, but its card still hangs where it stood.
    if (mention !== null && mention === shownMention) return 'mention';
    return leftAt && isOnPathToCard(leftAt, point, box, pathMarginPx) ? 'path' : 'elsewhere';
  }
}

function isInWindow(box: Box, view: Window): boolean {
  return isOver(box, { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight });
}

function isOver(box: Box, other: Box): boolean {
  return box.bottom > other.top && box.right > other.left && box.top < other.bottom && box.left < other.right;
}
