/** The names under which marks stand in a document's registry of highlights, in pages and in our own sample of them. */
import type { Standing } from '../dataset/standing.ts';
import type { MarkStyle } from '../settings/settings.ts';

export const standings: readonly Standing[] = ['listed', 'was-listed', 'none'];
const lines = ['line', 'tint', 'line-and-tint'] as const;
const palettes = ['', '-safe', '-text'] as const;

/** The rules for all of these are in `src/page/highlights.css`. */
export const ringName = 'sidelight-ring';
export function highlightName(standing: Standing, style: MarkStyle): string {
  return `sidelight-${standing}-${style}`;
}

/**
 * Takes out what a script of ours left that the browser ended with its extension. By name: in Firefox a content script
 * cannot go through a registry.
 */
export function removeLeftMarks(registry: HighlightRegistry): void {
  registry.delete(ringName);
  for (const standing of standings)
    for (const line of lines)
      for (const palette of palettes) registry.delete(highlightName(standing, `${line}${palette}`));
}
