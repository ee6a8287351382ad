/**
 * From offsets in a subtree's `textContent` to the blocks that stand there: only the way to the offsets is walked, and only
 * the runs of text around them are read. Reading all nodes of a page costs more than everything else together.
 */
import type { NameFinder } from '../match/types.ts';
import {
  composedParent,
  createRange,
  createTextWalker,
  elementsByTag,
  firstChildOf,
  isElement,
  isText,
  nextSiblingOf,
  parentOf,
  queryAll,
  tagOf,
  textOf,
  typeOf,
} from './dom.ts';
import { codeTags, isBlockTag } from './elements.ts';
import { longCodeUnits } from './pacing.ts';
import { readRun } from './read-blocks.ts';
import type { TextBlock } from './text-block.ts';
import { isBreak, runAround, type Run } from './text-runs.ts';
import { createReadability } from './unread.ts';

/**
 * The part that these siblings have in their parent's `textContent`, without those that are long code, which is never read.
 * Adds to `ends` where in it the text of each one ends.
 */
export function textOfRun({ first, last }: Run, ends: number[]): string {
  let text = '';
  for (let node = first; node; node = node === last ? null : nextSiblingOf(node)) {
    if (hasText(typeOf(node))) {
      const own = textOf(node);
      if (own.length < longCodeUnits || !isCode(node)) text += own;
    }
    ends.push(text.length);
  }
  return text;
}

const isCode = (node: Node) => isElement(node) && codeTags.includes(tagOf(node));

/** One for each document: whenever the page changes, the browser goes over all live ranges. */
const ranges = new WeakMap<Document, Range>();

/** The text from the beginning of `first` to the end of `last`, in one call to the browser. */
export function textBetween(document: Document, first: Node, last: Node): string {
  let range = ranges.get(document);
  if (!range) ranges.set(document, (range = createRange(document)));
  range.selectNodeContents(last);
  range.setStart(first, 0);
  return range.toString();
}

/** Elements, text and CDATA sections. A comment has a `textContent` too, but no part in its parent's. */
const hasText = (type: number) => type === 1 || type === 3 || type === 4;

/**
 * The text nodes that hold the units at these offsets (ascending) of the run's text, and those of `more` that stand in it: each
 * once, in document order. Where `ends` says where the text of each sibling ends, siblings without a wanted unit are not
 * walked into.
 *
 * Text nodes are asked for their length alone: a string of text, even one of a whole paragraph, costs several times a step of
 * the walk. The nodes are met in order and not sorted: asked which of two siblings comes first, a browser walks over all
 * between them.
 */
export function textNodesAt(
  { parent, first, last }: Run,
  offsets: readonly number[],
  more: ReadonlySet<Text> = none,
  ends: readonly number[] = [],
): Text[] {
  const found: Text[] = [];
  let next = 0;
  let end = 0;
  let moreLeft = more.size;
  const isDone = () => next >= offsets.length && moreLeft === 0;
  const pass = (text: Text) => {
    end += text.length;
    const isAtOffset = next < offsets.length && offsets[next]! < end;
    const isOfMore = moreLeft > 0 && more.has(text);
    if (isOfMore) moreLeft--;
    if (!isAtOffset && !isOfMore) return;
    found.push(text);
    while (next < offsets.length && offsets[next]! < end) next++;
  };
  const passAllIn = (within: Node, from: Node = within) => {
    const walker = createTextWalker(within);
    walker.currentNode = from;
    for (let text = walker.nextNode(); text && !isDone(); text = walker.nextNode()) pass(text as Text);
  };
  if (last === null) {
    if (first && isText(first)) pass(first);
    if (first) passAllIn(parent, first);
    return found;
  }
  let k = 0;
  for (let node = first; node && !isDone(); node = node === last ? null : nextSiblingOf(node)) {
    const itsEnd = ends[k++];
    // In what has no part in the text nothing is wanted: else its own text would count.
    if (itsEnd !== undefined && (itsEnd === end || (moreLeft === 0 && itsEnd <= offsets[next]!))) {
      end = itsEnd;
      continue;
    }
    if (isText(node)) {
      pass(node);
      continue;
    }
    if (isElement(node) && firstChildOf(node)) passAllIn(node);
  }
  return found;
}

const none: ReadonlySet<Text> = new Set();

const blankEnd = /\s$/;
const blankStart = /^\s/;
/** How many units to each side of a `<br>` are looked at again. */
const breakReach = 64;

/**
 * The text nodes in which names may begin, in document order; `text` is the run's own, as `textContent` gives it. That glues
 * what a `<br>` keeps apart ("NSOGroup"), so around each `<br>` is looked once more, with a space in its place.
 */
export function textsWithNames(
  run: Run,
  text: string,
  matcher: Pick<NameFinder, 'places'>,
  ends?: readonly number[],
): Text[] {
  const offsets = matcher.places(text);
  const broken = new Set<Text>();
  for (const [before, around] of textsBeforeBreaks(run))
    if (matcher.places(around).length > 0) broken.add(before);
  return offsets.length > 0 || broken.size > 0 ? textNodesAt(run, offsets, broken, ends) : [];
}

/** For each `<br>` that alone keeps two words apart: the text node before it, and the words around it. */
function textsBeforeBreaks({ parent, first, last }: Run): [Text, string][] {
  // Asked of the parent, because one question mostly settles it.
  if (!isElement(parent) || !elementsByTag(parent, 'br').item(0)) return [];
  const found: [Text, string][] = [];
  const elements = 1;
  const walker = createTextWalker(parent, elements);
  for (let node = first; node; node = node === last ? null : nextSiblingOf(node)) {
    if (!isElement(node)) continue;
    if (isBreak(node)) look(node);
    else if (firstChildOf(node)) for (const br of queryAll(node, 'br')) look(br);
  }
  return found;

  function look(br: Node): void {
    const before = textBeside(br, 'previousNode');
    const after = textBeside(br, 'nextNode');
    if (!before || !after || blankEnd.test(before.data) || blankStart.test(after.data)) return;
    found.push([before, `${before.data.slice(-breakReach)} ${after.data.slice(0, breakReach)}`]);
  }
  /** Not beyond another `<br>`: two in a row break a name anyway, and each of very many would look past all others. */
  function textBeside(br: Node, step: 'previousNode' | 'nextNode'): Text | null {
    walker.currentNode = br;
    for (let node = walker[step](); node && !isBreak(node); node = walker[step]())
      if (isText(node) && node.length > 0) return node;
    return null;
  }
}

/** The blocks that the text nodes (in document order) stand in, in document order; none for text that is not to be read. */
export function blocksAround(texts: readonly Text[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  const blockOf = new Map<Text, TextBlock>();
  const taken = new Set<TextBlock>();
  const isReadable = createReadability();
  for (const text of texts) {
    if (!isReadable(composedParent(text))) continue;
    const whole = wholeBlock(text);
    if (whole) {
      blocks.push(whole);
      continue;
    }
    if (!blockOf.has(text)) {
      for (const block of readRun(runAround(text))) for (const node of block.nodes) blockOf.set(node, block);
    }
    const block = blockOf.get(text);
    if (!block || taken.has(block)) continue;
    taken.add(block);
    blocks.push(block);
  }
  return blocks;
}

/** The block of a text that is all that its block-level parent holds, as most are; null when there is more. */
function wholeBlock(text: Text): TextBlock | null {
  const element = parentOf(text);
  if (!element || !isElement(element) || firstChildOf(element) !== text || nextSiblingOf(text)) return null;
  return isBlockTag(tagOf(element)) ? { text: text.data, nodes: [text], starts: [0], element } : null;
}
