/**
 * Cuts a root into chunks: subtrees of moderate size, found by asking each element natively whether it has more than so
 * many descendants, which costs a twentieth of visiting them.
 *
 * A chunk is one element, or a run of siblings that stand directly in a split container: its loose text and inline elements
 * and, where chunks may be joined, blocks of moderate size. Together the chunks hold all readable text of the root, in
 * document order.
 */
import {
  childCountOf,
  elementsByTag,
  firstChildOf,
  isElement,
  isText,
  nextSiblingOf,
  parentOf,
  queryAll,
  tagOf,
} from './dom.ts';
import { codeTags, isBlockTag, isSkipped } from './elements.ts';
import { chunkElements, longCodeUnits } from './pacing.ts';
import { isGap, type Run } from './text-runs.ts';

/** `isPlain`: from one block that holds text alone to another, with nothing but such and white space between. */
export type Chunk = { element: Element } | { run: Run; isPlain?: boolean };

/** Most of very many siblings are leaves, and a collection for each costs more than all else here. */
const isLarge = (element: Element) =>
  firstChildOf(element) !== null && elementsByTag(element, '*').item(chunkElements) !== null;

/**
 * What stands around code of so many units, which is never read: in a chunk it would be copied and searched all the same, and
 * many pages hold ten times more of it than text. Code that is a block is in it too, so that it is a chunk by itself.
 */
export function aroundLongCode(root: Node, longUnits = longCodeUnits): ReadonlySet<Node> {
  const around = new Set<Node>();
  for (const code of queryAll(root, codeTags.join())) {
    const text = firstChildOf(code);
    if (!text || !isText(text) || text.length < longUnits) continue;
    let outer: Node | null = isBlockTag(tagOf(code)) ? code : parentOf(code);
    for (; outer && !around.has(outer); outer = parentOf(outer)) around.add(outer);
  }
  return around;
}

const none: ReadonlySet<Node> = new Set();

const blank = /^\s*$/;

/** The part of a container behind `last`, which is still to be split. */
interface Rest {
  parent: Node;
  last: Node;
}
/** A child of a block that is joined to others counts as this many elements. */
const joinedWeight = 3;
/** A container is split into this many chunks at a time: of very many, the first mostly hold what is on screen. */
const partsAtOnce = 8;

/**
 * Yields each chunk below (or at) `root`; between two of them the page may change. `mayJoin` is asked now and then whether
 * small blocks that stand side by side may be one chunk. What is in `codeAround` is parted however small it is.
 */
export function* findChunks(
  root: Node,
  mayJoin: () => boolean = () => false,
  codeAround: ReadonlySet<Node> = none,
): Generator<Chunk> {
  const stack: (Chunk | Rest)[] = [];
  const isParted = (element: Element) => codeAround.has(element) || isLarge(element);
  const split = (parent: Node, from: Node | null, most: number) => {
    const { parts, last } = splitContainer(parent, from, most, mayJoin(), isParted);
    if (last) stack.push({ parent, last });
    for (let k = parts.length - 1; k >= 0; k--) stack.push(parts[k]!);
  };
  if (isElement(root)) stack.push({ element: root });
  else split(root, firstChildOf(root), partsAtOnce);
  for (let top = stack.pop(); top; top = stack.pop()) {
    if ('last' in top) {
      const { parent, last } = top;
      if (parentOf(last) === parent) split(parent, nextSiblingOf(last), partsAtOnce);
      // Where it went on has left the container: all of it once more, in one go.
      else split(parent, firstChildOf(parent), Infinity);
    } else if ('run' in top || !isParted(top.element)) yield top;
    else if (!isSkipped(top.element, tagOf(top.element)))
      split(top.element, firstChildOf(top.element), partsAtOnce);
  }
}

/**
 * The container's children from `from` on as chunks: block-level (unless `joins`) and parted ones each on its own, what is
 * between them as runs. `last` is the child after which it stopped, null at the end.
 */
function splitContainer(
  parent: Node,
  from: Node | null,
  most: number,
  joins: boolean,
  isParted: (element: Element) => boolean,
): { parts: Chunk[]; last: Node | null } {
  const parts: Chunk[] = [];
  let first: Node | null = null;
  let last: Node | null = null;
  let hasText = false;
  let length = 0;
  /** Whether nothing but gaps followed the last `<br>`. */
  let isAfterBreak = false;
  const close = () => {
    if (first && hasText) parts.push({ run: { parent, first, last } });
    first = last = null;
    hasText = false;
    length = 0;
    isAfterBreak = false;
  };
  for (let child = from; child; child = nextSiblingOf(child)) {
    let isBlock = false;
    let isBreak = false;
    if (isElement(child)) {
      const tag = tagOf(child);
      isBlock = isBlockTag(tag);
      isBreak = tag === 'br';
      if ((isBlock && !joins) || isParted(child)) {
        close();
        parts.push({ element: child });
        if (parts.length >= most) return { parts, last: child };
        continue;
      }
      hasText = true;
      if (isBlock) length += joinedWeight * childCountOf(child);
    } else if (isText(child)) hasText ||= !blank.test(child.data);
    else continue;
    first ??= child;
    last = child;
    length++;
    // A long run is cut where text breaks off, so that a slice can end there.
    if (length > chunkElements && (isBlock || (isBreak && isAfterBreak))) {
      close();
      if (parts.length >= most) return { parts, last: child };
    } else isAfterBreak = isBreak || (isAfterBreak && isGap(child));
  }
  close();
  return { parts, last: null };
}
