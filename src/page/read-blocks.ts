/**
 * Reads text in blocks: runs joined across inline elements, broken off at block boundaries, so `<b>NSO</b> Group` is one
 * name and two table cells are two texts.
 *
 * Blocks are told by tag. `<br>` counts as white space, two in a row as a boundary. The walk is iterative: a page may nest
 * as deeply as it likes.
 */
import {
  attributeOf,
  closestOf,
  composedParent,
  firstChildOf,
  isElement,
  isText,
  nextSiblingOf,
  parentOf,
  tagOf,
  textOf,
} from './dom.ts';
import { isBlockTag, isNoteMark, isSkipped, isVisibleTag } from './elements.ts';
import type { TextBlock } from './text-block.ts';
import type { Run } from './text-runs.ts';

const blank = /^\s*$/;
/** Ends a word and any name, and is part of neither. */
const wordEdge = '\ufffc';

/** The blocks of everything below `root` in document order, without those of white space only. */
export function readBlocks(root: Node): TextBlock[] {
  if (isElement(root) && isSkipped(root, tagOf(root))) return [];
  return read({ parent: root, first: firstChildOf(root), last: null }, true);
}

/** The blocks of a run of siblings themselves: block-level elements inside it break the text and are not read. */
export const readRun = (run: Run): TextBlock[] => read(run, false);

function read(run: Run, readsInnerBlocks: boolean): TextBlock[] {
  const blocks: TextBlock[] = [];
  // A document or fragment without an element has no text of its own either.
  const outermost = isElement(run.parent) ? run.parent : composedParent(run.first ?? run.parent);
  const containers: (Element | null)[] = [outermost];
  let texts: string[] = [];
  let nodes: Text[] = [];
  let starts: number[] = [];
  let length = 0;
  let breaks = 0;

  function flush(): void {
    if (nodes.length > 0) {
      const text = texts.join('');
      const element = containers.at(-1) ?? composedParent(nodes[0]!);
      if (element && !blank.test(text)) blocks.push({ text, nodes, starts, element });
      nodes = [];
      starts = [];
    }
    if (texts.length > 0) texts = [];
    length = 0;
    breaks = 0;
  }
  function append(text: string): void {
    texts.push(text);
    length += text.length;
  }

  /** Takes in one node; true when its children are to be read. */
  function enter(node: Node): boolean {
    if (isText(node)) {
      const { data } = node;
      if (data.length === 0) return false;
      if (breaks > 0 && !blank.test(data)) breaks = 0;
      nodes.push(node);
      starts.push(length);
      append(data);
      return false;
    }
    if (!isElement(node)) return false;
    const tag = tagOf(node);
    if (tag === 'br') {
      if (++breaks > 1) flush();
      else if (nodes.length > 0) append('\n');
      return false;
    }
    const isBlock = isBlockTag(tag);
    if (isBlock) flush();
    if (isSkipped(node, tag)) {
      if (isBlock || nodes.length === 0) return false;
      // No name spans words that are not read, as none does where whole stretches are searched first.
      if (textOf(node) !== '') append(wordEdge);
      else if (isVisibleTag(tag)) append(' ');
      return false;
    }
    if (!isBlock) {
      if (nodes.length > 0 && isNoteMark(node, tag)) append(wordEdge);
      return true;
    }
    if (!readsInnerBlocks) return false;
    containers.push(node);
    return true;
  }
  function leave(left: Node): void {
    const element = left as Element;
    const tag = tagOf(element);
    if (nodes.length > 0 && isNoteMark(element, tag)) append(wordEdge);
    if (!isBlockTag(tag)) return;
    flush();
    containers.pop();
  }

  let node = run.first;
  let depth = 0;
  while (node) {
    if (enter(node)) {
      const child = firstChildOf(node);
      if (child) {
        node = child;
        depth++;
        continue;
      }
      leave(node);
    }
    // On to what follows in document order, without leaving the run.
    for (;;) {
      const next: Node | null = depth === 0 && node === run.last ? null : nextSiblingOf(node);
      if (next || depth === 0) {
        node = next;
        break;
      }
      const above: Node | null = parentOf(node);
      // The run's own parent is never reached: depth counts the way down.
      node = above!;
      depth--;
      leave(node);
    }
  }
  flush();
  return blocks;
}

/** The nearest stated language of the element, as written; null when none is. */
export function languageOf(element: Element): string | null {
  const stated = closestOf(element, '[lang]');
  const language = stated && attributeOf(stated, 'lang');
  return language === '' ? null : language;
}
