/**
 * Notices when words of a card are deleted by somebody else. A page cannot reach into a closed root, but it can search the card's words
 * (`window.find`), which selects them, and delete what is selected: "not" or "government" would be gone without a trace.
 */
import { options } from 'preact';

export interface Guard {
  /** Runs a change of our own. */
  allow(change: () => void): void;
  stop(): void;
}

interface Running {
  checkNow(): void;
  forget(): void;
}
const running = new Set<Running>();

/** What is on record before is another's, and what comes of the change is ours. */
function allow(change: () => void): void {
  for (const guard of running) guard.checkNow();
  change();
  for (const guard of running) guard.forget();
}

// What components change by themselves Preact does later, as here: at the end of the task.
options.debounceRendering = (render) => queueMicrotask(() => allow(render));

/** Calls `onDeleted`, before anything is painted, after words in `root` were deleted outside of `allow`. */
export function guardWords(root: Node, onDeleted: () => void): Guard {
  const observer = new MutationObserver((records) => isDeletion(records) && onDeleted());
  observer.observe(root, {
    childList: true,
    characterData: true,
    characterDataOldValue: true,
    subtree: true,
  });
  const guard: Running = {
    checkNow() {
      if (!isDeletion(observer.takeRecords())) return;
      // Not at once: whoever makes a change of ours expects its card to be there afterwards.
      queueMicrotask(() => running.has(guard) && onDeleted());
    },
    forget: () => void observer.takeRecords(),
  };
  running.add(guard);
  return {
    allow,
    stop() {
      running.delete(guard);
      observer.disconnect();
    },
  };
}

/** A browser that translates the page puts other words in the place of ours, also in closed roots: that is the reader's wish. */
function isDeletion(records: readonly MutationRecord[]): boolean {
  const refilled = new Set(
    records.flatMap(({ target, addedNodes }) => (addedNodes.length > 0 ? target : [])),
  );
  return records.some(({ type, target, oldValue }) =>
    type === 'characterData' ? isCutOutOf(oldValue ?? '', target.nodeValue ?? '') : !refilled.has(target),
  );
}

/** Whether `rest` is what is left of `whole` after one piece of it was taken out. */
function isCutOutOf(whole: string, rest: string): boolean {
  let same = 0;
  while (same < rest.length && whole[same] === rest[same]) same++;
  return rest.length < whole.length && whole.endsWith(rest.slice(same));
}
