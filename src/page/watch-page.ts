/**
 * Watches one page: reads its text, finds mentions, paints them, follows every change, until its signal is aborted.
 *
 *     const watch = watchPage({ document, matcher, signal, settings, onChange });
 *     watch.mentions();              // shown mentions in document order, also those in shadow roots and frames
 *     await watch.countEntities();   // entity → how many of them, in the order of first mention; in slices
 *     watch.mentionAt(x, y);         // the mention under a point of the viewport (of `document`, or of a frame's document)
 *     watch.rectsOf(mention);        // where it is now: DOMRects in the TOP viewport's coordinates, one per line, or []
 *     watch.ring(mention);           // a visible ring around one mention (keyboard); null takes it away
 *     watch.scrollTo(mention);       // brings it to the middle of the view
 *     watch.configure({ style });    // takes effect at once, without reading again
 *     watch.stop();                  // all marks gone at once, nothing left running (the same as aborting the signal)
 *
 * The page's DOM, attributes, selection and layout are never changed. One content script in the top frame is enough:
 * frames of the page's own origin are read from it; `onDocument` tells about each document (the page's own first), so
 * that the caller can add its pointer listeners there too.
 *
 * `onChange` is called after the shown mentions changed (never before `watchPage` has returned), at most once per batch, with
 * the entities of the marks that are new.
 */
import type { Matcher } from '../match/types.ts';
import { isWholeDocumentEditable, listen, viewOf } from './dom.ts';
import { createMarkFinder, isInSight } from './find-mark.ts';
import { blocksPerStep, createMarker } from './mark-blocks.ts';
import { createNearView } from './near-view.ts';
import type { MarkingSettings, PageMention } from './page-mention.ts';
import type { CandidateBlock, PageMark } from './page-model.ts';
import { blocksInOrder } from './page-root.ts';
import { createPainter } from './paint-marks.ts';
import { createPaintPlan } from './paint-plan.ts';
import { createVisibility, rectsInTopView, scrollToMark } from './place-marks.ts';
import { canBeShown } from './reach-marks.ts';
import { watchTrees } from './watch-trees.ts';

export interface WatchPageOptions {
  document: Document;
  matcher: Matcher;
  /** Ends everything. */
  signal: AbortSignal;
  /** False once the extension is gone: nothing new is painted then, even before `signal` is aborted. */
  isAlive?: () => boolean;
  settings: MarkingSettings;
  onChange?: (added: ReadonlySet<string>) => void;
  /**
   * Called when a mark is painted in a document in an element like none before, with the selector of such elements: the rules
   * for its highlights have to be there.
   */
  onMarked?: (document: Document, tagPath: string) => void;
  /** Called for the page's document and for each same-origin frame's; `signal` is aborted when that document goes. */
  onDocument?: (document: Document, signal: AbortSignal) => void;
}

export interface PageWatch {
  /** In document order; hidden text is left out. Reads style (not layout) of the blocks that hold mentions, all at once. */
  mentions(): readonly PageMention[];
  /** As many as `mentions` has of each entity, without holding the page up. Empty once the watch has ended. */
  countEntities(): Promise<Map<string, number>>;
  /** The mention painted under the point (CSS pixels in the viewport of `document`, by default the page's), or null. */
  mentionAt(x: number, y: number, document?: Document): PageMention | null;
  /** Empty when the mention is no longer in the page or not rendered. */
  rectsOf(mention: PageMention): DOMRect[];
  /** Whether it can be seen now: in the window of its document, scrolled out of nothing there, with nothing laid over it. */
  isInSight(mention: PageMention): boolean;
  /** Whether scrolling, as a reader can, brings it into view: it stands in no folded part or menu beside the screen. */
  canBeShown(this: void, mention: PageMention): boolean;
  scrollTo(mention: PageMention): void;
  ring(mention: PageMention | null): void;
  configure(settings: Partial<MarkingSettings>): void;
  /** While the page is put away nothing of it is marked; what was is marked again afterwards. */
  setAway(isAway: boolean): void;
  /** Resolves when the text that was there at the start is marked, to the milliseconds of work (slices, not waiting). */
  readonly firstScan: Promise<number>;
  stop(): void;
}

export type WatchPage = (options: WatchPageOptions) => PageWatch;

/** Starts at once, in the background; see the top of this file. Throws nothing that a page could bring about. */
export const watchPage: WatchPage = (options) => watchPageWith(watchTrees, options);

/** The same with a `watchTrees` that is there already: the lookout's, whose code the browser has compiled. */
export function watchPageWith(watch: typeof watchTrees, options: WatchPageOptions): PageWatch {
  const { document, matcher } = options;
  const view = viewOf(document);
  if (!view) throw new Error('a document without a window cannot be watched');
  const now = () => performance.now();
  const ending = new AbortController();
  const settings = { ...options.settings };
  const blocks = () => blocksInOrder(trees.top);
  const painter = createPainter(
    (entity) => matcher.standing(entity),
    settings.style,
    options.isAlive ?? (() => true),
    (marked, tagPath) => options.onMarked?.(marked, tagPath),
  );
  const nearView = createNearView(
    view,
    (changed) => {
      paints.moved(changed);
      finder.invalidate();
    },
    (work) => void trees.runNext(work),
  );
  const finder = createMarkFinder(nearView.nearBlocks, now);
  /** Documents of which no move was heard as yet, with what ends listening. */
  const unheard = new WeakMap<Document, AbortSignal>();
  let ringed: PageMark | null = null;

  const trees = watch({
    document,
    matcher,
    signal: ending.signal,
    now,
    onRemoved(gone) {
      for (const block of gone) marker.remove(block);
    },
    onChanged: () => marker.candidatesChanged(),
    onKept: ({ marks }) => marks.forEach(painter.moved),
    settling: (isNearDone) => marker.deciding(isNearDone),
    onDocument(inner, signal) {
      unheard.set(inner, signal);
      followEditing(inner, signal, () => trees.readAgain(inner));
      options.onDocument?.(inner, signal);
    },
    onDocumentGone: painter.forget,
  });

  const paints = createPaintPlan(painter, nearView.isNear, blocks, now);
  void trees.firstScan.then(paints.followView);

  const notice = createNotice(ending.signal, options.onChange);
  const marker = createMarker({
    blocks,
    matcher,
    settings,
    addressNow: () => view.location.href,
    nearView,
    paints,
    signal: ending.signal,
    onMove: finder.invalidate,
    onChange(removed, added) {
      if (ringed && removed.includes(ringed)) ring(null);
      notice(added);
    },
  });

  function ring(mark: PageMark | null): void {
    ringed = mark;
    painter.ring(mark);
  }
  /** From the first look under the pointer on: before it nothing is remembered that a scroll could outdate. */
  function hearMovesOnce(inner: Document): void {
    const signal = unheard.get(inner);
    if (!signal) return;
    unheard.delete(inner);
    hearMoves(inner, signal, finder.invalidate);
  }
  function stop(): void {
    if (ending.signal.aborted) return;
    ending.abort('over');
    paints.stop();
    nearView.stop();
    painter.clear();
    finder.invalidate();
  }
  if (options.signal.aborted) stop();
  options.signal.addEventListener('abort', stop, { once: true });

  return {
    mentions() {
      if (ending.signal.aborted) return [];
      const isVisible = createVisibility();
      return blocks().flatMap((block) => block.marks.filter(isVisible));
    },
    async countEntities() {
      const counts = new Map<string, number>();
      await trees.runNext(counting(blocks, counts));
      return ending.signal.aborted ? new Map() : counts;
    },
    mentionAt(x, y, inner = document) {
      if (ending.signal.aborted) return null;
      hearMovesOnce(inner);
      return finder.at(x, y, inner);
    },
    rectsOf: (mention) => rectsInTopView(mention as PageMark),
    isInSight: (mention) => isInSight(mention as PageMark),
    canBeShown: (mention) => canBeShown(mention as PageMark),
    scrollTo: (mention) => scrollToMark(mention as PageMark),
    ring: (mention) => ring(ending.signal.aborted ? null : (mention as PageMark | null)),
    configure(changed) {
      Object.assign(settings, changed);
      if (ending.signal.aborted) return;
      if (changed.style) painter.setStyle(changed.style);
      if (changed.isShown || changed.density) marker.chooseAgain();
      finder.invalidate();
    },
    setAway(isAway) {
      if (ending.signal.aborted) return;
      if (isAway) ring(null);
      painter.setAway(isAway);
    },
    firstScan: trees.firstScan,
    stop,
  };
}

/** Tells, at the end of a task and once for all that was noticed in it, that marks changed, and of which entities there are new ones. */
function createNotice(
  signal: AbortSignal,
  onChange: WatchPageOptions['onChange'],
): (added: readonly PageMark[]) => void {
  let entities: Set<string> | null = null;
  return (added) => {
    if (!entities) {
      entities = new Set();
      queueMicrotask(() => {
        const noticed = entities!;
        entities = null;
        if (!signal.aborted) onChange?.(noticed);
      });
    }
    for (const { entity } of added) entities.add(entity);
  };
}

/** No event tells that a whole document becomes somebody's own to write in, or no longer is: the caret that comes into it does. */
function followEditing(document: Document, signal: AbortSignal, onSwitched: () => void): void {
  let isEditable = isWholeDocumentEditable(document);
  const look = () => {
    if (isWholeDocumentEditable(document) === isEditable) return;
    isEditable = !isEditable;
    onSwitched();
  };
  listen(document, 'selectionchange', look, { signal, passive: true });
}

/** Calls back whenever what stands in a document may have come to stand elsewhere in its window. */
function hearMoves(document: Document, signal: AbortSignal, onMove: () => void): void {
  listen(document, 'scroll', onMove, { signal, capture: true, passive: true });
  // What fills the screen has moved without a scroll, and the window may keep its size.
  listen(document, 'fullscreenchange', onMove, { signal, capture: true, passive: true });
  const view = viewOf(document);
  if (view) listen(view, 'resize', onMove, { signal, passive: true });
}

/** Adds up, entity by entity, the marks that a reader can see. */
function* counting(blocks: () => readonly CandidateBlock[], counts: Map<string, number>): Generator<void> {
  const isVisible = createVisibility();
  let step = 0;
  for (const block of blocks()) {
    for (const mark of block.marks)
      if (isVisible(mark)) counts.set(mark.entity, (counts.get(mark.entity) ?? 0) + 1);
    if (++step % blocksPerStep === 0) yield;
  }
}
