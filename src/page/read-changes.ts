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
import { findChunks } from './find-chunks.ts';
import type { Changes } from './note-changes.ts';
import type { CandidateBlock, PageRoot } from './page-model.ts';
import { belongsTo, lostBlocks } from './page-root.ts';
import { readRun } from './read-blocks.ts';
import { drop, keep, readChunk, type ReadContext } from './read-root.ts';
import { inlineAround, isGap, isRunPart, runAround, runPartFrom, type Run } from './text-runs.ts';
import { createReadability, isUnreadable, outermostUnread } from './unread.ts';

/** Yields whenever it may be interrupted. Gives the elements that came in, or changed, in which other trees may stand. */
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
  const runs = createRuns();
  /** What else they were read from is read again. */
  function* takeApart(gone: readonly CandidateBlock[]): Generator<void> {
    drop(root, gone, context);
    for (const { nodes } of gone) {
      for (const node of nodes) if (belongsTo(root, node)) runs.add(node);
      yield;
    }
  }
  const hasRemoved = changes.lessened.size > 0;
  if (hasRemoved) yield* takeApart(lostBlocks(root));
  const added = addedOutermost(root, changes.added);
  // What was moved to where nothing is read, or may be read no longer, has its blocks no longer.
  let hasUnread = false;
  if (hasRemoved) {
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
  if (hasUnread) {
    const isReadable = createReadability();
    // Asked of all blocks: each of what came in would be held against each of them.
    const isKept = ({ nodes }: CandidateBlock) => nodes.every((node) => isReadable(composedParent(node)));
    yield* takeApart(root.blocks.filter((block) => !isKept(block)));
  }
  const { touched } = changes;
  const touch = (beside: Node | null) => {
    if (isRunPart(beside)) touched.add(beside);
  };
  const touchBeside = (node: Node, step: typeof nextSiblingOf) => touch(runPartFrom(step(node), step));
  const touchUnread = (node: Node) => touch(outermostUnread(node));
  for (const parent of changes.lessened) {
    touchUnread(parent);
    yield;
  }
  const mayHoldTrees = new Set(changes.switched);
  /** Texts that came in, of which something is kept from before. */
  const keptTexts: Text[] = [];
  let hint = -1;
  /** Reads what came into a parent but for its inline parts, which are read with the runs that they stand in. */
  function* readAdded(parent: Node, nodes: readonly Node[]): Generator<void> {
    let before: Node | null = null;
    for (let k = 0; k < nodes.length; k++) {
      const node = nodes[k]!;
      // One may have gone elsewhere, or the page have changed meanwhile.
      if (!before || nextSiblingOf(before) !== node) {
        // Text that a node was put into now reads on differently.
        if (before) touchBeside(before, nextSiblingOf);
        before = null;
        if (parentOf(node) !== parent) continue;
        touchBeside(node, previousSiblingOf);
      }
      before = node;
      const end = endOfLeaves(nodes, k);
      if (end > k) {
        k = end - 1;
        before = nodes[k]!;
        hint = readChunk(
          root,
          { run: { parent, first: node, last: before }, isPlain: true },
          context,
          hint,
          true,
        );
        yield;
        continue;
      }
      if (isText(node)) {
        runs.add(node);
        if (root.blockOf.has(node)) keptTexts.push(node);
      }
      if (!isElement(node)) continue;
      mayHoldTrees.add(node);
      const isLeaf = firstElementOf(node) === null;
      if (!isBlockTag(tagOf(node))) runs.add(node);
      else if (isLeaf) hint = readChunk(root, { element: node }, context, hint, true);
      if (isLeaf || isUnreadable(node)) continue;
      // The inner blocks of an inline element, and all of another, as chunks.
      for (const chunk of findChunks(node)) {
        hint = readChunk(root, chunk, context, hint, true);
        yield;
      }
    }
    if (before) touchBeside(before, nextSiblingOf);
  }
  for (const [parent, nodes] of added) {
    touchUnread(parent);
    yield* readAdded(parent, nodes);
    yield;
  }
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
    yield;
  }
  const readTexts = new Set<Node>();
  for (const run of runs.all) {
    if (isUnreadable(run.parent)) continue;
    const read = readRun(run);
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
  for (const node of [...changes.touched, ...keptTexts]) {
    const kept = isText(node) && !readTexts.has(node) && root.blockOf.get(node);
    if (kept) silent.add(kept);
  }
  drop(root, [...silent], context);
  return mayHoldTrees;
}

/** What came in, but for what stands in something else that did: it is read with that. */
function addedOutermost(root: PageRoot, added: Changes['added']): [Node, Node[]][] {
  const inner = new Set<Node>();
  if (added.size > 1)
    for (const nodes of added.values()) for (const node of nodes) if (added.has(node)) inner.add(node);
  return [...added].filter(([parent]) => !inner.has(parent) && belongsTo(root, parent));
}

/** How many blocks are read together: their text is searched in one go, and a hit looked for among them. */
const mostTogether = 50;

/**
 * Behind which of the nodes from `start` on, one behind the other, there is something else than blocks that hold text alone and
 * white space between them. Those are read together, as chunks of a page are.
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

/** Gathers the runs of text that changed nodes stand in: a node's siblings (or its inline ancestor's) up to block-level ones. */
function createRuns() {
  const all: Run[] = [];
  const covered = new Set<Node>();
  function add(node: Node): void {
    // With an inline element all that reads on in it is covered: asked of the whole run, each of its words would walk over all.
    for (let at: Node | null = node; at; at = inlineAround(at)) if (covered.has(at)) return;
    const run = runAround(node);
    if (run.first && covered.has(run.first)) return;
    all.push(run);
    for (let part = run.first; part; part = part === run.last ? null : nextSiblingOf(part)) covered.add(part);
    // What follows up to the next stretch has this one for its own: many `<br>` in a row are walked over once.
    let gap = run.last && nextSiblingOf(run.last);
    for (; gap && isGap(gap) && !covered.has(gap); gap = nextSiblingOf(gap)) covered.add(gap);
  }
  return { all, add };
}
