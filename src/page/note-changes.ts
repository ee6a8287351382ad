/**
 * What mutation records come down to: nodes that came in, nodes whose run of text changed, whether anything left.
 *
 * A page may add thousands of nodes a second, and each thing that a record is asked for costs, its lists of nodes most of all.
 * So where a page adds at the end of one parent again and again (a feed), records of that end are not asked what they added.
 */
import { createRange, isElement, isText, lastChildOf, typeOf } from './dom.ts';
import { isRunPart } from './locate.ts';
import { stormNodes } from './timing.ts';

/** What a batch of mutation records comes down to. */
export interface Changes {
  /** What came in or moved, by parent, in the order in which it came. A node may be told more than once. */
  added: Map<Node, Node[]>;
  /** Where all came in that stands behind a place, and is not in `added`. */
  feed: Feed | null;
  /** How many came in, about. */
  count: number;
  /** Nodes whose surrounding run of text changed. */
  touched: Set<Node>;
  /** Elements whose readability changed. */
  switched: Set<Element>;
  /** Parents that something was taken out of. */
  lessened: Set<Node>;
}

export const emptyChanges = (feed: Feed | null = null): Changes => ({
  added: new Map(),
  feed,
  count: 0,
  touched: new Set(),
  switched: new Set(),
  lessened: new Set(),
});

/** What stands behind `last`, up to the end of its parent or, once the batch is read, to `end`. */
export interface Feed {
  readonly parent: Node;
  last: Node;
  end: Node | null;
  /** A live range that begins in `last`: the browser moves it to the place where that stood as soon as it is taken out. */
  readonly place: Range;
}

/** Whether `last` has stood where it stands all the time. */
export const isUnmoved = ({ last, place }: Feed): boolean => place.startContainer === last;

/** Ends the feed of a batch that is now to be read. Gives the one that the next changes will be part of, if any. */
export function nextFeed({ added, feed, count }: Changes, document: Document): Feed | null {
  if (feed) feed.end = lastChildOf(feed.parent);
  if (count <= stormNodes) return null;
  let parent = feed && isUnmoved(feed) ? feed.parent : null;
  for (const [each, nodes] of added) if (nodes.length > stormNodes) parent = each;
  const last = parent && typeOf(parent) !== 9 ? lastChildOf(parent) : null;
  if (!parent || !last) return null;
  const place = createRange(document);
  place.setStart(last, 0);
  place.collapse(true);
  return { parent, last, end: null, place };
}

/**
 * Notes what the records, all that there were since the last time, mean for reading; true when something came in at the top
 * of the tree. What stands beside nodes that came in is looked at when they are read.
 */
export function noteRecords(records: readonly MutationRecord[], changes: Changes, top: Node): boolean {
  let isReplaced = false;
  // As long as `last` did not move, whatever happened at the end of its parent was about nodes that are new themselves.
  const fed = changes.feed && isUnmoved(changes.feed) ? changes.feed.parent : null;
  for (const record of records) {
    if (record.target === fed && record.nextSibling === null && record.type === 'childList') {
      changes.count++;
      continue;
    }
    const countBefore = changes.count;
    note(record, changes);
    isReplaced ||= record.target === top && changes.count > countBefore;
  }
  return isReplaced;
}

function note(record: MutationRecord, changes: Changes): void {
  const { type, target } = record;
  if (type === 'characterData') {
    if (isText(target)) changes.touched.add(target);
    return;
  }
  if (type === 'attributes') {
    if (isElement(target)) changes.switched.add(target);
    return;
  }
  const { addedNodes, removedNodes } = record;
  if (removedNodes.length > 0) {
    changes.lessened.add(target);
    // Text that a node was taken out of now reads on differently, and nobody knows later where that was.
    for (const beside of [record.previousSibling, record.nextSibling, target])
      if (isRunPart(beside)) changes.touched.add(beside);
  }
  const { length } = addedNodes;
  if (length === 0) return;
  changes.count += length;
  let added = changes.added.get(target);
  if (!added) changes.added.set(target, (added = []));
  for (let k = 0; k < length; k++) added.push(addedNodes[k]!);
}
