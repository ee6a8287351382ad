/** Says which frames are shown, and with which document: when a frame first has a size, and whenever it loads another document. */
import { attributeOf, isConnected, listen } from './dom.ts';
import type { PageRoot } from './page-model.ts';
import { readableFrameDocument } from './page-root.ts';
import { nearOptions } from './side-of-view.ts';
import type { Slices } from './slices.ts';

export interface FollowedFrames {
  /** Begins to follow a frame that stands in the tree. One that is followed already is looked at once more. */
  add(frame: Element, parent: PageRoot): void;
  /** Another document may be in the frame now, or the frame may have left. */
  lookAgain(frame: Element): void;
}

/** Whether nothing stands in the frame until a script puts it there: videos that are to be loaded when wanted, places for advertisements. */
const beginsEmpty = (frame: Element) =>
  attributeOf(frame, 'srcdoc') === null && /^(about:blank)?$/.test(attributeOf(frame, 'src') ?? '');

/**
 * A frame is looked into only when it has a size: the first look makes the browser build a world for it, which takes 2 ms, and
 * there are pages with hundreds of frames that are never shown. One that begins empty waits until it is near the view, or loads
 * something. `onLoad`: a frame in the tree has another document, or none.
 */
export function followFrames(
  signal: AbortSignal,
  run: Slices['run'],
  onLoad: (parent: PageRoot) => void,
  onShown: (document: Document, frame: Element, parent: PageRoot) => void,
): FollowedFrames {
  /** Frames that were seen, with the tree that they stand in. */
  const parentOf = new WeakMap<Element, PageRoot>();
  let sizes: ResizeObserver | undefined;
  let near: IntersectionObserver | undefined;
  signal.addEventListener('abort', () => {
    sizes?.disconnect();
    near?.disconnect();
  });

  /** The observer tells of a frame with a size as soon as it is laid out, and of any other when it gets one. */
  function awaitSize(frame: Element): void {
    sizes ??= new ResizeObserver((entries) => void run(looking(entries)));
    sizes.observe(frame);
  }
  function awaitView(frame: Element): void {
    near ??= new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        near?.unobserve(target);
        awaitSize(target);
      }
    }, nearOptions);
    near.observe(frame);
  }
  function lookAgain(frame: Element): void {
    onLoad(parentOf.get(frame)!);
    if (isConnected(frame)) awaitSize(frame);
  }
  function* looking(entries: readonly ResizeObserverEntry[]): Generator<void> {
    for (const { target, contentRect } of entries) {
      // Frames of a single pixel are there to count readers. Others may be gone since.
      if (contentRect.width * contentRect.height < 2 || !isConnected(target)) continue;
      sizes?.unobserve(target);
      const inner = readableFrameDocument(target);
      if (inner) onShown(inner, target, parentOf.get(target)!);
      yield;
    }
  }
  return {
    add(frame, parent) {
      if (!parentOf.has(frame)) listen(frame, 'load', () => lookAgain(frame), { signal });
      parentOf.set(frame, parent);
      if (beginsEmpty(frame)) awaitView(frame);
      else awaitSize(frame);
    },
    lookAgain,
  };
}
