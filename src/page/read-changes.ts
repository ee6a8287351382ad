/** Reads what a batch of changes touched, and nothing else. Nothing here decides or paints. */
import {
  composedParent,
  firstElementOf,
  isElement,
  isText,
  isWholeDocumentEditable,
  nextSiblingOf,
  parentOf,
  previousSiblingOf,
  shadowRootOf,
  tagOf,
} from './dom.ts';
import { isBlockTag, isSkipped } from './elements.ts';
import { type Chunk, findChunks } from './find-chunks.ts';
import type { Changes } from './note-changes.ts';
import type { CandidateBlock, PageRoot } from './page-model.ts';
import { belongsTo, lostBlocks } from './page-root.ts';
import { readRun } from './read-blocks.ts';
import { drop, keep, readChunk, type ReadContext } from './read-root.ts';
import { inlineAround, isGap, isRunPart, runAround, runPartFrom, type Run } from './text-runs.ts';
import { createReadability, isUnreadable, outermostUnread } from './unread.ts';

/** What one batch of changes is being read with. */
interface Batch {
  readonly root: PageRoot;
  readonly context: ReadContext;
  /** Nodes whose run of text has to be read again. */
  readonly touched: Set<Node>;
  /** The runs that will be read. */
  readonly runs: Runs;
  /** Kept blocks of which every text was added to the runs. */
  readonly spread: Set<CandidateBlock>;
  /** Texts that came in and are part of a block that is kept from before. */
  readonly keptTexts: Text[];
  /** Elements that came in, or changed, in which other trees may stand. */
  readonly mayHoldTrees: Set<Element>;
  /** Where the last blocks were put, as `insertBlocks` wants it. */
  hint: number;
}

/** May be interrupted at each yield. Gives the elements that came in, or changed, in which other trees may stand. */
export function* readChanges(
  root: PageRoot,
  changes: Changes,
  context: ReadContext,
): Generator<void, Set<Element>> {
  // It may have become an editor since.
  if (isWholeDocumentEditable(root.document)) {
    drop(root, [...root.blocks], context);
    return new Set();
  }
  const batch: Batch = {
    root,
    context,
    touched: changes.touched,
    runs: createRuns(),
    spread: new Set(),
    keptTexts: [],
    mayHoldTrees: new Set(changes.switched),
    hint: -1,
  };
  if (changes.lessened.size > 0) yield* takeApart(batch, lostBlocks(root));
  const added = addedOutermost(root, changes.added);
  yield* dropUnread(batch, changes, added);
  for (const parent of changes.lessened) {
    touchUnread(batch, parent);
    yield;
  }
  for (const [parent, nodes] of added) {
    touchUnread(batch, parent);
    yield* readAdded(batch, parent, nodes);
    yield;
  }
  yield* gatherTouched(batch);
  dropSilent(batch, yield* readRuns(batch));
  return batch.mayHoldTrees;
}

/** Drops the blocks; what is left of their text is read again. */
function* takeApart({ root, context, runs }: Batch, gone: readonly CandidateBlock[]): Generator<void> {
  drop(root, gone, context);
  for (const { nodes } of gone) {
    for (const node of nodes) if (belongsTo(root, node)) runs.add(node);
    yield;
  }
}

/**
 * Takes apart the blocks that stand where nothing is read: they were moved there, or somebody may write there now. Where reading
 * was allowed again, adds the element to what came in.
 */
function* dropUnread(batch: Batch, changes: Changes, added: [Node, Node[]][]): Generator<void> {
  const { root } = batch;
  let hasUnread = false;
  if (changes.lessened.size > 0) {
    const isUnread = (node: Node) => isElement(node) && isSkipped(node, tagOf(node));
    for (const [parent, nodes] of changes.added) {
      hasUnread ||= isUnreadable(parent) || nodes.some(isUnread);
      yield;
    }
  }
  for (const element of changes.switched) {
    if (isUnreadable(element)) hasUnread = true;
    else if (belongsTo(root, element)) added.push([parentOf(element)!, [element]]);
    yield;
  }
  if (!hasUnread) return;
  const isReadable = createReadability();
  // All blocks are asked once: to hold each of the changes against each block could take long.
  const isKept = ({ nodes }: CandidateBlock) => nodes.every((node) => isReadable(composedParent(node)));
  yield* takeApart(
    batch,
    root.blocks.filter((block) => !isKept(block)),
  );
}

function touch({ touched }: Batch, node: Node | null): void {
  if (isRunPart(node)) touched.add(node);
}
/** The run beside a node reads on differently. */
const touchBeside = (batch: Batch, node: Node, step: typeof nextSiblingOf) =>
  touch(batch, runPartFrom(step(node), step));
/** Whether an unread element holds words counts in the run around it. */
const touchUnread = (batch: Batch, node: Node) => touch(batch, outermostUnread(node));

/** Reads what came into a parent, but not the inline parts of it: these are read with the runs that they stand in. */
function* readAdded(batch: Batch, parent: Node, nodes: readonly Node[]): Generator<void> {
  let before: Node | null = null;
  for (let k = 0; k < nodes.length; k++) {
    const node = nodes[k]!;
    // They need not stand side by side, and one may have gone elsewhere meanwhile.
    if (!before || nextSiblingOf(before) !== node) {
      // A run that something was put into reads on differently on both sides of it.
      if (before) touchBeside(batch, before, nextSiblingOf);
      before = null;
      if (parentOf(node) !== parent) continue;
      touchBeside(batch, node, previousSiblingOf);
    }
    before = node;
    const end = endOfLeaves(nodes, k);
    if (end > k) {
      k = end - 1;
      before = nodes[k]!;
      readPart(batch, { run: { parent, first: node, last: before }, isPlain: true });
      yield;
    } else if (readNode(batch, node)) yield* readInside(batch, node);
  }
  if (before) touchBeside(batch, before, nextSiblingOf);
}

/** Reads a leaf, and notes of any other node what is to be read later; true where chunks inside it are to be read now. */
function readNode(batch: Batch, node: Node): node is Element {
  const { root, runs, keptTexts, mayHoldTrees } = batch;
  if (isText(node)) {
    runs.add(node);
    if (root.blockOf.has(node)) keptTexts.push(node);
  }
  if (!isElement(node)) return false;
  mayHoldTrees.add(node);
  const isLeaf = firstElementOf(node) === null;
  if (!isBlockTag(tagOf(node))) runs.add(node);
  else if (isLeaf) readPart(batch, { element: node });
  return !isLeaf && !isUnreadable(node);
}

/** The inner blocks of an inline element, and all of another, as chunks. */
function* readInside(batch: Batch, element: Element): Generator<void> {
  for (const chunk of findChunks(element)) {
    readPart(batch, chunk);
    yield;
  }
}

function readPart(batch: Batch, chunk: Chunk): void {
  batch.hint = readChunk(batch.root, chunk, batch.context, batch.hint, true);
}

/** Adds the runs of the touched nodes to those that will be read. */
function* gatherTouched(batch: Batch): Generator<void> {
  // The loop also meets what is touched meanwhile: a set hands on what is added to it.
  for (const node of batch.touched) {
    if (!belongsTo(batch.root, node)) continue;
    touchUnread(batch, node);
    batch.runs.add(node);
    addRest(batch, node);
    yield;
  }
}

/** A kept block may have come apart: all texts that it was made of are read again. */
function addRest({ root, runs, spread }: Batch, node: Node): void {
  const kept = isText(node) && root.blockOf.get(node);
  if (!kept || spread.has(kept)) return;
  spread.add(kept);
  for (const other of kept.nodes) if (belongsTo(root, other)) runs.add(other);
}

/** Reads the runs that were gathered; gives the texts in them. */
function* readRuns(batch: Batch): Generator<void, Set<Node>> {
  const texts = new Set<Node>();
  // Also the runs that are added meanwhile.
  for (const run of batch.runs.all) {
    if (isUnreadable(run.parent)) continue;
    const read = readRun(run);
    for (const { nodes } of read) {
      for (const node of nodes) {
        texts.add(node);
        addRest(batch, node);
      }
    }
    batch.hint = keep(batch.root, read, batch.context, batch.hint);
    yield;
  }
  return texts;
}

/** Drops the blocks of texts that are no longer part of any block, because they were emptied, say: no new block replaced those. */
function dropSilent({ root, context, touched, keptTexts }: Batch, readTexts: ReadonlySet<Node>): void {
  const silent = new Set<CandidateBlock>();
  for (const node of [...touched, ...keptTexts]) {
    const kept = isText(node) && !readTexts.has(node) && root.blockOf.get(node);
    if (kept) silent.add(kept);
  }
  drop(root, [...silent], context);
}

/** What came in, by parent, without what stands in something else that came in: it is read with that. */
function addedOutermost(root: PageRoot, added: Changes['added']): [Node, Node[]][] {
  const inner = new Set<Node>();
  if (added.size > 1)
    for (const nodes of added.values()) for (const node of nodes) if (added.has(node)) inner.add(node);
  return [...added].filter(([parent]) => !inner.has(parent) && belongsTo(root, parent));
}

/** How many blocks are read together: their text is searched in one go, and a hit looked for among them. */
const mostTogether = 50;

/**
 * How far from `start` on the nodes are blocks that hold text alone, with nothing but white space between them: the index behind the
 * last such block, or `start` if there is none. They are read together, as the chunks of a page are.
 */
function endOfLeaves(nodes: readonly Node[], start: number): number {
  const most = Math.min(nodes.length, start + mostTogether);
  let end = start;
  let tag = '';
  for (let k = start; k < most; k++) {
    const node = nodes[k]!;
    if (k > start && nextSiblingOf(nodes[k - 1]!) !== node) break;
    if (!isElement(node)) {
      if (isText(node) && end > start && isGap(node)) continue;
      break;
    }
    if (firstElementOf(node) !== null || shadowRootOf(node)) break;
    const its = tagOf(node);
    if (its !== tag && !isBlockTag(its)) break;
    tag = its;
    end = k + 1;
  }
  return end;
}

interface Runs {
  /** Each once. */
  readonly all: Run[];
  /** Adds the run that the node is in. */
  add: (node: Node) => void;
}

function createRuns(): Runs {
  const all: Run[] = [];
  const covered = new Set<Node>();
  function add(node: Node): void {
    // Whoever covered an inline element covered all in it. Were this not asked first, each word in it would walk over the whole run.
    for (let at: Node | null = node; at; at = inlineAround(at)) if (covered.has(at)) return;
    const run = runAround(node);
    if (run.first && covered.has(run.first)) return;
    all.push(run);
    for (let part = run.first; part; part = part === run.last ? null : nextSiblingOf(part)) covered.add(part);
    // Gaps behind a run belong to it. Marked here, so that many `<br>` in a row are walked over once.
    let gap = run.last && nextSiblingOf(run.last);
    for (; gap && isGap(gap) && !covered.has(gap); gap = nextSiblingOf(gap)) covered.add(gap);
  }
  return { all, add };
}
