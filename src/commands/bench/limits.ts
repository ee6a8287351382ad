/** The ratios to the floor that `bench --check` holds the whole job to, per browser, page size and mentions per 100 words. */
import type { BrowserName } from '../browser/find-browser.ts';

export interface Limit {
  textNodes: number;
  density: number;
  ratio: number;
}

export const limits: Record<BrowserName, readonly Limit[]> = {
  chromium: [
    { textNodes: 100_000, density: 0, ratio: 0.45 },
    { textNodes: 100_000, density: 0.1, ratio: 0.65 },
    { textNodes: 20_000, density: 0.1, ratio: 0.75 },
    { textNodes: 20_000, density: 1, ratio: 1.25 },
    { textNodes: 2000, density: 0.1, ratio: 1.2 },
  ],
  firefox: [
    { textNodes: 100_000, density: 0, ratio: 0.5 },
    { textNodes: 100_000, density: 0.1, ratio: 0.85 },
    { textNodes: 20_000, density: 0.1, ratio: 0.9 },
    { textNodes: 20_000, density: 1, ratio: 1.5 },
  ],
};

/** A missed ratio counts as missed only beyond this factor: runs on a shared machine differ by as much. */
export const noiseFactor = 1.15;
