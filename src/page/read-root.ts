/**
 * Keeps the candidate blocks of one root true to its text: the first scan, chunk by chunk, and later the parts that
 * changed. Nothing here decides or paints.
 */
import type { NameFinder } from '../match/types.ts';
import { findCandidateBlocks } from './find-candidate-blocks.ts';
import {
  boxOf,
  closestOf,
  composedParent,
  containsNode,
  documentElementOf,
  elementsByTag,
  firstChildOf,
  isConnected,
  isElement,
  isText,
  isWholeDocumentEditable,
  nextSiblingOf,
  parentOf,
  previousSiblingOf,
  rootOf,
  tagOf,
  textOf,
  viewOf,
} from './dom.ts';
import { isBlockTag, isSkipped, skippedSelector } from './elements.ts';
import { type Chunk, findChunks } from './find-chunks.ts';
import { joinSplitNames } from './join-blocks.ts';
import { blocksAround, isGap, runAround, textOfRun, textsWithNames } from './locate.ts';
import type { CandidateBlock, PageRoot } from './page-model.ts';
import { insertBlocks, lostBlocks, removeBlocks, sameBlockIn } from './page-root.ts';
import { readRegion, type Region } from './read-blocks.ts';
import type { TextBlock } from './text-block.ts';
import { longPageElements } from './timing.ts';

export interface ReadContext {
  readonly matcher: NameFinder;
  readonly readsCode: boolean;
  /** Blocks that are kept no longer; what they painted is to be taken away. */
  readonly onRemoved: (blocks: readonly CandidateBlock[]) => void;
  /** The set of candidate blocks changed: time to decide anew. */
  readonly onChanged: () => void;
}

/** What a batch of mutation records comes down to. */
export interface Changes {
  /** Subtrees that came in or moved. */
  added: Set<Node>;
  /** Nodes whose surrounding run of text changed. */
  touched: Set<Node>;
  /** Elements whose readability changed. */
  switched: Set<Element>;
  /** Parents that something was taken out of. */
  lessened: Set<Node>;
}

const skippedSelectors: Record<string, string> = {};

export function isUnreadable(node: Node, context: ReadContext): boolean {
  const element = isElement(node) ? node : composedParent(node);
  return !element || closestOf(element, unreadSelector(context)) !== null;
}

const unreadSelector = ({ readsCode }: ReadContext) =>
  (skippedSelectors[`${readsCode}`] ??= skippedSelector(readsCode));

/** The outermost unread element around a node that is inline: whether it holds words counts in the text around it. */
function unreadInline(node: Node, context: ReadContext): Element | null {
  let outermost: Element | null = null;
  for (let element = isElement(node) ? node : composedParent(node); element;) {
    const unread = closestOf(element, unreadSelector(context));
    if (!unread) break;
    outermost = unread;
    element = composedParent(unread);
  }
  return outermost && isRunPart(outermost) ? outermost : null;
}

/** Reads those blocks of one chunk in which a name may stand and puts them in place. Returns the place hint for the next chunk. */
function readChunk(
  root: PageRoot,
  chunk: Chunk,
  context: ReadContext,
  hint: number,
  isChange = false,
): number {
  const { matcher, readsCode } = context;
  let texts: Text[];
  if ('run' in chunk) {
    const { parent, first } = chunk.run;
    if (!first || parentOf(first) !== parent || !isConnected(parent)) return hint;
    texts = textsWithNames(chunk.run, textOfRun(chunk.run), matcher);
  } else {
    const { element } = chunk;
    const inside = { parent: element, first: firstChildOf(element), last: null };
    texts = textsWithNames(inside, textOf(element), matcher);
    if (texts.length > 0 && !isConnected(element)) return hint;
  }
  if (texts.length === 0) return hint;
  const read = joinSplitNames(blocksAround(texts, readsCode), texts, root.node, matcher, readsCode);
  return keep(root, read, context, hint, isChange);
}

/** Takes in what was read of one stretch of the page; blocks that are the same as before stay as they are. */
function keep(
  root: PageRoot,
  read: readonly TextBlock[],
  context: ReadContext,
  hint: number,
  moved = false,
): number {
  const fresh: CandidateBlock[] = [];
  const stale = new Set<CandidateBlock>();
  const unknown: TextBlock[] = [];
  let at = hint;
  const put = () => {
    if (unknown.length > 0) fresh.push(...findCandidateBlocks(unknown, root, context.matcher));
    unknown.length = 0;
  };
  for (const block of read) {
    const same = sameBlockIn(root, block);
    if (same) {
      put();
      // A kept block that moved is taken out and put in again at its new place, with its marks.
      if (moved) fresh.push(same);
      continue;
    }
    for (const node of block.nodes) {
      const old = root.blockOf.get(node);
      if (old) stale.add(old);
    }
    unknown.push(block);
  }
  put();
  const kept = new Set(fresh);
  const gone = [...stale].filter((block) => !kept.has(block));
  if (gone.length > 0 || moved) removeBlocks(root, new Set([...gone, ...(moved ? fresh : [])]));
  if (gone.length > 0) context.onRemoved(gone);
  // Blocks that were kept in between part the fresh ones: then each finds its own place.
  if (fresh.length === read.length || root.blocks.length === 0) at = insertBlocks(root, fresh, at);
  else for (const block of fresh) at = insertBlocks(root, [block], at);
  if (fresh.length > 0 || gone.length > 0) context.onChanged();
  return at;
}

/**
 * The first scan. Yields whenever it may be interrupted, and `screen` when all that is on screen has been read, unless all
 * was read by then. `isInterrupted` tells whether work was: only then, or on a long page, is the page asked where its parts stand.
 */
export function* scanRoot(
  root: PageRoot,
  context: ReadContext,
  isInterrupted: () => boolean,
  isAgain = false,
): Generator<'screen' | void> {
  const top: Node | null = root.node === root.document ? documentElementOf(root.document) : root.node;
  if (!top || isWholeDocumentEditable(root.document)) return;
  // A document's own element has nothing around it that had to be asked.
  if (isElement(top) ? isSkipped(top, tagOf(top), context.readsCode) : isUnreadable(root.host!, context))
    return;
  let hint = -1;
  const read = (chunk: Chunk) => (hint = readChunk(root, chunk, context, hint, isAgain));
  const above: Chunk[] = [];
  const isLong = isElement(top) && elementsByTag(top, '*').item(longPageElements) !== null;
  let isBelow = false;
  // Stretches of text share their parent, and a long inline one is dear to measure.
  let measured: Node | null = null;
  let place = 0;
  // Pages mostly run downwards: what is on screen is read first.
  for (const chunk of findChunks(top, context.readsCode)) {
    if (!isBelow && (isLong || isInterrupted())) {
      const element = elementOfChunk(chunk);
      if (element !== measured) place = placeOnScreen(element, root.document);
      measured = element;
      if (place < 0) {
        if (above.push(chunk) % 64 === 0) yield;
        continue;
      }
      if (place > 0) {
        isBelow = true;
        yield 'screen';
      }
    }
    read(chunk);
    yield;
  }
  for (const chunk of above) {
    read(chunk);
    yield;
  }
}

const elementOfChunk = (chunk: Chunk) => ('element' in chunk ? chunk.element : chunk.run.parent);

/** Negative above the view, 0 where it reaches into it or has no place, positive below. */
function placeOnScreen(element: Node, document: Document): number {
  const view = viewOf(document);
  if (!view || !isElement(element)) return 0;
  const { top, bottom } = boxOf(element);
  return top >= view.innerHeight ? 1 : bottom <= 0 && bottom > top ? -1 : 0;
}

/** Reads a root anew after more changes than were kept apart; text that is as it was keeps its blocks. */
export function* rescanRoot(root: PageRoot, context: ReadContext): Generator<'screen' | void> {
  const isAsRead = (block: CandidateBlock) =>
    block.nodes.every((node, k) => isConnected(node) && block.text.startsWith(node.data, block.starts[k]));
  drop(
    root,
    root.blocks.filter((block) => !isAsRead(block)),
    context,
  );
  yield* scanRoot(root, context, () => true, true);
}

/** Reads what a batch of changes touched, and nothing else. Yields whenever it may be interrupted. */
export function* readChanges(root: PageRoot, changes: Changes, context: ReadContext): Generator<void> {
  const runs = createRuns();
  const hasRemoved = changes.lessened.size > 0;
  if (hasRemoved) {
    const lost = lostBlocks(root);
    drop(root, lost, context);
    for (const { nodes } of lost) for (const node of nodes) if (belongsTo(root, node)) runs.add(node);
  }
  for (const element of changes.switched) {
    if (isUnreadable(element, context))
      drop(
        root,
        root.blocks.filter((block) => containsNode(element, block.nodes[0]!)),
        context,
      );
    else changes.added.add(element);
  }
  // What was moved to where nothing is read takes its blocks along.
  const unread = hasRemoved ? [...changes.added].filter((node) => isUnreadable(node, context)) : [];
  if (unread.length > 0) {
    const isUnread = ({ nodes }: CandidateBlock) => unread.some((node) => containsNode(node, nodes[0]!));
    drop(root, root.blocks.filter(isUnread), context);
  }
  let hint = -1;
  /** Blocks without elements in them that came in one behind the other: read together, as chunks of a page are. */
  let row: { parent: Node; first: Node; last: Node } | null = null;
  let rowLength = 0;
  const readRow = () => {
    if (row) hint = readChunk(root, { run: row }, context, hint, true);
    row = null;
    rowLength = 0;
  };
  const touchUnread = (node: Node) => {
    const unread = unreadInline(node, context);
    if (unread) changes.touched.add(unread);
  };
  changes.lessened.forEach(touchUnread);
  let lastParent: Node | null = null;
  let isInRoot = false;
  for (const node of changes.added) {
    const parent = parentOf(node);
    if (!parent || changes.added.has(parent)) continue;
    if (parent !== lastParent) {
      isInRoot = belongsTo(root, parent);
      touchUnread(parent);
    }
    lastParent = parent;
    if (!isInRoot) continue;
    // Text that a node was put into now reads on differently.
    for (const beside of [previousSiblingOf(node), nextSiblingOf(node)])
      if (beside && !changes.added.has(beside) && isRunPart(beside)) changes.touched.add(beside);
    const isInline = !isElement(node) || !isBlockTag(tagOf(node));
    if (isInline) runs.add(node);
    if (!isInline && node.childElementCount === 0) {
      if (row?.last !== previousSiblingOf(node) || ++rowLength > mostInRow) {
        readRow();
        yield;
      }
      row ??= { parent, first: node, last: node };
      row.last = node;
      continue;
    }
    readRow();
    // An inline element is read with the run that it stands in; its inner blocks, or a large one, as chunks.
    if (!isElement(node) || (isInline && !firstElementOf(node)) || isUnreadable(node, context)) continue;
    for (const chunk of findChunks(node, context.readsCode)) {
      hint = readChunk(root, chunk, context, hint, true);
      yield;
    }
  }
  readRow();
  const spread = new Set<CandidateBlock>();
  /** A kept block may have come apart: all that it was read from is read again. */
  const addRestOf = (node: Node) => {
    const kept = isText(node) && root.blockOf.get(node);
    if (!kept || spread.has(kept)) return;
    spread.add(kept);
    for (const other of kept.nodes) if (belongsTo(root, other)) runs.add(other);
  };
  for (const node of changes.touched) {
    if (!belongsTo(root, node)) continue;
    // A set goes on to what is added to it meanwhile.
    touchUnread(node);
    runs.add(node);
    addRestOf(node);
  }
  const readTexts = new Set<Node>();
  for (const run of runs.all) {
    if (isUnreadable(run.parent, context)) continue;
    const read = readRegion(run, { readsCode: context.readsCode, readsInnerBlocks: false });
    for (const { nodes } of read) {
      for (const node of nodes) {
        readTexts.add(node);
        addRestOf(node);
      }
    }
    hint = keep(root, read, context, hint);
    yield;
  }
  // Text that is no longer part of anything that is read (it was emptied, say) is in no new block to tell that its own is gone.
  const silent = new Set<CandidateBlock>();
  for (const node of [...changes.touched, ...changes.added]) {
    if (!isText(node) || readTexts.has(node) || changes.added.has(parentOf(node)!)) continue;
    const kept = root.blockOf.get(node);
    if (kept) silent.add(kept);
  }
  drop(root, [...silent], context);
}

/** How many blocks are read together: their text is searched in one go, and a hit looked for among them. */
const mostInRow = 100;

const firstElementOf = (element: Element) => elementsByTag(element, '*').item(0);

function drop(root: PageRoot, gone: readonly CandidateBlock[], context: ReadContext): void {
  if (gone.length === 0) return;
  removeBlocks(root, new Set(gone));
  context.onRemoved(gone);
  context.onChanged();
}

const belongsTo = (root: PageRoot, node: Node) => isConnected(node) && rootOf(node) === root.node;

/** Gathers the runs of text that changed nodes stand in: a node's siblings (or its inline ancestor's) up to block-level ones. */
function createRuns() {
  const all: Region[] = [];
  const covered = new Set<Node>();
  function add(node: Node): void {
    if (covered.has(node)) return;
    const run = runAround(node);
    if (run.first && covered.has(run.first)) return;
    all.push(run);
    for (let part = run.first; part; part = part === run.last ? null : nextSiblingOf(part)) covered.add(part);
    // What follows up to the next stretch has this one for its own: many `<br>` in a row are walked over once.
    for (let gap = run.last && nextSiblingOf(run.last); gap && isGap(gap); gap = nextSiblingOf(gap))
      covered.add(gap);
  }
  return { all, add };
}

/** Whether a node is part of a run of text (and not white space between blocks). */
export function isRunPart(node: Node | null): node is Node {
  if (!node) return false;
  if (isText(node)) return /\S/.test(textOf(node));
  return isElement(node) && !isBlockTag(tagOf(node));
}
