/** Memory of pages with the content script, of the background and of all the browser's processes, after garbage was collected. */
import { readdirSync, readFileSync } from 'node:fs';
import { TargetType, type CDPSession, type Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../browser/open-browser.ts';

export interface MemoryReading {
  /** The heap of a page that keeps loading anew: its own world and ours, which share one. Null where the browser does not tell. */
  pageHeapMb: number | null;
  /** The same of a page that is never left. */
  lastingHeapMb: number | null;
  /** DOM nodes and event listeners of the lasting page's process, detached ones too. */
  nodes: number | null;
  listeners: number | null;
  /** Ranges registered in the lasting page. */
  ranges: number | null;
  /** The background's heap; null while it sleeps. */
  backgroundHeapMb: number | null;
  /** All processes of the browser, shared memory counted once (PSS). Null but on Linux. */
  browserMb: number | null;
}

const mb = (bytes: number) => Math.round((bytes / 1e6) * 100) / 100;

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return mb(usedSize);
}

type Heaps = Omit<MemoryReading, 'ranges' | 'browserMb'>;
const noHeaps: Heaps = {
  pageHeapMb: null,
  lastingHeapMb: null,
  nodes: null,
  listeners: null,
  backgroundHeapMb: null,
};

/** Firefox tells no heaps over WebDriver; there the ranges and the processes have to do. */
export async function readMemory(
  browser: ExtensionBrowser,
  { page, lasting }: { page: Page; lasting: Page },
): Promise<MemoryReading> {
  const heaps = browser.name === 'firefox' ? noHeaps : await readHeaps(browser, page, lasting);
  const ranges = await lasting.evaluate(() =>
    [...(CSS.highlights as unknown as Map<string, Set<AbstractRange>>).values()].reduce(
      (sum, highlight) => sum + highlight.size,
      0,
    ),
  );
  return { ...heaps, ranges, browserMb: memoryOfProcesses(browser.puppeteer.process()?.pid) };
}

async function readHeaps(browser: ExtensionBrowser, page: Page, lasting: Page): Promise<Heaps> {
  const inPage = await page.createCDPSession();
  const pageHeapMb = await heapOf(inPage);
  await inPage.detach();
  const inLasting = await lasting.createCDPSession();
  const lastingHeapMb = await heapOf(inLasting);
  const { nodes, jsEventListeners } = await inLasting.send('Memory.getDOMCounters');
  await inLasting.detach();
  const worker = browser.puppeteer.targets().find((target) => target.type() === TargetType.SERVICE_WORKER);
  let backgroundHeapMb: number | null = null;
  if (worker) {
    const inWorker = await worker.createCDPSession();
    backgroundHeapMb = await heapOf(inWorker);
    await inWorker.detach();
  }
  return { pageHeapMb, lastingHeapMb, nodes, listeners: jsEventListeners, backgroundHeapMb };
}

/** MB of a process and all that it started, from Linux's own account (PSS); null elsewhere. */
export function memoryOfProcesses(root: number | undefined): number | null {
  if (process.platform !== 'linux' || root === undefined) return null;
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    const parent = /^\d+$/.test(entry) && /\) \w (\d+)/.exec(readIfThere(`/proc/${entry}/stat`))?.[1];
    if (parent) parents.set(Number(entry), Number(parent));
  }
  const isInside = (id: number | undefined): boolean =>
    id !== undefined && (id === root || isInside(parents.get(id)));
  let kilobytes = 0;
  for (const id of parents.keys())
    if (isInside(id))
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readIfThere(`/proc/${id}/smaps_rollup`))?.[1] ?? 0);
  return Math.round(kilobytes / 1000);
}

/** A process may end while it is looked at. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Which figures grow: the last quarter's median is a third, and by more than `least`, above the second quarter's. */
export function growingFigures(readings: readonly MemoryReading[]): string[] {
  const least: Record<keyof MemoryReading, number> = {
    pageHeapMb: 4,
    lastingHeapMb: 4,
    nodes: 2000,
    listeners: 200,
    ranges: 100,
    backgroundHeapMb: 4,
    browserMb: 200,
  };
  const quarter = Math.max(1, Math.floor(readings.length / 4));
  return (Object.keys(least) as (keyof MemoryReading)[]).filter((key) => {
    const of = (part: readonly MemoryReading[]) => median(part.flatMap((reading) => reading[key] ?? []));
    const before = of(readings.slice(quarter, 2 * quarter));
    const after = of(readings.slice(-quarter));
    return after > before * 1.33 && after - before > least[key];
  });
}
