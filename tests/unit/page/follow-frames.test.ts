// @vitest-environment happy-dom
/** Frames are looked into when they first have a size, and again with each document that they load. */
import { beforeEach, expect, it, vi } from 'vitest';
import { followFrames, type FollowedFrames } from '../../../src/page/follow-frames.ts';
import { createPageRoot } from '../../../src/page/page-root.ts';
import type { PageRoot } from '../../../src/page/page-model.ts';

/** Speaks only when the test does. */
class Sizes {
  static observed = new Set<Element>();
  static tell: (sizes: [Element, width: number, height: number][]) => void;
  constructor(callback: (entries: ResizeObserverEntry[]) => void) {
    Sizes.tell = (sizes) =>
      callback(
        sizes
          .filter(([frame]) => Sizes.observed.has(frame))
          .map(
            ([target, width, height]) => ({ target, contentRect: { width, height } }) as ResizeObserverEntry,
          ),
      );
  }
  observe(element: Element) {
    Sizes.observed.add(element);
  }
  unobserve(element: Element) {
    Sizes.observed.delete(element);
  }
  disconnect() {
    Sizes.observed.clear();
  }
}

const onLoad = vi.fn();
const onShown = vi.fn();
let page: PageRoot;
let frames: FollowedFrames;
let ending: AbortController;
let steps: number;
beforeEach(() => {
  vi.stubGlobal('ResizeObserver', Sizes);
  Sizes.observed.clear();
  document.body.innerHTML = '';
  for (const spy of [onLoad, onShown]) spy.mockClear();
  page = createPageRoot(document, null, null);
  ending = new AbortController();
  steps = 0;
  const run = (work: Iterator<unknown>) => {
    while (!work.next().done) steps++;
    return Promise.resolve(0);
  };
  frames = followFrames(ending.signal, run, onLoad, onShown);
});

/** With a document of another origin nothing of it can be read. */
function newFrame(isReadable = true): HTMLElement & { contentDocument?: Document } {
  // A stand-in: the DOM of these tests loads no frames.
  const frame = document.createElement('div');
  const inner = document.implementation.createHTMLDocument('');
  Object.defineProperty(inner, 'defaultView', { value: window });
  Object.defineProperty(frame, 'contentDocument', { value: isReadable ? inner : null });
  document.body.append(frame);
  return frame;
}

it('tells of a frame when it has a size, and not of one of a pixel that counts readers', () => {
  const [shown, counter, hidden] = [newFrame(), newFrame(), newFrame()];
  for (const frame of [shown, counter, hidden]) frames.add(frame, page);
  expect(onShown).not.toHaveBeenCalled();
  Sizes.tell([[hidden, 0, 0], [counter, 1, 1], [shown, 300, 150]]); // prettier-ignore
  expect(onShown.mock.calls).toEqual([[shown.contentDocument, shown, page]]);
  Sizes.tell([[shown, 600, 150], [hidden, 2, 1]]); // prettier-ignore
  expect(onShown.mock.calls.map(([, frame]) => frame as Element)).toEqual([shown, hidden]);
  expect([...Sizes.observed]).toEqual([counter]);
  // A pause after each: to look into a frame takes long.
  expect(steps).toBe(2);
});

it('looks once more into a frame that loads another document', () => {
  const frame = newFrame();
  frames.add(frame, page);
  Sizes.tell([[frame, 300, 150]]);
  onShown.mockClear();
  frame.dispatchEvent(new Event('load'));
  expect(onLoad.mock.calls).toEqual([[page]]);
  Sizes.tell([[frame, 300, 150]]);
  expect(onShown.mock.calls).toEqual([[frame.contentDocument, frame, page]]);
});

it('tells of a load once, and of the tree in which the frame stands now', () => {
  const frame = newFrame();
  const other = createPageRoot(document, null, null);
  frames.add(frame, page);
  frames.add(frame, other);
  frame.dispatchEvent(new Event('load'));
  expect(onLoad.mock.calls).toEqual([[other]]);
  Sizes.tell([[frame, 300, 150]]);
  expect(onShown.mock.calls).toEqual([[frame.contentDocument, frame, other]]);
});

it('does not look into a frame that left meanwhile, nor wait for it', () => {
  const [gone, left] = [newFrame(), newFrame()];
  for (const frame of [gone, left]) frames.add(frame, page);
  gone.remove();
  Sizes.tell([[gone, 300, 150]]);
  Sizes.tell([[left, 300, 150]]);
  left.remove();
  frames.lookAgain(left);
  expect(onLoad.mock.calls).toEqual([[page]]);
  expect(Sizes.observed.has(left)).toBe(false);
  expect(onShown).toHaveBeenCalledOnce();
});

it('tells of no document that it may not read', () => {
  const frame = newFrame(false);
  frames.add(frame, page);
  Sizes.tell([[frame, 300, 150]]);
  expect(onShown).not.toHaveBeenCalled();
});

it('hears of nothing after the end', () => {
  const frame = newFrame();
  frames.add(frame, page);
  ending.abort();
  expect(Sizes.observed.size).toBe(0);
  frame.dispatchEvent(new Event('load'));
  expect(onLoad).not.toHaveBeenCalled();
});
