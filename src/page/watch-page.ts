/**
 * Watches one page: reads its text, finds mentions, paints them, follows every change, until its signal is aborted.
 *
 *     const watch = watchPage({ document, matcher, signal, settings, onChange });
 *     watch.mentions();              // shown mentions in document order, also those in shadow roots and frames
 *     watch.mentionAt(x, y);         // the mention under a point of the viewport (of `document`, or of a frame's document)
 *     watch.rectsOf(mention);        // where it is now: DOMRects in the TOP viewport's coordinates, one per line, or []
 *     watch.ring(mention);           // a visible ring around one mention (keyboard); null takes it away
 *     watch.scrollTo(mention);       // brings it to the middle of the view
 *     watch.configure({ lineStyle });// takes effect at once, without reading again
 *     watch.stop();                  // all marks gone at once, nothing left running (the same as aborting the signal)
 *
 * The page's DOM, attributes, selection and layout are never changed. One content script in the top frame is enough:
 * frames of the page's own origin are read from it; `onDocument` tells about each document (the page's own first), so
 * that the caller can add its pointer listeners there too.
 *
 * `onChange` is called after the shown mentions changed (never before `watchPage` has returned), at most once per batch.
 */
import type { Matcher } from '../match/types.ts';
import { chooseMentions, updateMarks } from './decide-marks.ts';
import { listen, viewOf } from './dom.ts';
import { createMarkFinder } from './find-mark.ts';
import { createNearView } from './near-view.ts';
import type { MarkingSettings, PageMention } from './page-mention.ts';
import type { CandidateBlock, PageMark } from './page-model.ts';
import { blocksInOrder } from './page-root.ts';
import { createPainter } from './paint-marks.ts';
import { isMarkVisible, rectsInTopView, scrollToMark } from './place-marks.ts';
import { mostMarksAnywhere } from './timing.ts';
import { watchTrees } from './watch-trees.ts';

export type { Density, LineStyle, MarkingSettings, PageMention } from './page-mention.ts';

export interface WatchPageOptions {
  document: Document;
  matcher: Matcher;
  /** Ends everything. */
  signal: AbortSignal;
  /** False once the extension is gone: nothing new is painted then, even before `signal` is aborted. */
  isAlive?: () => boolean;
  settings: MarkingSettings;
  /** Whether code and pre are read too; no by default: a name in a program is mostly an identifier. */
  readsCode?: boolean;
  onChange?: () => void;
  /** Called when the first mark is painted in a document: the rules for its highlights have to be there. */
  onMarked?: (document: Document) => void;
  /** Called for the page's document and for each same-origin frame's; `signal` is aborted when that document goes. */
  onDocument?: (document: Document, signal: AbortSignal) => void;
}

export interface PageWatch {
  /** In document order; hidden text is left out. Reads style (not layout) of the blocks that hold mentions. */
  mentions(): readonly PageMention[];
  /** The mention painted under the point (CSS pixels in the viewport of `document`, by default the page's), or null. */
  mentionAt(x: number, y: number, document?: Document): PageMention | null;
  /** Empty when the mention is no longer in the page or not rendered. */
  rectsOf(mention: PageMention): DOMRect[];
  scrollTo(mention: PageMention): void;
  ring(mention: PageMention | null): void;
  configure(settings: Partial<MarkingSettings>): void;
  /** Resolves when the text that was there at the start is marked, to the milliseconds of work (slices, not waiting). */
  readonly firstScan: Promise<number>;
  stop(): void;
}

/** Starts at once, in the background; see the top of this file. Throws nothing that a page could bring about. */
export function watchPage(options: WatchPageOptions): PageWatch {
  const { document, matcher, onChange } = options;
  const view = viewOf(document);
  if (!view) throw new Error('a document without a window cannot be watched');
  const now = () => performance.now();
  const ending = new AbortController();
  const settings = { ...options.settings };
  const painter = createPainter(
    (entity) => matcher.standing(entity),
    settings.lineStyle,
    options.isAlive ?? (() => true),
    (marked) => options.onMarked?.(marked),
  );
  const nearView = createNearView(view, (changed) => {
    for (const block of changed) repaint(block);
    finder.invalidate();
  });
  const finder = createMarkFinder(nearView.nearBlocks, now);
  let ringed: PageMark | null = null;
  let isUndecided = false;
  /** Whether marks are painted also far from the view: there are few. */
  let isPaintedAnywhere = true;
  let isNoticePending = false;

  const trees = watchTrees({
    document,
    matcher,
    signal: ending.signal,
    readsCode: options.readsCode ?? false,
    now,
    onRemoved(blocks) {
      for (const block of blocks) removeMarks(block);
    },
    onCandidates: () => (isUndecided = true),
    onSettled: publish,
    onDocument(inner, signal) {
      listen(inner, 'scroll', finder.invalidate, { signal, capture: true, passive: true });
      // What fills the screen has moved without a scroll, and the window may keep its size.
      listen(inner, 'fullscreenchange', finder.invalidate, { signal, capture: true, passive: true });
      const innerView = viewOf(inner);
      if (innerView) listen(innerView, 'resize', finder.invalidate, { signal, passive: true });
      options.onDocument?.(inner, signal);
    },
    onDocumentGone: painter.forget,
  });

  function repaint(block: CandidateBlock): void {
    const isPainted = isPaintedAnywhere || nearView.isNear(block);
    for (const mark of block.marks) {
      if (isPainted) painter.paint(mark);
      else painter.unpaint(mark);
    }
  }
  function removeMarks(block: CandidateBlock): void {
    if (block.marks.length === 0) return;
    for (const mark of block.marks) painter.unpaint(mark);
    if (ringed && block.marks.includes(ringed)) ring(null);
    block.marks = [];
    nearView.unwatch(block);
    notice();
  }
  /** Decides over the whole page, when its candidates changed, and brings marks and paint in line. */
  function publish(): void {
    finder.invalidate();
    if (!isUndecided || ending.signal.aborted) return;
    isUndecided = false;
    const blocks = blocksInOrder(trees.top);
    const decided = matcher.decide(blocks);
    blocks.forEach((block, k) => (block.mentions = decided[k] ?? []));
    applyChoices(blocks);
  }
  function applyChoices(blocks: readonly CandidateBlock[]): void {
    const choices = chooseMentions(blocks, settings);
    const wasPaintedAnywhere = isPaintedAnywhere;
    isPaintedAnywhere = countOf(choices.values()) <= mostMarksAnywhere;
    for (const [block, mentions] of choices) {
      const change = updateMarks(block, mentions);
      if (change) {
        for (const mark of change.removed) painter.unpaint(mark);
        if (ringed && change.removed.includes(ringed)) ring(null);
        block.marks = change.marks;
        notice();
      }
      // A block that was taken out and put in again (its text moved) lost its watch with its marks.
      if (block.marks.length > 0) nearView.watch(block);
      else nearView.unwatch(block);
      if (change || isPaintedAnywhere !== wasPaintedAnywhere) repaint(block);
    }
  }
  function notice(): void {
    if (isNoticePending || !onChange) return;
    isNoticePending = true;
    queueMicrotask(() => {
      isNoticePending = false;
      if (!ending.signal.aborted) onChange();
    });
  }
  function ring(mark: PageMark | null): void {
    ringed = mark;
    painter.ring(mark);
  }
  function stop(): void {
    if (ending.signal.aborted) return;
    ending.abort();
    nearView.stop();
    painter.clear();
    finder.invalidate();
  }
  if (options.signal.aborted) stop();
  options.signal.addEventListener('abort', stop, { once: true });

  return {
    mentions: () =>
      ending.signal.aborted
        ? []
        : blocksInOrder(trees.top).flatMap((block) => block.marks.filter(isMarkVisible)),
    mentionAt: (x, y, inner = document) => (ending.signal.aborted ? null : finder.at(x, y, inner)),
    rectsOf: (mention) => rectsInTopView(mention as PageMark),
    scrollTo: (mention) => scrollToMark(mention as PageMark),
    ring: (mention) => ring(ending.signal.aborted ? null : (mention as PageMark | null)),
    configure(changed) {
      Object.assign(settings, changed);
      if (ending.signal.aborted) return;
      if (changed.lineStyle) painter.setLineStyle(changed.lineStyle);
      if (changed.isShown || changed.density) applyChoices(blocksInOrder(trees.top));
      finder.invalidate();
    },
    firstScan: trees.firstScan,
    stop,
  };
}

function countOf(lists: Iterable<readonly unknown[]>): number {
  let count = 0;
  for (const list of lists) count += list.length;
  return count;
}
