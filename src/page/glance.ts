/**
 * One look at a whole small page, for the many in which no name stands: no slices, no chunks, nothing that a page without
 * names has to wait for or to keep.
 */
import type { NameFinder } from '../match/types.ts';
import {
  documentElementOf,
  elementsByTag,
  firstChildOf,
  firstElementOf,
  nextSiblingOf,
  tagOf,
} from './dom.ts';
import { aroundLongCode } from './find-chunks.ts';
import { textOfRun, textsWithNames } from './locate.ts';
import { glanceElements, glanceUnits } from './pacing.ts';
import { findInnerTrees } from './page-root.ts';
import type { Run } from './text-runs.ts';

/** True if no name can stand in the page as it is now; false also for a page too large to tell at a glance. */
export function isBare(document: Document, matcher: Pick<NameFinder, 'places'>): boolean {
  const top = documentElementOf(document);
  if (!top || elementsByTag(top, '*').item(glanceElements) !== null) return false;
  const body = behindHead(top);
  const code = aroundLongCode(top, glanceUnits);
  for (let node = body.first; node; node = nextSiblingOf(node)) if (code.has(node)) return false;
  const text = textOfRun(body, []);
  if (text.length > glanceUnits || textsWithNames(body, text, matcher).length > 0) return false;
  const { shadowRoots, frames, waiting } = findInnerTrees(document);
  return shadowRoots.length + frames.length + waiting.length === 0;
}

/** A head is never read, and often holds more than all else. */
function behindHead(top: Element): Run {
  const element = firstElementOf(top);
  const first = element && tagOf(element) === 'head' ? nextSiblingOf(element) : firstChildOf(top);
  return { parent: top, first, last: null };
}

/** Calls back once, soon after the page's first change. */
export function onFirstChange(document: Document, signal: AbortSignal, changed: () => void): void {
  const observer = new MutationObserver(() => {
    observer.disconnect();
    changed();
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
