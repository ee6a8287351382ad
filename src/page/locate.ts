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
  previousSiblingOf,
  queryAll,
  tagOf,
  textOf,
  typeOf,
} from './dom.ts';
import { isBlockTag, isSkipped } from './elements.ts';
import { readRegion, type Region } from './read-blocks.ts';
import type { TextBlock } from './text-block.ts';

/** What `textContent` of a parent would hold of these siblings. `ends` takes where in it the text of each one ends. */
export function textOfRun({ first, last }: Region, ends: number[]): string {
  let text = '';
  for (let node = first; node; node = node === last ? null : nextSiblingOf(node)) {
    if (hasText(typeOf(node))) text += textOf(node);
    ends.push(text.length);
  }
  return text;
}

/** By document: one is enough, and the browser goes over all that there are whenever the page changes. */
const ranges = new WeakMap<Document, Range>();

/** The text from a node to one behind it or itself, in one call. */
export function textBetween(document: Document, first: Node, last: Node): string {
  let range = ranges.get(document);
  if (!range) ranges.set(document, (range = createRange(document)));
  range.selectNodeContents(last);
  range.setStart(first, 0);
  return range.toString();
}

/** Elements, text and CDATA sections; comments and the like have a `textContent` that counts for nobody else. */
const hasText = (type: number) => type === 1 || type === 3 || type === 4;

/**
 * The text nodes that hold the units at these offsets (ascending) of the siblings' text, and those of `more` (in the same
 * text), each once, in order. Text nodes are asked for their length alone: making strings of text, even of whole
 * paragraphs, costs several times a step of the walk. Sorting them would cost more: a browser that is asked which of two
 * siblings comes first walks over all that stand between. Siblings of which it is known where the text of each `ends` are
 * walked only where it is asked for.
 */
export function textNodesAt(
  { parent, first, last }: Region,
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
    if (moreLeft === 0 && itsEnd !== undefined && itsEnd <= offsets[next]!) {
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
/** How far to each side of a `<br>` its glued words are put apart again for the first look. */
const breakReach = 64;

/**
 * The text nodes in which names may begin, in document order; `text` is the siblings' own. Names broken by `<br>` are glued
 * in it ("NSOGroup"), which nobody could know: those places are looked at once more, with a space.
 */
export function textsWithNames(
  run: Region,
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
function textsBeforeBreaks({ parent, first, last }: Region): [Text, string][] {
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
      for (const block of readRegion(runAround(text)))
        for (const node of block.nodes) blockOf.set(node, block);
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

/** Remembers what it was asked: texts that stand near one another have nearly all their ancestors in common. */
export function createReadability(): (element: Element | null) => boolean {
  const known = new Map<Element, boolean>();
  return (element) => {
    const path: Element[] = [];
    let answer = element !== null;
    for (let above = element; above; above = composedParent(above)) {
      const before = known.get(above);
      if (before !== undefined) {
        answer = before;
        break;
      }
      path.push(above);
      if (isSkipped(above, tagOf(above))) {
        answer = false;
        break;
      }
    }
    for (const passed of path) known.set(passed, answer);
    return answer;
  };
}

/**
 * The siblings that read on with a node (or with its inline ancestor), up to block-level ones, or two `<br>` in a row, on
 * either side. What stands only between such stretches counts to the one before, or else to the one behind.
 */
export function runAround(node: Node): Region {
  for (let within = node; ;) {
    const parent = parentOf(within);
    const inline = inlineAround(within);
    const from = isGap(within)
      ? (besideGap(within, previousSiblingOf) ?? besideGap(within, nextSiblingOf))
      : within;
    if (from || !inline) {
      const first = reach(from ?? within, previousSiblingOf);
      const last = reach(from ?? within, nextSiblingOf);
      // What ends on both sides inside an inline element (a page may stand in one) has nothing to do with the rest of it.
      if (!inline || (previousSiblingOf(first) && nextSiblingOf(last)))
        return { parent: parent ?? within, first, last };
    }
    // Only reached with an inline parent.
    within = inline!;
  }
}

/** The parent if it is inline: what stands in it reads on around it. */
export function inlineAround(node: Node): Element | null {
  const parent = parentOf(node);
  return parent && isElement(parent) && !isBlockTag(tagOf(parent)) ? parent : null;
}

type Step = (node: Node) => Node | null;
const isEdge = (node: Node) => isElement(node) && isBlockTag(tagOf(node));
const isBreak = (node: Node) => isElement(node) && tagOf(node) === 'br';

/** Whether a sibling may stand between two `<br>` in a row, or is one: white space, comments and the like. */
export function isGap(node: Node): boolean {
  if (isElement(node)) return tagOf(node) === 'br';
  return !isText(node) || !/\S/.test(node.data);
}

/** Whether a node is part of a run of text (and not white space between blocks). */
export function isRunPart(node: Node | null): node is Node {
  if (!node) return false;
  if (isText(node)) return /\S/.test(textOf(node));
  return isElement(node) && !isBlockTag(tagOf(node));
}

/** More comments and blanks side by side than a framework leaves are not passed over. */
const mostPassed = 32;

/** The nearest part of a run of text from a node on, over white space and comments; null at a block-level one. */
export function runPartFrom(node: Node | null, step: Step): Node | null {
  let part = node;
  for (let k = 0; part && k < mostPassed && !isElement(part) && isGap(part); k++) part = step(part);
  return isRunPart(part) ? part : null;
}

/**
 * The nearest sibling in one direction that is no gap; null when there is none this side of a block-level one. Of many gaps the
 * last that is looked at: each of thousands would walk over all others.
 */
function besideGap(from: Node, step: Step): Node | null {
  let node = step(from);
  for (let k = 0; node && k < mostPassed && isGap(node); k++) node = step(node);
  return node && !isEdge(node) ? node : null;
}

function reach(from: Node, step: Step): Node {
  let end = from;
  /** What stands before a `<br>`, as long as nothing but gaps follows it. */
  let beforeBreak: Node | null = null;
  for (let next = step(end); next && !isEdge(next); next = step(end)) {
    if (isBreak(next)) {
      if (beforeBreak) return beforeBreak;
      beforeBreak = end;
    } else if (beforeBreak && !isGap(next)) beforeBreak = null;
    end = next;
  }
  return end;
}
