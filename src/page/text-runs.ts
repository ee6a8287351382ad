/**
 * Runs of text: the siblings whose text a reader reads on through, from one block-level element, or two `<br>` in a row, to
 * the next.
 */
import { isElement, isText, nextSiblingOf, parentOf, previousSiblingOf, tagOf, textOf } from './dom.ts';
import { isBlockTag } from './elements.ts';

/** Siblings under one parent, from `first` to `last`, which is null for all to the end. Empty without a `first`. */
export interface Run {
  parent: Node;
  first: Node | null;
  last: Node | null;
}

/**
 * The run that a node is in, or that its inline ancestor is in. A gap between two runs belongs to the one before it, or, where
 * there is none, to the one behind.
 */
export function runAround(node: Node): Run {
  for (let within = node; ;) {
    const parent = parentOf(within);
    const inline = inlineAround(within);
    const from = isGap(within)
      ? (besideGap(within, previousSiblingOf) ?? besideGap(within, nextSiblingOf))
      : within;
    if (from || !inline) {
      const first = reach(from ?? within, previousSiblingOf);
      const last = reach(from ?? within, nextSiblingOf);
      // A run that ends on both sides within its inline parent (there are pages that stand in one) does not read on around it.
      if (!inline || (previousSiblingOf(first) && nextSiblingOf(last)))
        return { parent: parent ?? within, first, last };
    }
    // Only reached with an inline parent.
    within = inline!;
  }
}

/** The parent if it is inline: a run inside it reads on around it. */
export function inlineAround(node: Node): Element | null {
  const parent = parentOf(node);
  return parent && isElement(parent) && !isBlockTag(tagOf(parent)) ? parent : null;
}

type Step = (node: Node) => Node | null;
const isEdge = (node: Node) => isElement(node) && isBlockTag(tagOf(node));
export const isBreak = (node: Node) => isElement(node) && tagOf(node) === 'br';

/** A `<br>`, or what may stand between two `<br>` in a row: white space, comments and the like. */
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

/** How many gaps side by side are passed over: more than a framework leaves. */
const mostPassed = 32;

/** The first part of a run from a node on, over white space and comments; null where a block-level element comes first. */
export function runPartFrom(node: Node | null, step: Step): Node | null {
  let part = node;
  for (let k = 0; part && k < mostPassed && !isElement(part) && isGap(part); k++) part = step(part);
  return isRunPart(part) ? part : null;
}

/**
 * The nearest sibling in one direction that is no gap; null where a block-level element comes first, or nothing. In a long row
 * of gaps it is the last one looked at: else each of thousands would walk over all others.
 */
function besideGap(from: Node, step: Step): Node | null {
  let node = step(from);
  for (let k = 0; node && k < mostPassed && isGap(node); k++) node = step(node);
  return node && !isEdge(node) ? node : null;
}

/** The last sibling of the run in one direction. */
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
