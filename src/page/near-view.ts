/**
 * Tells which blocks are near the view, without reading layout: one IntersectionObserver over the blocks' elements.
 *
 * Only these are registered as highlights, because Chromium re-validates every registered range whenever the registry
 * changes. A block that was just found counts as near until the observer speaks, up to a bound: what is on screen is
 * painted in the same task that found it. In a hidden tab the observer is silent, so beyond the bound the block's own box
 * tells; the layout that this may cost disturbs nobody there.
 */
import { sideOfView } from './side-of-view.ts';
import { composedParent, documentOf, isConnected, isHiddenTab, unlessDead, viewOf } from './dom.ts';
import type { CandidateBlock } from './page-model.ts';
import { mostBlindMarks, viewMargins } from './timing.ts';

export interface NearView {
  /** `isFar`: known not to be near; then it is so only once the observer says it. */
  watch: (block: CandidateBlock, isFar: boolean) => void;
  unwatch: (block: CandidateBlock) => void;
  /** Begins to observe what is watched since the last time. Kept apart: each frame meanwhile costs as much as all at the end. */
  observing: () => Iterable<void>;
  isNear: (block: CandidateBlock) => boolean;
  nearBlocks: () => Iterable<CandidateBlock>;
  stop: () => void;
}

/** How many elements begin to be observed, or are told of, between two yields. */
const observedPerStep = 64;
const toldPerStep = 256;

/**
 * `onChange` gets the blocks that came near or went away, each time the browser found out. It tells of all that it began to
 * observe at once, thousands on a long page: what takes long is done `later`, in slices.
 */
export function createNearView(
  view: Window & typeof globalThis,
  onChange: (changed: Set<CandidateBlock>) => void,
  later: (work: Iterator<void>) => void,
): NearView {
  const near = new Set<CandidateBlock>();
  const blind = new Set<CandidateBlock>();
  const watched = new Map<Element, Set<CandidateBlock>>();
  const elementOf = new Map<CandidateBlock, Element>();
  const unobserved = new Set<Element>();
  // For the page and inner scrollers alike. With `rootMargin` beside it browsers widen one by the other: seven views in Chromium.
  const options: IntersectionObserverInit & { scrollMargin: string } = {
    scrollMargin: `${viewMargins * 100}% 0px`,
  };
  const observer = 'IntersectionObserver' in view ? new view.IntersectionObserver(take, options) : null;

  /** What it told and was not gone over yet, the oldest first. */
  let told: IntersectionObserverEntry[] = [];
  function take(entries: IntersectionObserverEntry[]): void {
    const isUnderWay = told.length > 0;
    told = told.concat(entries);
    if (isUnderWay) return;
    const work = taking();
    if (!work.next().done) later(work);
  }
  function* taking(): Generator<void> {
    const changed = new Set<CandidateBlock>();
    // More may be told meanwhile.
    for (let k = 0; k < told.length; k++) {
      if (k % toldPerStep === toldPerStep - 1) yield;
      const { target, isIntersecting, boundingClientRect: box } = told[k]!;
      if (!isIntersecting && box.width === 0 && box.height === 0 && moveToBox(target)) continue;
      for (const block of watched.get(target) ?? []) {
        blind.delete(block);
        if (near.has(block) === isIntersecting) continue;
        if (isIntersecting) near.add(block);
        else near.delete(block);
        changed.add(block);
      }
    }
    told = [];
    if (changed.size > 0) onChange(changed);
  }

  /** Watches the nearest element around that has a box, in place of one that has none. False when there is none. */
  function moveToBox(element: Element): boolean {
    const boxed = boxedElement(element);
    const sharers = watched.get(element);
    if (boxed === element || !sharers) return false;
    watched.delete(element);
    observer?.unobserve(element);
    for (const block of sharers) elementOf.set(block, boxed);
    const others = watched.get(boxed);
    if (others) for (const block of sharers) others.add(block);
    else watched.set(boxed, sharers);
    // Observed anew, it is told of at once, for all that share it.
    observer?.unobserve(boxed);
    observer?.observe(boxed);
    return true;
  }

  return {
    watch(block, isFar) {
      if (elementOf.has(block)) return;
      const { element } = block;
      elementOf.set(block, element);
      const sharers = watched.get(element);
      if (sharers) {
        // The observer has spoken about this element, or will, for all that share it.
        const other = sharers.values().next().value;
        if (other && near.has(other)) near.add(block);
        sharers.add(block);
        if (other && blind.has(other)) blind.add(block);
        return;
      }
      watched.set(element, new Set([block]));
      if (
        !observer ||
        (!isFar && blind.size < mostBlindMarks) ||
        (isHiddenTab(view.document) && sideOfView(element) === 0)
      ) {
        near.add(block);
        blind.add(block);
      }
      unobserved.add(element);
    },
    unwatch(block) {
      const element = elementOf.get(block);
      if (!element) return;
      elementOf.delete(block);
      near.delete(block);
      blind.delete(block);
      const sharers = watched.get(element);
      sharers?.delete(block);
      if (sharers?.size === 0) {
        watched.delete(element);
        if (!unobserved.delete(element)) unlessDead(() => observer?.unobserve(element));
      }
    },
    *observing() {
      let step = 0;
      for (const element of unobserved) {
        unobserved.delete(element);
        unlessDead(() => observer?.observe(element));
        if (++step % observedPerStep === 0) yield;
      }
    },
    isNear: (block) => near.has(block),
    nearBlocks: () => near,
    stop() {
      observer?.disconnect();
      told = [];
      near.clear();
      blind.clear();
      watched.clear();
      unobserved.clear();
      elementOf.clear();
    },
  };
}

/** An element with `display: contents` has no box that could come into view: its parent's counts. */
function boxedElement(element: Element): Element {
  let boxed = element;
  if (!isConnected(element)) return element;
  const view = viewOf(documentOf(element));
  for (let parent = composedParent(boxed); view && parent; parent = composedParent(boxed)) {
    if (view.getComputedStyle(boxed).display !== 'contents') break;
    boxed = parent;
  }
  return boxed;
}
