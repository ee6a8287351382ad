/**
 * Tells which blocks are near the view, without reading layout: one IntersectionObserver watches the elements that hold them.
 *
 * Where marks are many, only those near the view are registered as highlights, because Chromium goes over every registered
 * range whenever the registry changes.
 *
 * A block that was just found is blind: the observer has not spoken about it yet. It counts as near until then, so that what is
 * on screen is painted in the very task that found it. There is a bound to the number of blind blocks; any further one counts
 * as far. In a hidden tab, where the observer never speaks, beyond the bound the element's own box is asked: the layout that
 * this may cost disturbs nobody there.
 */
import { composedParent, documentOf, isConnected, isHiddenTab, unlessDead, viewOf } from './dom.ts';
import { mostBlindMarks } from './pacing.ts';
import type { CandidateBlock } from './page-model.ts';
import { nearOptions, sideOfView } from './side-of-view.ts';

export interface NearView {
  /** `isFar`: known not to be near the view. It counts as near only once the observer says so. */
  watch: (block: CandidateBlock, isFar: boolean) => void;
  unwatch: (block: CandidateBlock) => void;
  /**
   * Has the observer begin with what is watched since the last time. Not part of `watch`: each frame that is drawn while blocks
   * are being added would cost as much as the one after the last.
   */
  observing: () => Iterable<void>;
  isNear: (block: CandidateBlock) => boolean;
  nearBlocks: () => Iterable<CandidateBlock>;
  stop: () => void;
}

/** How many elements begin to be observed, or are told of, between two yields. */
const observedPerStep = 64;
const toldPerStep = 256;

/**
 * `onChange` gets the blocks that came near or went away, each time the browser has found out. At first the observer reports
 * all elements at once, thousands on a long page: what cannot be gone over right away is handed to `later`, to be done in
 * slices.
 */
export function createNearView(
  view: Window & typeof globalThis,
  onChange: (changed: Set<CandidateBlock>) => void,
  later: (work: Iterator<void>) => void,
): NearView {
  /** Near by what the observer said, or blind. */
  const near = new Set<CandidateBlock>();
  const blind = new Set<CandidateBlock>();
  /** Blocks of one element share what the observer says about it. */
  const watched = new Map<Element, Set<CandidateBlock>>();
  const elementOf = new Map<CandidateBlock, Element>();
  /** Watched elements that the observer has not been given yet. */
  const unobserved = new Set<Element>();
  const observer = 'IntersectionObserver' in view ? new view.IntersectionObserver(take, nearOptions) : null;

  /** What the observer reported and was not gone over yet, the oldest first. */
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
    // More may be reported meanwhile, at the end of the list.
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

  /** Watches, in place of an element without a box, the nearest one around it that has one. False if nothing was to be replaced. */
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
    // What begins to be observed is reported at once: so all that share the element now are spoken about.
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
        // What the observer has said about this element, or will say, is said for all that share it.
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
