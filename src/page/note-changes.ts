/**
 * What mutation records come down to: nodes that came in, nodes whose run of text changed, whether anything left.
 *
 * A page may add thousands of nodes a second, and each thing that a record is asked for costs, its lists of nodes most of all.
 * So records that go on where the one before ended, at the end of one parent, are asked for one thing, and the page itself.
 */
import { isElement, isText, nextSiblingOf, previousSiblingOf } from './dom.ts';
import { isRunPart, runPartFrom } from './text-runs.ts';

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
  for (let k = 0; k < records.length; k++) {
    const record = records[k]!;
    const countBefore = changes.count;
    const isAtEnd = note(record, changes);
    isReplaced ||= record.target === top && changes.count > countBefore;
    if (isAtEnd) k = noteAppended(records, k, changes);
  }
  return isReplaced;
}

/**
 * Notes the records behind `at`, at which something came in as the last of its parent, that go on at that end; gives the last
 * that it noted.
 *
 * Each record is held against the page: does it follow the node that now stands there? If all do, nothing else has happened,
 * and all that stands behind is new: whoever took out, moved or put in between would have left a record that follows
 * another node. If one does not, they are asked what they added.
 */
function noteAppended(records: readonly MutationRecord[], at: number, changes: Changes): number {
  const { target } = records[at]!;
  const added = changes.added.get(target)!;
  const known = added.length;
  let tail: Node | null = added.at(-1)!;
  let k = at + 1;
  for (; k < records.length && tail && records[k]!.previousSibling === tail; k++) {
    tail = nextSiblingOf(tail);
    if (tail) added.push(tail);
  }
  if (k === records.length && tail) {
    for (let rest = nextSiblingOf(tail); rest; rest = nextSiblingOf(rest)) added.push(rest);
    changes.count += added.length - known;
    return k - 1;
  }
  added.length = known;
  for (let asked = at + 1; asked < k; asked++) note(records[asked]!, changes);
  return k - 1;
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
    for (const beside of [
      runPartFrom(record.previousSibling, previousSiblingOf),
      runPartFrom(nextSibling, nextSiblingOf),
      isRunPart(target) ? target : null,
    ])
      if (beside) changes.touched.add(beside);
  }
  const { length } = addedNodes;
  if (length === 0) return false;
  changes.count += length;
  let added = changes.added.get(target);
  if (!added) changes.added.set(target, (added = []));
  for (let k = 0; k < length; k++) added.push(addedNodes[k]!);
  return nextSibling === null;
}
