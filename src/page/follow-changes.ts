/**
 * Follows the changes of one root with a MutationObserver and hands them on in batches.
 *
 * Only what changed is kept (see `note-changes.ts`). A page that changes without pause is read ever more seldom (see
 * `pacing.ts`).
 */
import { type Changes, emptyChanges, noteRecords } from './note-changes.ts';
import {
  batchMs,
  firstBatchMs,
  longestRestMs,
  mostPendingNodes,
  restFactor,
  stormBatchMs,
  stormNodes,
} from './pacing.ts';

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
    if (changes.count > stormNodes) restMs = Math.max(restMs, stormBatchMs);
    if (
      // Set by the observer while the batch was read.
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
      isOverfull ||
      pending.added.size + pending.touched.size + pending.switched.size + pending.lessened.size > 0
    )
      schedule();
  }

  const observer = new MutationObserver((records) => {
    if (noteRecords(records, pending, node)) options.onReplaced();
    const { count, touched, switched, lessened } = pending;
    if (count + touched.size + switched.size + lessened.size > mostPendingNodes) {
      pending = emptyChanges();
      isOverfull = true;
    }
    schedule();
  });
  observer.observe(node, {
    childList: true,
    characterData: true,
    subtree: true,
    attributeFilter: ['contenteditable', 'role'],
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
    pending = emptyChanges();
  });
}
