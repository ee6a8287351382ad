/** What a script of ours left in a page when the browser ended it with its extension, taken away by the one that follows. */
import { panelMark } from '../card/constants.ts';
import { removeLeftMarks } from '../ui/highlight-names.ts';

/** `closedRootOf` is what browsers let extensions alone do. */
export function removeLeftBehind(
  document: Document,
  closedRootOf: (host: HTMLElement) => ShadowRoot | null,
): void {
  const registry = document.defaultView?.CSS.highlights;
  // Nearly always nothing is there, in every page.
  if (registry && registry.size !== 0) removeLeftMarks(registry);
  for (const popover of document.querySelectorAll<HTMLElement>('div[popover]'))
    if (closedRootOf(popover)?.querySelector(`[data-panel-of="${panelMark}"]`)) popover.remove();
}
