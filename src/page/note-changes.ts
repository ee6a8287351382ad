/**
 * What mutation records come down to: nodes that came in, nodes whose run of text changed, whether anything left.
 *
 * A page may add thousands of nodes a second, and each thing that a record is asked for costs, its lists of nodes most of all.
 * So records that go on where the one before ended, at the end of one parent, are only held against the page itself.
 */
import { isElement, isText, nextSiblingOf } from './dom.ts';
import { isRunPart } from './locate.ts';

/** What a batch of mutation records comes down to. */
export interface Changes {
  /** What came in or moved, by parent, in the order in which it came. A node may be told more than once. */
  added: Map<Node, Node[]>;
  /** How many came in, about. */
  count: number;
  /** Nodes whose surrounding run of text changed. */
  touched: Set<Node>;
  /** Elements whose readability changed. */
  switched: Set<Element>;
  /** Parents that something was taken out of. */
  lessened: Set<Node>;
}

export const emptyChanges = (): Changes => ({
  added: new Map(),
  count: 0,
  touched: new Set(),
  switched: new Set(),
  lessened: new Set(),
});

/**
 * Notes what the records, all that there were since the last time, mean for reading; true when something came in at the top
 * of the tree. What stands beside nodes that came in is looked at when they are read.
 */
export function noteRecords(records: readonly MutationRecord[], changes: Changes, top: Node): boolean {
  let isReplaced = false;
  let parent: Node | null = null;
  /** What came in at the end of `parent`, and its last node as far as is known. */
  let added: Node[] = [];
  let tail: Node | null = null;
  /** The last record that was not asked what it added, but taken to have added the node that now stands there. */
  let unasked: MutationRecord | null = null;
  const settle = () => {
    for (const node of unasked?.addedNodes ?? []) if (node !== tail) added.push(node);
    unasked = null;
  };
  for (const record of records) {
    // Behind the parent's last node, so something came in. What this takes for new without asking came and went just now.
    if (
      tail !== null &&
      record.previousSibling === tail &&
      record.target === parent &&
      record.nextSibling === null
    ) {
      unasked = record;
      tail = nextSiblingOf(tail);
      if (tail) added.push(tail);
      changes.count++;
      continue;
    }
    settle();
    const countBefore = changes.count;
    const isAtEnd = note(record, changes);
    parent = record.target;
    added = changes.added.get(parent) ?? [];
    tail = isAtEnd ? (added.at(-1) ?? null) : null;
    isReplaced ||= parent === top && changes.count > countBefore;
  }
  settle();
  return isReplaced;
}

/** True if something came in as the last of its parent. */
function note(record: MutationRecord, changes: Changes): boolean {
  const { type, target } = record;
  if (type === 'characterData') {
    if (isText(target)) changes.touched.add(target);
    return false;
  }
  if (type === 'attributes') {
    if (isElement(target)) changes.switched.add(target);
    return false;
  }
  const { addedNodes, removedNodes, nextSibling } = record;
  if (removedNodes.length > 0) {
    changes.lessened.add(target);
    // Text that a node was taken out of now reads on differently, and nobody knows later where that was.
    for (const beside of [record.previousSibling, nextSibling, target])
      if (isRunPart(beside)) changes.touched.add(beside);
  }
  const { length } = addedNodes;
  if (length === 0) return false;
  changes.count += length;
  let added = changes.added.get(target);
  if (!added) changes.added.set(target, (added = []));
  for (let k = 0; k < length; k++) added.push(addedNodes[k]!);
  return nextSibling === null;
}
