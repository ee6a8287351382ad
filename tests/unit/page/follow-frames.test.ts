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

/** Speaks only when the test does. */
class Views {
  static observed = new Set<Element>();
  static tell: (near: [Element, isIntersecting: boolean][]) => void;
  constructor(callback: (entries: IntersectionObserverEntry[]) => void) {
    Views.tell = (near) =>
      callback(
        near
          .filter(([frame]) => Views.observed.has(frame))
          .map(([target, isIntersecting]) => ({ target, isIntersecting }) as IntersectionObserverEntry),
      );
  }
  observe(element: Element) {
    Views.observed.add(element);
  }
  unobserve(element: Element) {
    Views.observed.delete(element);
  }
  disconnect() {
    Views.observed.clear();
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
  vi.stubGlobal('IntersectionObserver', Views);
  for (const { observed } of [Sizes, Views]) observed.clear();
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
function newFrame(
  isReadable = true,
  src: string | null = '/inner',
): HTMLElement & { contentDocument?: Document } {
  // A stand-in: the DOM of these tests loads no frames.
  const frame = document.createElement('div');
  if (src !== null) frame.setAttribute('src', src);
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

it('waits with a frame that begins empty until it is near the view', () => {
  const [bare, blank, written] = [newFrame(true, null), newFrame(true, 'about:blank'), newFrame(true, null)];
  written.setAttribute('srcdoc', '<p>NSO Group');
  for (const frame of [bare, blank, written]) frames.add(frame, page);
  expect([...Sizes.observed]).toEqual([written]);
  Views.tell([[bare, false], [blank, true]]); // prettier-ignore
  expect([...Sizes.observed]).toEqual([written, blank]);
  Sizes.tell([[blank, 300, 150]]);
  expect(onShown.mock.calls).toEqual([[blank.contentDocument, blank, page]]);
  Views.tell([[bare, true]]);
  expect(Sizes.observed.has(bare)).toBe(true);
  expect(Views.observed.size).toBe(0);
});

it('waits for no view where a frame that began empty loads a document', () => {
  const frame = newFrame(true, '');
  frames.add(frame, page);
  frame.dispatchEvent(new Event('load'));
  expect(onLoad.mock.calls).toEqual([[page]]);
  Sizes.tell([[frame, 300, 150]]);
  expect(onShown.mock.calls).toEqual([[frame.contentDocument, frame, page]]);
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
  const [frame, blank] = [newFrame(), newFrame(true, null)];
  for (const each of [frame, blank]) frames.add(each, page);
  ending.abort();
  expect([Sizes.observed.size, Views.observed.size]).toEqual([0, 0]);
  frame.dispatchEvent(new Event('load'));
  expect(onLoad).not.toHaveBeenCalled();
});
