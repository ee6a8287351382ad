/**
 * What the hover card does next: a pure reducer. Idea, after Wikipedia's Page Previews: every interaction has a token,
 * timers and loads carry the token they were started under, and one that comes back late finds another token and is
 * ignored. Timers, loading and drawing are effects and live in src/content/card-driver.ts.
 *
 *   closed ──pointer moved onto a name──▶ dwelling ──rested──▶ loading ──▶ open ⇄ leaving ──grace over──▶ closed
 *
 * `T` is whatever stands for one mention; two are the same when they are `===`.
 */
import { minTravelPx, restRadiusPx } from './constants.ts';
import { distancePx, type Point } from './path-to-card.ts';

export type OpenedBy = 'pointer' | 'keyboard' | 'touch';

/** Where the pointer is, as far as an open card is concerned. `path`: on its way from the name to the card. */
export type PointerPlace = 'mention' | 'card' | 'path' | 'elsewhere';

interface Tracked<T> {
  /** Changes whenever timers and loads of before must no longer count. */
  readonly token: number;
  /** Screen position at the last move; null before the first. */
  readonly pointer: Point | null;
  /** How far the pointer travelled since the last scroll, press or close. */
  readonly travelPx: number;
  /** A name whose card the reader sent away: it stays closed until the pointer has left the name. */
  readonly muted: T | null;
}

export type CardState<T> =
  | (Tracked<T> & { readonly phase: 'closed' })
  | (Tracked<T> & { readonly phase: 'dwelling'; readonly mention: T; readonly restedAt: Point })
  | (Tracked<T> & { readonly phase: 'loading'; readonly mention: T; readonly openedBy: OpenedBy })
  | (Tracked<T> & Shown<T> & { readonly phase: 'open' })
  /** Still visible, but the pointer is off name and card; `over` is the other name that it is on, if any. */
  | (Tracked<T> & Shown<T> & { readonly phase: 'leaving'; readonly over: T | null });

interface Shown<T> {
  readonly mention: T;
  readonly openedBy: OpenedBy;
  readonly isPinned: boolean;
}

export type CardAction<T> =
  /**
   * The pointer moved, no button down. `at` is in screen px, so that text which scrolls or moves under a still pointer
   * is no move. `mention` is the name under it; `place` says where it is relative to the open card.
   */
  | {
      readonly type: 'pointer-moved';
      readonly at: Point;
      readonly mention: T | null;
      readonly place: PointerPlace;
    }
  /** The pointer left the window. */
  | { readonly type: 'pointer-gone' }
  | { readonly type: 'dwell-elapsed'; readonly token: number }
  | { readonly type: 'grace-elapsed'; readonly token: number }
  | { readonly type: 'loaded'; readonly token: number }
  /** `mention`: the name that is under the pointer now. */
  | { readonly type: 'scrolled'; readonly mention: T | null }
  /** A button or finger went down. */
  | { readonly type: 'pressed'; readonly isOnCard: boolean }
  | { readonly type: 'tapped'; readonly mention: T | null; readonly isOnCard: boolean }
  | { readonly type: 'opened-by-keyboard'; readonly mention: T }
  | { readonly type: 'pin-toggled' }
  /** Esc or the close button. */
  | { readonly type: 'dismissed' }
  /** The name is gone from the page or scrolled out of sight, the card was removed, or marking ended. */
  | { readonly type: 'mention-lost' };

export function closedState<T>(): CardState<T> {
  return { phase: 'closed', token: 0, pointer: null, travelPx: 0, muted: null };
}

/** The next state; the very same object when nothing changed. */
export function reduceCard<T>(state: CardState<T>, action: CardAction<T>): CardState<T> {
  switch (action.type) {
    case 'pointer-moved':
      return pointerMoved(state, action);
    case 'pointer-gone':
      if (state.phase === 'dwelling') return close(state);
      return isHeldByPointer(state) && state.phase === 'open' ? leave(state, null) : state;
    case 'dwell-elapsed':
      return state.phase === 'dwelling' && action.token === state.token
        ? load(state, state.mention, 'pointer')
        : state;
    case 'loaded':
      return state.phase === 'loading' && action.token === state.token
        ? { ...state, phase: 'open', isPinned: false }
        : state;
    case 'grace-elapsed':
      return graceElapsed(state, action.token);
    case 'scrolled':
      if (state.phase !== 'dwelling') return unlessSame(state, { travelPx: 0 });
      // The word moves away from the pointer or another comes under it: neither was asked for. The last pixel of a
      // smooth scroll, or a late image, may leave the pointer on the very name that it was moved to.
      return action.mention === state.mention ? dwell(state, state.mention, state.restedAt) : close(state);
    case 'pressed':
      return action.isOnCard || isPinned(state) ? state : close(state);
    case 'tapped':
      return tapped(state, action);
    case 'opened-by-keyboard':
      return load(state, action.mention, 'keyboard');
    case 'pin-toggled':
      return isShown(state)
        ? { ...shown(state), phase: 'open', token: state.token + 1, isPinned: !state.isPinned }
        : state;
    case 'dismissed':
      return state.phase === 'closed' ? state : { ...close(state), muted: state.mention };
    case 'mention-lost':
      return isPinned(state) ? state : close(state);
  }
}

export function isShown<T>(state: CardState<T>): state is Extract<CardState<T>, Shown<T>> {
  return state.phase === 'open' || state.phase === 'leaving';
}

function isPinned<T>(state: CardState<T>): boolean {
  return isShown(state) && state.isPinned;
}

/** Only a card that the pointer opened, and nobody pinned, closes because the pointer went away. */
function isHeldByPointer<T>(state: CardState<T>): boolean {
  return isShown(state) && state.openedBy === 'pointer' && !state.isPinned;
}

function pointerMoved<T>(
  before: CardState<T>,
  action: Extract<CardAction<T>, { type: 'pointer-moved' }>,
): CardState<T> {
  const { at, mention, place } = action;
  const stepPx = before.pointer ? distancePx(before.pointer, at) : 0;
  if (before.pointer && stepPx === 0) return before;
  const state: CardState<T> = {
    ...before,
    pointer: at,
    travelPx: before.travelPx + stepPx,
    muted: before.muted === mention ? before.muted : null,
  };
  switch (state.phase) {
    case 'closed':
      return mayDwell(state, mention) ? dwell(state, mention, at) : state;
    case 'dwelling':
      if (mention === null) return close(state, state.travelPx);
      if (mention !== state.mention) return dwell(state, mention, at);
      return distancePx(state.restedAt, at) > restRadiusPx ? dwell(state, mention, at) : state;
    case 'loading':
      return state.openedBy === 'pointer' && mention !== state.mention ? close(state, state.travelPx) : state;
    case 'open':
      if (!isHeldByPointer(state) || place === 'mention' || place === 'card') return state;
      return leave(state, mention);
    case 'leaving':
      if (place === 'mention' || place === 'card')
        return { ...shown(state), phase: 'open', token: state.token + 1 };
      // On its way to the card every move buys time; anywhere else the clock keeps running.
      return place === 'path' ? leave(state, mention) : { ...state, over: mention };
  }
}

function mayDwell<T>(state: CardState<T>, mention: T | null): mention is T {
  return mention !== null && mention !== state.muted && state.travelPx >= minTravelPx;
}

function graceElapsed<T>(state: CardState<T>, token: number): CardState<T> {
  if (state.phase !== 'leaving' || token !== state.token) return state;
  const closed = close(state, state.travelPx);
  // The pointer came to rest on another name meanwhile and will not move again to say so.
  return state.pointer && mayDwell(closed, state.over) ? dwell(closed, state.over, state.pointer) : closed;
}

function tapped<T>(state: CardState<T>, action: Extract<CardAction<T>, { type: 'tapped' }>): CardState<T> {
  if (action.isOnCard) return state;
  if (isShown(state) && state.mention === action.mention) return isPinned(state) ? state : close(state);
  if (action.mention !== null) return load(state, action.mention, 'touch');
  return isPinned(state) ? state : close(state);
}

function tracked<T>(state: CardState<T>): Tracked<T> {
  const { token, pointer, travelPx, muted } = state;
  return { token, pointer, travelPx, muted };
}

function shown<T>(state: Extract<CardState<T>, Shown<T>>): Tracked<T> & Shown<T> {
  const { mention, openedBy, isPinned } = state;
  return { ...tracked(state), mention, openedBy, isPinned };
}

function close<T>(state: CardState<T>, travelPx = 0): CardState<T> {
  if (state.phase === 'closed') return unlessSame(state, { travelPx });
  return { ...tracked(state), phase: 'closed', token: state.token + 1, travelPx };
}

function dwell<T>(state: CardState<T>, mention: T, restedAt: Point): CardState<T> {
  return { ...tracked(state), phase: 'dwelling', token: state.token + 1, mention, restedAt };
}

function load<T>(state: CardState<T>, mention: T, openedBy: OpenedBy): CardState<T> {
  return { ...tracked(state), phase: 'loading', token: state.token + 1, mention, openedBy, muted: null };
}

function leave<T>(state: Extract<CardState<T>, Shown<T>>, over: T | null): CardState<T> {
  return { ...shown(state), phase: 'leaving', token: state.token + 1, over };
}

function unlessSame<T>(state: CardState<T>, change: { travelPx: number }): CardState<T> {
  return state.travelPx === change.travelPx ? state : { ...state, ...change };
}
