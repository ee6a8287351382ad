/**
 * Keeps the candidate blocks of one root: the first scan, chunk by chunk, and what reading changes shares with it. Nothing here
 * decides or paints.
 */
import type { NameFinder } from '../match/types.ts';
import { findCandidateBlocks } from './find-candidate-blocks.ts';
import {
  documentElementOf,
  elementsByTag,
  firstChildOf,
  isConnected,
  isElement,
  isWholeDocumentEditable,
  parentOf,
  tagOf,
  textOf,
} from './dom.ts';
import { isSkipped } from './elements.ts';
import { aroundLongCode, type Chunk, findChunks } from './find-chunks.ts';
import { joinSplitNames } from './join-blocks.ts';
import { blocksAround, textBetween, textNodesAt, textOfRun, textsWithNames } from './locate.ts';
import { longPageElements } from './pacing.ts';
import type { CandidateBlock, PageRoot } from './page-model.ts';
import { insertBlocks, removeBlocks, sameBlockIn } from './page-root.ts';
import { sideOfView } from './side-of-view.ts';
import type { TextBlock } from './text-block.ts';
import { isUnreadable } from './unread.ts';

export interface ReadContext {
  readonly matcher: NameFinder;
  /** Blocks that are kept no longer; what they painted is to be taken away. */
  readonly onRemoved: (blocks: readonly CandidateBlock[]) => void;
  /** The set of candidate blocks changed, `fresh` came in: time to decide anew. */
  readonly onChanged: (fresh: readonly CandidateBlock[]) => void;
  /** A block is as it was, perhaps in other elements: it was read anew, or the host of its shadow root moved. */
  readonly onKept: (block: CandidateBlock) => void;
}

/** Reads those blocks of one chunk in which a name may stand and puts them in place. Returns the place hint for the next chunk. */
export function readChunk(
  root: PageRoot,
  chunk: Chunk,
  context: ReadContext,
  hint: number,
  mayHaveMoved = false,
): number {
  const texts = textsOfChunk(root, chunk, context);
  return texts.length > 0 ? readAround(root, texts, context, hint, mayHaveMoved) : hint;
}

/** The text nodes of a chunk in which a name may begin. */
function textsOfChunk(root: PageRoot, chunk: Chunk, { matcher }: ReadContext): Text[] {
  if ('run' in chunk) {
    const { parent, first } = chunk.run;
    if (!first || parentOf(first) !== parent || !isConnected(parent)) return [];
    if (chunk.isPlain) {
      const places = matcher.places(textBetween(root.document, first, chunk.run.last!));
      // To where the last of them is, from one text to the next, whatever it stands in.
      return textNodesAt({ parent, first, last: null }, places);
    }
    const ends: number[] = [];
    return textsWithNames(chunk.run, textOfRun(chunk.run, ends), matcher, ends);
  }
  const { element } = chunk;
  const inside = { parent: element, first: firstChildOf(element), last: null };
  const texts = textsWithNames(inside, textOf(element), matcher);
  return texts.length > 0 && isConnected(element) ? texts : [];
}

function readAround(
  root: PageRoot,
  texts: readonly Text[],
  context: ReadContext,
  hint: number,
  mayHaveMoved: boolean,
): number {
  const read = joinSplitNames(blocksAround(texts), texts, root.node, context.matcher);
  return keep(root, read, context, hint, mayHaveMoved);
}

/**
 * Takes in what was read of one stretch of the page; blocks that are the same as before stay as they are. `mayHaveMoved`: they may
 * stand at another place of the page than before.
 */
export function keep(
  root: PageRoot,
  read: readonly TextBlock[],
  context: ReadContext,
  hint: number,
  mayHaveMoved = false,
): number {
  const fresh: CandidateBlock[] = [];
  const placedAnew: CandidateBlock[] = [];
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
      context.onKept(same);
      // Taken out and put in again where it stands now, with its marks.
      if (mayHaveMoved) {
        fresh.push(same);
        placedAnew.push(same);
      }
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
  if (gone.length + placedAnew.length > 0) removeBlocks(root, new Set([...gone, ...placedAnew]));
  if (gone.length > 0) context.onRemoved(gone);
  // Blocks that were kept in between part the fresh ones: then each finds its own place.
  if (fresh.length === read.length || root.blocks.length === 0) at = insertBlocks(root, fresh, at);
  else for (const block of fresh) at = insertBlocks(root, [block], at);
  if (fresh.length > 0 || gone.length > 0) context.onChanged(fresh);
  return at;
}

/**
 * The first scan. Yields whenever it may be interrupted, and `near` when all that is near the view has been read, unless all
 * was read by then. `isInterrupted` tells whether work was: only then, or on a long page, is the page asked where its parts stand.
 */
export function* scanRoot(
  root: PageRoot,
  context: ReadContext,
  isInterrupted: () => boolean,
  mayHaveMoved = false,
): Generator<'near' | void> {
  const top: Node | null = root.node === root.document ? documentElementOf(root.document) : root.node;
  if (!top || isWholeDocumentEditable(root.document)) return;
  // A document's own element has nothing around it that had to be asked.
  if (isElement(top) ? isSkipped(top, tagOf(top)) : isUnreadable(root.host!)) return;
  let hint = -1;
  function* reading(chunk: Chunk): Generator<void> {
    const texts = textsOfChunk(root, chunk, context);
    if (texts.length > 0) {
      yield;
      const there = texts.filter(isConnected);
      if (there.length > 0) hint = readAround(root, there, context, hint, mayHaveMoved);
    }
    yield;
  }
  const above: Chunk[] = [];
  const isLong = isElement(top) && elementsByTag(top, '*').item(longPageElements) !== null;
  let isBelow = false;
  // Stretches of text share their parent, and a long inline one is dear to measure.
  let measured: Node | null = null;
  let side = 0;
  // Pages mostly run downwards: what is near the view is read first.
  for (const chunk of findChunks(top, () => isBelow, aroundLongCode(top))) {
    if (!isBelow && (isLong || isInterrupted())) {
      const element = elementOfChunk(chunk);
      if (element !== measured) side = isElement(element) ? sideOfView(element) : 0;
      measured = element;
      if (side < 0) {
        if (above.push(chunk) % 64 === 0) yield;
        continue;
      }
      if (side > 0) {
        isBelow = true;
        yield 'near';
      }
    }
    yield* reading(chunk);
  }
  for (const chunk of above) yield* reading(chunk);
}

const elementOfChunk = (chunk: Chunk) => ('element' in chunk ? chunk.element : chunk.run.parent);

/** Reads a root anew after more changes than were kept apart; text that is as it was keeps its blocks. */
export function* rescanRoot(root: PageRoot, context: ReadContext): Generator<'near' | void> {
  const isAsRead = (block: CandidateBlock) =>
    block.nodes.every((node, k) => isConnected(node) && block.text.startsWith(node.data, block.starts[k]));
  drop(
    root,
    root.blocks.filter((block) => !isAsRead(block)),
    context,
  );
  // What is not met again is read no longer: cut short, emptied, or made somebody's own to write in.
  const before = new Set(root.blocks);
  const onKept = (block: CandidateBlock) => {
    before.delete(block);
    context.onKept(block);
  };
  yield* scanRoot(root, { ...context, onKept }, () => true, true);
  drop(
    root,
    root.blocks.filter((block) => before.has(block)),
    context,
  );
}

export function drop(root: PageRoot, gone: readonly CandidateBlock[], context: ReadContext): void {
  if (gone.length === 0) return;
  removeBlocks(root, new Set(gone));
  context.onRemoved(gone);
  context.onChanged([]);
}
