// @vitest-environment happy-dom
/** Which of a reader's moves, presses, taps and scrolls reach the card, and which are something else. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tapMaxMs, tapRadiusPx } from '../../../src/card/constants.ts';
import { listenToPointer, type PointerTarget } from '../../../src/content/pointer-input.ts';

const target = {
  onMove: vi.fn<PointerTarget['onMove']>(),
  onGone: vi.fn<PointerTarget['onGone']>(),
  onPress: vi.fn<PointerTarget['onPress']>(),
  onTap: vi.fn<PointerTarget['onTap']>(),
  onScroll: vi.fn<PointerTarget['onScroll']>(),
  onEscape: vi.fn(() => true),
};
const heard = () => Object.entries(target).flatMap(([name, { mock }]) => mock.calls.map(() => name));

let ending: AbortController;
beforeEach(() => {
  vi.clearAllMocks();
  document.body.innerHTML = '<main><p>NSO Group</p></main><aside></aside>';
  // Of a namespace in which it loads nothing.
  document.body.append(document.createElementNS('urn:x', 'iframe'));
  ending = new AbortController();
  listenToPointer(document, target, ending.signal);
});
afterEach(() => ending.abort());

/** As the browser makes it; what a page makes is not trusted. */
function dispatch(
  selector: string,
  type: string,
  more: Record<string, unknown> = {},
  isTrusted = true,
): Event {
  const event = new Event(type, { bubbles: true, cancelable: true, composed: true });
  const pointer = { pointerType: 'mouse', buttons: 0, clientX: 0, clientY: 0, screenX: 0, screenY: 0 };
  for (const [name, value] of Object.entries({ ...pointer, relatedTarget: null, isTrusted, ...more }))
    Object.defineProperty(event, name, { value });
  const place = selector === 'document' ? document : document.querySelector(selector)!;
  place.dispatchEvent(event);
  return event;
}
const finger = { pointerType: 'touch' };

it('tells of a move where the pointer is on the screen and in the document', () => {
  dispatch('p', 'pointermove', { clientX: 3, clientY: 4, screenX: 103, screenY: 204 });
  const [at, inTop, inDocument, where] = target.onMove.mock.calls[0]!;
  expect([at, inTop, inDocument, where]).toEqual([
    { x: 103, y: 204 },
    { x: 3, y: 4 },
    { x: 3, y: 4 },
    document,
  ]);
});

it.each([
  ['a button down, which selects or drags', { buttons: 1 }],
  ['a finger, which never hovers', finger],
])('takes no move with %s for pointing', (_, more) => {
  dispatch('p', 'pointermove', more);
  expect(heard()).toEqual([]);
});

it('hears that the pointer went into a frame, which swallows its moves, and of no other element', () => {
  dispatch('p', 'pointerover');
  expect(heard()).toEqual([]);
  dispatch('iframe', 'pointerover');
  expect(heard()).toEqual(['onMove']);
});

it('hears that the pointer left the window, not that it went from one element to the next', () => {
  dispatch('p', 'pointerout', { relatedTarget: document.body });
  dispatch('p', 'pointerout', finger);
  expect(heard()).toEqual([]);
  dispatch('p', 'pointerout');
  expect(heard()).toEqual(['onGone']);
});

it('takes a mouse’s press for a press, whose end is no tap', () => {
  dispatch('p', 'pointerdown');
  dispatch('p', 'pointerup');
  expect(heard()).toEqual(['onPress']);
});

/** A finger goes down, stays so long, and goes up so far away. */
function touch(ms = 0, awayPx = 0, meanwhile?: () => void) {
  dispatch('p', 'pointerdown', { ...finger, clientX: 10, timeStamp: 1000 });
  meanwhile?.();
  dispatch('p', 'pointerup', { ...finger, clientX: 10 + awayPx, timeStamp: 1000 + ms });
}

it('takes a short touch in one place for a tap there', () => {
  touch(tapMaxMs, tapRadiusPx);
  expect(heard()).toEqual(['onTap']);
  expect(target.onTap.mock.calls[0]!.slice(0, 2)).toEqual([{ x: 10 + tapRadiusPx, y: 0 }, document]);
});

it.each([
  ['is held, as for selecting', () => touch(tapMaxMs + 1)],
  ['wanders', () => touch(0, tapRadiusPx + 1)],
  ['the browser takes for scrolling', () => touch(0, 0, () => dispatch('p', 'pointercancel'))],
  ['only ends here', () => dispatch('p', 'pointerup', finger)],
])('takes no touch for a tap that %s', (_, act) => {
  act();
  expect(heard()).toEqual([]);
});

it('takes one touch for one tap', () => {
  touch();
  dispatch('p', 'pointerup', { ...finger, clientX: 10, timeStamp: 1000 });
  expect(heard()).toEqual(['onTap']);
});

it('hears the page scroll, and what is around the pointer, but no strip elsewhere', () => {
  dispatch('document', 'scroll');
  dispatch('p', 'pointermove');
  dispatch('aside', 'scroll');
  expect(heard()).toEqual(['onMove', 'onScroll']);
  dispatch('main', 'scroll');
  dispatch('document', 'scroll');
  expect(target.onScroll).toHaveBeenCalledTimes(3);
});

/** What the page gets to see of a key. */
function press(more: Record<string, unknown>, isTrusted = true) {
  const seen = vi.fn();
  window.addEventListener('keydown', seen, { capture: true, signal: ending.signal });
  const { defaultPrevented } = dispatch('p', 'keydown', { isComposing: false, ...more }, isTrusted);
  return { isSeen: seen.mock.calls.length > 0, defaultPrevented };
}

it('keeps Esc from the page only where it was meant for the card', () => {
  expect(press({ key: 'Escape' })).toEqual({ isSeen: false, defaultPrevented: true });
  target.onEscape.mockReturnValueOnce(false);
  expect(press({ key: 'Escape' })).toEqual({ isSeen: true, defaultPrevented: false });
});

it.each([{ key: 'Enter' }, { key: 'Escape', isComposing: true }])('leaves %j to the page', (more) => {
  expect(press(more)).toEqual({ isSeen: true, defaultPrevented: false });
  expect(heard()).toEqual([]);
});

it('hears nothing that a page makes up, and nothing once it is over', () => {
  const all = (isTrusted: boolean) => {
    dispatch('p', 'pointermove', {}, isTrusted);
    dispatch('iframe', 'pointerover', {}, isTrusted);
    dispatch('p', 'pointerout', {}, isTrusted);
    dispatch('p', 'pointerdown', {}, isTrusted);
    dispatch('p', 'pointerdown', finger, isTrusted);
    dispatch('p', 'pointerup', finger, isTrusted);
    dispatch('document', 'scroll', {}, isTrusted);
    press({ key: 'Escape' }, isTrusted);
  };
  all(false);
  expect(heard()).toEqual([]);
  // A real touch that a made-up event ends is no tap.
  dispatch('p', 'pointerdown', finger);
  dispatch('p', 'pointerup', finger, false);
  expect(heard()).toEqual([]);
  ending.abort();
  all(true);
  expect(heard()).toEqual([]);
});
