/** What a way of doing the work gets and tells, between Node and the page's isolated world. Types only. */
import type { NameIndexData } from '../../../match/index-format.ts';
import type { LookoutIndexData } from '../../../match/lookout-index.ts';

export interface WayInput {
  index: NameIndexData;
  lookout: LookoutIndexData;
  names: readonly string[];
}

export interface WayResult {
  /** Milliseconds of work by the clock, without what the way waited for. */
  workMs: number;
  /** Mentions, matches, points or nodes: whatever the way finds or does. */
  found: number;
  /** More of what it measured, by name, units in the names. */
  figures?: Record<string, number>;
}

export type Way = (input: WayInput) => WayResult | Promise<WayResult>;

export function timed(run: () => number): WayResult {
  const start = performance.now();
  const found = run();
  return { workMs: performance.now() - start, found };
}

/** Reading every text node and touching each character once. */
export function touchText(root: Node): { characters: number; sum: number } {
  let sum = 0;
  let characters = 0;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue!;
    characters += text.length;
    for (let k = 0; k < text.length; k++) sum += text.charCodeAt(k);
  }
  return { characters, sum };
}

export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? NaN;
