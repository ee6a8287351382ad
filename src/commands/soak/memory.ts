/** Memory of a page with the content script and of the background, after garbage was collected. */
import { TargetType, type CDPSession, type Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../browser/open-browser.ts';

export interface MemoryReading {
  /** The page's JavaScript heap, its own world's and ours together; null where the browser does not tell. */
  pageHeapMb: number | null;
  /** DOM nodes and event listeners that the page's process holds. */
  nodes: number | null;
  listeners: number | null;
  /** The background's heap; null while it sleeps. */
  backgroundHeapMb: number | null;
}

const mb = (bytes: number) => Math.round((bytes / 1e6) * 100) / 100;

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return mb(usedSize);
}

/** Firefox tells none of these over WebDriver; there the run shows only that nothing breaks. */
export async function readMemory(browser: ExtensionBrowser, page: Page): Promise<MemoryReading> {
  if (browser.name === 'firefox')
    return { pageHeapMb: null, nodes: null, listeners: null, backgroundHeapMb: null };
  const session = await page.createCDPSession();
  const pageHeapMb = await heapOf(session);
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  const worker = browser.puppeteer.targets().find((target) => target.type() === TargetType.SERVICE_WORKER);
  let backgroundHeapMb: number | null = null;
  if (worker) {
    const inWorker = await worker.createCDPSession();
    backgroundHeapMb = await heapOf(inWorker);
    await inWorker.detach();
  }
  return { pageHeapMb, nodes, listeners: jsEventListeners, backgroundHeapMb };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Which figures grow: the last quarter's median is a third, and by more than `least`, above the second quarter's. */
export function growingFigures(readings: readonly MemoryReading[]): string[] {
  const least: Record<keyof MemoryReading, number> = {
    pageHeapMb: 4,
    nodes: 2000,
    listeners: 200,
    backgroundHeapMb: 4,
  };
  const quarter = Math.max(1, Math.floor(readings.length / 4));
  return (Object.keys(least) as (keyof MemoryReading)[]).filter((key) => {
    const of = (part: readonly MemoryReading[]) => median(part.flatMap((reading) => reading[key] ?? []));
    const before = of(readings.slice(quarter, 2 * quarter));
    const after = of(readings.slice(-quarter));
    return after > before * 1.33 && after - before > least[key];
  });
}
