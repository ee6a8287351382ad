/**
 * Follows the changes of one root with a MutationObserver and hands them on in batches.
 *
 * Only what changed is kept: nodes that came in, nodes whose run of text changed, whether anything left. A page that
 * changes without pause is read ever more seldom (see `timing.ts`).
 */
import { isElement, isText } from './dom.ts';
import { type Changes, isRunPart } from './read-root.ts';
import { batchMs, firstBatchMs, longestRestMs, mostPendingNodes, restFactor } from './timing.ts';

const emptyChanges = (): Changes => ({
  added: new Set(),
  touched: new Set(),
  switched: new Set(),
  lessened: new Set(),
});

export interface FollowOptions {
  signal: AbortSignal;
  /** Reads one batch; resolves, when done, to the milliseconds of work that it took. */
  read: (changes: Changes) => Promise<number>;
  /** More changed than is worth keeping apart: read the root again. Resolves likewise. */
  readAll: () => Promise<number>;
  now: () => number;
  /** The top of the tree itself was replaced. */
  onReplaced: () => void;
}

export function followChanges(node: Node, options: FollowOptions): void {
  const { signal, read, readAll, now } = options;
  let pending = emptyChanges();
  let isOverfull = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isReading = false;
  let lastEnd = -Infinity;
  let restMs = 0;

  function schedule(): void {
    if (timer !== null || isReading || signal.aborted) return;
    const quietMs = now() - lastEnd;
    timer = setTimeout(
      () => void flush(),
      quietMs > batchMs + restMs ? firstBatchMs : Math.max(batchMs, restMs),
    );
  }

  async function flush(): Promise<void> {
    timer = null;
    const changes = pending;
    const all = isOverfull;
    pending = emptyChanges();
    isOverfull = false;
    isReading = true;
    const workMs = all ? await readAll() : await read(changes);
    isReading = false;
    lastEnd = now();
    restMs = Math.min(longestRestMs, workMs * restFactor);
    if (
      // Set by the observer while the batch was read.
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
      isOverfull ||
      pending.added.size + pending.touched.size + pending.switched.size + pending.lessened.size > 0
    )
      schedule();
  }

  const observer = new MutationObserver((records) => {
    let isReplaced = false;
    for (const record of records) isReplaced = gather(record, pending, node) || isReplaced;
    if (isReplaced) options.onReplaced();
    if (pending.added.size + pending.touched.size > mostPendingNodes) {
      pending = emptyChanges();
      isOverfull = true;
    }
    schedule();
  });
  observer.observe(node, {
    childList: true,
    characterData: true,
    subtree: true,
    attributeFilter: ['contenteditable'],
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
    pending = emptyChanges();
  });
}

/**
 * Notes what one record means for reading; true when something came in at the top of the tree. What stands beside nodes that
 * came in is looked at when they are read: each thing that a record is asked for costs, and a page may add thousands a second.
 */
function gather(record: MutationRecord, changes: Changes, top: Node): boolean {
  if (record.type === 'characterData') {
    if (isText(record.target)) changes.touched.add(record.target);
    return false;
  }
  if (record.type === 'attributes') {
    if (isElement(record.target)) changes.switched.add(record.target);
    return false;
  }
  const { addedNodes } = record;
  // By number: an iterator for each of thousands of records a second is dear.
  // eslint-disable-next-line @typescript-eslint/prefer-for-of
  for (let k = 0; k < addedNodes.length; k++) {
    const node = addedNodes[k]!;
    if (isElement(node) || isText(node)) changes.added.add(node);
  }
  if (record.removedNodes.length > 0) {
    changes.lessened.add(record.target);
    // Text that a node was taken out of now reads on differently, and nobody knows later where that was.
    for (const beside of [record.previousSibling, record.nextSibling, record.target])
      if (isRunPart(beside)) changes.touched.add(beside);
  }
  return addedNodes.length > 0 && record.target === top;
}
