/**
 * Cuts a root into chunks: subtrees of moderate size, found by asking each element natively whether it has more than so
 * many descendants, which costs a twentieth of visiting them.
 *
 * A chunk is one element, or a run of siblings that stand directly in a split container (its loose text and inline
 * elements). Together the chunks hold all readable text of the root, in document order.
 */
import { elementsByTag, firstChildOf, isElement, isText, nextSiblingOf, tagOf } from './dom.ts';
import { isBlockTag, isSkipped } from './elements.ts';
import { isGap } from './locate.ts';
import type { Region } from './read-blocks.ts';
import { chunkElements } from './timing.ts';

export type Chunk = { element: Element } | { run: Region };

/** Most of very many siblings are leaves, and a collection for each costs more than all else here. */
const isLarge = (element: Element) =>
  firstChildOf(element) !== null && elementsByTag(element, '*').item(chunkElements) !== null;

const blank = /^\s*$/;

/** Yields each chunk below (or at) `root`; between two of them the page may change. */
export function* findChunks(root: Node, readsCode: boolean): Generator<Chunk> {
  const stack: Chunk[] = [];
  if (isElement(root)) stack.push({ element: root });
  else stack.push(...splitContainer(root).reverse());
  for (let chunk = stack.pop(); chunk; chunk = stack.pop()) {
    if ('run' in chunk || !isLarge(chunk.element)) yield chunk;
    else if (!isSkipped(chunk.element, tagOf(chunk.element), readsCode)) {
      const parts = splitContainer(chunk.element);
      for (let k = parts.length - 1; k >= 0; k--) stack.push(parts[k]!);
    }
  }
}

/** The container's children as chunks: block-level and large ones each on its own, what is between them as runs. */
function splitContainer(parent: Node): Chunk[] {
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
  for (let child = firstChildOf(parent); child; child = nextSiblingOf(child)) {
    if (isElement(child)) {
      const tag = tagOf(child);
      if (isBlockTag(tag) || isLarge(child)) {
        close();
        parts.push({ element: child });
        continue;
      }
      hasText = true;
    } else if (isText(child)) hasText ||= !blank.test(child.data);
    else continue;
    first ??= child;
    last = child;
    length++;
    const isBreak = isElement(child) && tagOf(child) === 'br';
    // A long run is cut where text breaks off, so that a slice can end there.
    if (isBreak && isAfterBreak && length > chunkElements) close();
    else isAfterBreak = isBreak || (isAfterBreak && isGap(child));
  }
  close();
  return parts;
}
