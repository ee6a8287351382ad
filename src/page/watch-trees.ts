/**
 * Finds the trees of a page (its document, open shadow roots, frames of its own origin), reads each of them once in full and
 * from then on where it changes. Says when candidates changed; to decide about them and to paint is up to the caller.
 */
import { awaitShadows } from './await-shadows.ts';
import { isConnected, listen, viewOf } from './dom.ts';
import { followChanges } from './follow-changes.ts';
import { followFrames } from './follow-frames.ts';
import type { Changes } from './note-changes.ts';
import { firstPublishMs, publishGrowth } from './pacing.ts';
import type { PageRoot } from './page-model.ts';
import { createPageRoot, findingInnerTrees, isLost, removeBlocks } from './page-root.ts';
import { readChanges } from './read-changes.ts';
import { type ReadContext, rescanRoot, scanRoot } from './read-root.ts';
import { createSlices, type Step } from './slices.ts';
import { isUnreadable } from './unread.ts';

export interface WatchTreesOptions extends ReadContext {
  document: Document;
  signal: AbortSignal;
  now: () => number;
  /**
   * Decides about the candidates that there are, piece by piece. Run at the end of every scan and of every batch of changes,
   * and now and then during a long scan. `isNearDone`: what was read since the last time is not near the view.
   */
  settling: (isNearDone: boolean) => Iterable<Step>;
  onDocument: (document: Document, signal: AbortSignal) => void;
  onDocumentGone: (document: Document) => void;
}

export interface Trees {
  readonly top: PageRoot;
  /** Resolves when what was there at the start has been read, to the milliseconds of work that it took. */
  readonly firstScan: Promise<number>;
  /** Reads a document once more, since something changed for all of it that no node tells of. */
  readAgain(document: Document): void;
  /** Runs work of the caller's in slices, before any reading that waits. Resolves to its milliseconds. */
  runNext(work: Iterator<void>): Promise<number>;
}

export function watchTrees(options: WatchTreesOptions): Trees {
  const { document, signal, now } = options;
  const slices = createSlices(signal, now);
  const context: ReadContext = options;
  const rootOfNode = new WeakMap<Node, PageRoot>();
  /** Shadow roots in parts of the page that are not read. */
  const unreadRoots = new WeakSet<PageRoot>();
  const frames = followFrames(signal, slices.run, dropLostTrees, attachOnce);
  const shadows = awaitShadows(now, attachOnce);

  /**
   * Reads, and then decides. During a long scan it also decides as soon as what is near the view has been read, and from then
   * on at growing intervals (`pacing.ts`).
   */
  function* settled(reading: Iterable<'near' | Step>): Generator<Step> {
    const first = slices.count();
    let slice = first;
    let lastMs = now();
    let waitMs = firstPublishMs;
    let isNearDone = false;
    for (const read of reading) {
      if (read === 'near' || (slice !== slices.count() && now() - lastMs > waitMs)) {
        yield* options.settling(isNearDone);
        if (read === 'near') isNearDone = true;
        else waitMs *= publishGrowth;
        lastMs = now();
      }
      slice = slices.count();
      yield read === 'pause' ? read : undefined;
    }
    // What took more than one slice to read may take long to decide too: that begins with a slice of its own.
    if (slices.count() > first) yield 'pause';
    yield* options.settling(isNearDone);
  }

  function attach(node: Document | ShadowRoot, host: Element | null, parent: PageRoot | null): PageRoot {
    const root = createPageRoot(node, host, parent);
    const ends = root.ending.signal;
    rootOfNode.set(node, root);
    let listening: AbortController | null = null;
    const tellDocument = () => {
      if (root.node !== root.document) return;
      listening?.abort('over');
      listening = new AbortController();
      const heard = AbortSignal.any([ends, listening.signal]);
      options.onDocument(root.document, heard);
      const view = viewOf(root.document);
      // The document that follows in the frame is read while it arrives: its load event may be far off, or kept from us.
      if (host && view)
        listen(view, 'pagehide', () => setTimeout(frames.lookAgain, 0, host), { signal: heard });
    };
    tellDocument();
    followChanges(node, {
      signal: ends,
      // `document.open` takes all listeners off the document and its window.
      onReplaced: tellDocument,
      now,
      read: (changes) => slices.run(whole(root, read(root, changes))),
      readAll: () => slices.run(settled(rescan(root))),
    });
    return root;
  }
  const scan = (root: PageRoot) => slices.run(whole(root, firstScanOf(root)));
  function* firstScanOf(root: PageRoot): Generator<'near' | Step> {
    const first = slices.count();
    yield* scanRoot(root, context, () => slices.count() > first);
    if (slices.count() > first) yield 'pause';
    if (!root.ending.signal.aborted) yield* lookForTrees(root, root.node);
  }
  /** If an odd place makes reading throw, the whole tree is read anew: what was to be read after that place must not be lost. */
  function* whole(root: PageRoot, reading: Iterable<'near' | Step>): Generator<Step> {
    try {
      yield* settled(reading);
    } catch (error) {
      if (!isConnected(root.node)) return;
      reportError(error);
      yield* settled(rescan(root));
    }
  }
  function* rescan(root: PageRoot) {
    dropLostTrees(root);
    yield* rescanRoot(root, context);
    yield* lookForTrees(root, root.node);
  }
  function* read(root: PageRoot, changes: Changes): Generator<void> {
    if (changes.lessened.size > 0) dropLostTrees(root);
    for (const element of yield* readChanges(root, changes, context)) {
      if (isConnected(element)) yield* lookForTrees(root, element);
    }
    shadows.check();
  }

  function* lookForTrees(root: PageRoot, node: Node): Generator<void> {
    const inner = yield* findingInnerTrees(node);
    for (const { host, node: shadow } of inner.shadowRoots) {
      const kept = attachOnce(shadow, host, root);
      if (!kept) continue;
      // The root is as it was. But its host may have been moved, and then the frames in it load once more.
      kept.blocks.forEach(context.onKept);
      yield* lookForTrees(kept, shadow);
    }
    for (const host of inner.waiting) shadows.add(host, root);
    for (const frame of inner.frames) frames.add(frame, root);
  }
  /** Begins to read and follow the tree. One that is followed already, and stands where it did, is left alone: gives its root. */
  function attachOnce(node: Document | ShadowRoot, host: Element, parent: PageRoot): PageRoot | null {
    if (parent.ending.signal.aborted) return null;
    // Below a host that was moved, or around which editing began or ended, all is read anew: others are around it now.
    const unread = 'host' in node && isUnreadable(host);
    const known = rootOfNode.get(node);
    if (known?.parent === parent && unreadRoots.has(known) === unread) return known;
    if (known) detach(known);
    const root = attach(node, host, parent);
    if (unread) unreadRoots.add(root);
    void scan(root);
    return null;
  }
  function dropLostTrees(root: PageRoot): void {
    for (const child of root.children) if (isLost(child)) detach(child);
  }
  function detach(root: PageRoot): void {
    root.children.forEach(detach);
    root.ending.abort('over');
    root.parent?.children.delete(root);
    rootOfNode.delete(root.node);
    const gone = [...root.blocks];
    removeBlocks(root, new Set(gone));
    options.onRemoved(gone);
    options.onChanged([]);
    if (root.node === root.document) options.onDocumentGone(root.document);
  }

  /** One listener, not one a root: adding the n-th to a signal costs n steps, and there are pages with 50,000 shadow roots. */
  function end(root: PageRoot): void {
    root.children.forEach(end);
    root.ending.abort('over');
  }
  const top = attach(document, null, null);
  signal.addEventListener('abort', () => end(top));
  const readAgain = (inner: Document) => {
    const root = rootOfNode.get(inner);
    if (root) void slices.run(whole(root, rescan(root)));
  };
  return { top, firstScan: scan(top), readAgain, runNext: slices.runNext };
}
