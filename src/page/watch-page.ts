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
import { finish } from '../match/finish.ts';
import type { Matcher, Mention } from '../match/types.ts';
import { createChoice, updateMarks } from './decide-marks.ts';
import { isWholeDocumentEditable, listen, viewOf } from './dom.ts';
import { createMarkFinder, isInSight } from './find-mark.ts';
import { createNearView } from './near-view.ts';
import { isSameMention } from './page-mark.ts';
import type { MarkingSettings, PageMention } from './page-mention.ts';
import type { CandidateBlock, PageMark } from './page-model.ts';
import { blocksInOrder } from './page-root.ts';
import { createPainter } from './paint-marks.ts';
import { createPaintPlan } from './paint-plan.ts';
import type { Step } from './slices.ts';
import { createVisibility, rectsInTopView, scrollToMark } from './place-marks.ts';
import { canBeShown } from './reach-marks.ts';
import { mostMarksAnywhere } from './timing.ts';
import { watchTrees } from './watch-trees.ts';

export type { MarkingSettings, PageMention } from './page-mention.ts';

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
  /** Resolves when the text that was there at the start is marked, to the milliseconds of work (slices, not waiting). */
  readonly firstScan: Promise<number>;
  stop(): void;
}

export type WatchPage = (options: WatchPageOptions) => PageWatch;

/** Starts at once, in the background; see the top of this file. Throws nothing that a page could bring about. */
export const watchPage: WatchPage = (options) => watchPageWith(watchTrees, options);

/** The same with a `watchTrees` that is there already: the lookout's, whose code the browser has compiled. */
export function watchPageWith(watch: typeof watchTrees, options: WatchPageOptions): PageWatch {
  const { document, matcher, onChange } = options;
  const view = viewOf(document);
  if (!view) throw new Error('a document without a window cannot be watched');
  const now = () => performance.now();
  const ending = new AbortController();
  const settings = { ...options.settings };
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
  /** Documents that are not listened to as yet, with what ends listening. */
  const unheard = new WeakMap<Document, AbortSignal>();
  let ringed: PageMark | null = null;
  let isUndecided = false;
  let isNoticePending = false;
  let addedEntities = new Set<string>();
  /** Which run of `applying` is the newest. */
  let applyingTurn: object = {};
  /** Blocks of which other mentions were decided than those that their marks were made of. */
  const unapplied = new Set<CandidateBlock>();
  const addressNow = () => view.location.href;
  /** The page's address when all was last gone over: what is shown may go by it, and a page changes it without loading. */
  let appliedAddress = '';

  const trees = watch({
    document,
    matcher,
    signal: ending.signal,
    now,
    onRemoved(blocks) {
      for (const block of blocks) removeMarks(block);
    },
    onChanged: () => (isUndecided = true),
    onKept: ({ marks }) => marks.forEach(painter.moved),
    settling: publishing,
    onDocument(inner, signal) {
      unheard.set(inner, signal);
      followEditing(inner, signal);
      options.onDocument?.(inner, signal);
    },
    onDocumentGone: painter.forget,
  });

  const paints = createPaintPlan(painter, nearView.isNear, () => blocksInOrder(trees.top), now);
  void trees.firstScan.then(paints.followView);

  function removeMarks(block: CandidateBlock): void {
    paints.remove(block);
    if (block.marks.length === 0) return;
    if (ringed && block.marks.includes(ringed)) ring(null);
    block.marks = [];
    block.mentions = [];
    nearView.unwatch(block);
    notice();
  }
  /**
   * Decides over the whole page, when its candidates changed, and brings marks and paint in line. `isNearDone`: what was
   * found since the last time is not near the view.
   */
  function* publishing(isNearDone: boolean): Generator<Step> {
    finder.invalidate();
    if (!isUndecided || ending.signal.aborted) return;
    isUndecided = false;
    const blocks = blocksInOrder(trees.top);
    const decided = yield* matcher.deciding(blocks);
    blocks.forEach((block, k) => {
      const mentions = decided[k] ?? [];
      if (!areSame(block.mentions, mentions)) unapplied.add(block);
      block.mentions = mentions;
    });
    yield* applying(
      blocks,
      isNearDone,
      settings.density !== 'every-mention' || addressNow() !== appliedAddress,
    );
  }
  /**
   * May be interrupted by changes of the page and of the settings: blocks that have gone are passed over, a later call takes over.
   * `isAll`: also where the same mentions were decided as before.
   */
  function* applying(blocks: readonly CandidateBlock[], isNearDone = false, isAll = true): Generator<Step> {
    const turn = {};
    applyingTurn = turn;
    const address = addressNow();
    const choose = createChoice(settings);
    let count = 0;
    let step = 0;
    for (const block of blocks) {
      if (!isAll && !unapplied.has(block)) {
        count += block.marks.length;
        continue;
      }
      const mentions = choose(block);
      count += mentions.length;
      if (count > mostMarksAnywhere) paints.crowd();
      if (isKept(block)) apply(block, mentions, isNearDone);
      if (++step % blocksPerStep > 0) continue;
      finder.invalidate();
      yield;
      if (applyingTurn !== turn || ending.signal.aborted) return;
    }
    yield* nearView.observing();
    // Highlights take milliseconds to fill; what is near the view waits for nothing.
    if (isNearDone) yield 'pause';
    if (applyingTurn !== turn || ending.signal.aborted) return;
    unapplied.clear();
    if (isAll) appliedAddress = address;
    finder.invalidate();
    paints.paint(count <= mostMarksAnywhere);
  }
  function apply(block: CandidateBlock, mentions: readonly Mention[], isFar: boolean): void {
    const change = updateMarks(block, mentions);
    if (change) {
      paints.drop(change.removed);
      paints.change(block);
      if (ringed && change.removed.includes(ringed)) ring(null);
      block.marks = change.marks;
      for (const { entity } of change.added) addedEntities.add(entity);
      notice();
    }
    // A block that was taken out and put in again (its text moved) lost its watch with its marks.
    if (block.marks.length > 0) nearView.watch(block, isFar);
    else nearView.unwatch(block);
  }
  function* counting(counts: Map<string, number>): Generator<void> {
    const isVisible = createVisibility();
    let step = 0;
    for (const block of blocksInOrder(trees.top)) {
      for (const mark of block.marks)
        if (isVisible(mark)) counts.set(mark.entity, (counts.get(mark.entity) ?? 0) + 1);
      if (++step % blocksPerStep === 0) yield;
    }
  }
  function notice(): void {
    if (isNoticePending || !onChange) return;
    isNoticePending = true;
    queueMicrotask(() => {
      isNoticePending = false;
      const added = addedEntities;
      addedEntities = new Set();
      if (!ending.signal.aborted) onChange(added);
    });
  }
  /** No event tells that a whole document becomes somebody's own to write in, or no longer is: the caret that comes into it does. */
  function followEditing(inner: Document, signal: AbortSignal): void {
    let isEditable = isWholeDocumentEditable(inner);
    const look = () => {
      if (isWholeDocumentEditable(inner) === isEditable) return;
      isEditable = !isEditable;
      trees.readAgain(inner);
    };
    listen(inner, 'selectionchange', look, { signal, passive: true });
  }
  /** From the first look under the pointer on: before it nothing is remembered that a scroll could outdate. */
  function hearMoves(inner: Document): void {
    const signal = unheard.get(inner);
    if (!signal) return;
    unheard.delete(inner);
    listen(inner, 'scroll', finder.invalidate, { signal, capture: true, passive: true });
    // What fills the screen has moved without a scroll, and the window may keep its size.
    listen(inner, 'fullscreenchange', finder.invalidate, { signal, capture: true, passive: true });
    const innerView = viewOf(inner);
    if (innerView) listen(innerView, 'resize', finder.invalidate, { signal, passive: true });
  }
  function ring(mark: PageMark | null): void {
    ringed = mark;
    painter.ring(mark);
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
      return blocksInOrder(trees.top).flatMap((block) => block.marks.filter(isVisible));
    },
    async countEntities() {
      const counts = new Map<string, number>();
      await trees.runNext(counting(counts));
      return ending.signal.aborted ? new Map() : counts;
    },
    mentionAt(x, y, inner = document) {
      if (ending.signal.aborted) return null;
      hearMoves(inner);
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
      // At once and in one go: who switches something off wants it gone.
      if (changed.isShown || changed.density) finish(applying(blocksInOrder(trees.top)));
      finder.invalidate();
    },
    firstScan: trees.firstScan,
    stop,
  };
}

/** How many blocks are gone over between two yields. */
const blocksPerStep = 16;

const areSame = (some: readonly Mention[], others: readonly Mention[]) =>
  some.length === others.length && some.every((mention, k) => isSameMention(mention, others[k]!));

/** Whether the block still stands where it was read: parts of the page may have gone since. */
const isKept = (block: CandidateBlock) => block.root.blockOf.get(block.nodes[0]!) === block;
