/**
 * One look at a whole small page, for the many in which no name stands: no slices, no chunks, nothing that a page without
 * names has to wait for or to keep.
 */
import type { NameFinder } from '../match/types.ts';
import { documentElementOf, elementsByTag, firstChildOf, textOf } from './dom.ts';
import { textsWithNames } from './locate.ts';
import { glanceElements, glanceUnits } from './pacing.ts';
import { findInnerTrees } from './page-root.ts';

/** True if no name can stand in the page as it is now; false also for a page too large to tell at a glance. */
export function isBare(document: Document, matcher: Pick<NameFinder, 'places'>): boolean {
  const top = documentElementOf(document);
  if (!top || elementsByTag(top, '*').item(glanceElements) !== null) return false;
  const text = textOf(top);
  if (text.length > glanceUnits) return false;
  if (textsWithNames({ parent: top, first: firstChildOf(top), last: null }, text, matcher).length > 0)
    return false;
  const { shadowRoots, frames, waiting } = findInnerTrees(document);
  return shadowRoots.length + frames.length + waiting.length === 0;
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
