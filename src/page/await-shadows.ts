/** Waits for custom elements whose code comes late: what they show is in a shadow root that they do not have yet. */
import { isConnected, shadowRootOf } from './dom.ts';
import { lateHostChecksMs } from './pacing.ts';
import type { PageRoot } from './page-model.ts';

export interface AwaitedShadows {
  /**
   * A host without an open shadow root stands in the tree. Hosts that come soon after one another are looked at again together.
   * Those that come later get looks of their own, however long others have waited: some wait for good.
   */
  add(host: Element, root: PageRoot): void;
  /** Looks which have one by now. */
  check(): void;
}

export function awaitShadows(
  now: () => number,
  onShadow: (shadow: ShadowRoot, host: Element, root: PageRoot) => void,
): AwaitedShadows {
  const waiting = new Map<Element, PageRoot>();
  let lastChecksMs = -Infinity;

  function check(): void {
    for (const [host, root] of waiting) {
      // Asked before anything else: a dead object, of a frame that is gone, answers nothing more.
      const isThere = isConnected(host) && !root.ending.signal.aborted;
      const shadow = isThere ? shadowRootOf(host) : null;
      if (shadow) onShadow(shadow, host, root);
      if (shadow || !isThere) waiting.delete(host);
    }
  }
  return {
    add(host, root) {
      if (!waiting.has(host) && now() - lastChecksMs > lateHostChecksMs[0]!) {
        lastChecksMs = now();
        for (const delayMs of lateHostChecksMs) setTimeout(check, delayMs);
      }
      waiting.set(host, root);
    },
    check,
  };
}
