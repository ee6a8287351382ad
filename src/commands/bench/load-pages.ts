/** Loads pages in Chromium with an extension and tells what the load cost the page's main thread, and what of it the extension. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import { openBrowser } from '../browser/open-browser.ts';
import { touchText } from './in-page/way.ts';
import { readTrace, slicesIn, traceCategories, type Slices } from './read-trace.ts';

export interface PageLoad {
  /** Processor time of the main thread from the beginning of the load until it is quiet, ms. */
  cpuMs: number;
  /** The calls into the extension's scripts within it. */
  slices: Slices;
  textNodes: number;
  /** Ranges in highlights: marks. */
  marks: number;
  layoutShift: number;
}

export interface PageLoader {
  /** From another site than the last unless `isSameSite`. */
  load(body: string | Uint8Array, isSameSite?: boolean): Promise<PageLoad>;
  /** Processor time of the floor on the page loaded last, ms. */
  floorMs(): Promise<number>;
  close(): Promise<void>;
}

/** A site for each load: the browser begins a new process for it, with none of our code compiled, as for a reader who goes on. */
const siteOf = (load: number) => `http://bench${load}.localhost/`;
/** The page's own scripts do not run and nothing is loaded, but its own styles apply: loads are the same each time. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

export async function openLoader(extensionDir: string, keepsWelcome: boolean): Promise<PageLoader> {
  const extension = await openBrowser('chromium', extensionDir, { keepsWelcome });
  let loads = 0;
  const page = await extension.newPage(siteOf(loads));
  await page.bringToFront();
  const devtools = await clockThread(page);
  return {
    async load(body, isSameSite = false) {
      if (!isSameSite) loads++;
      const site = siteOf(loads);
      const headers = { 'content-security-policy': policy };
      extension.sites.serve(site, { body, type: 'text/html', headers });
      await page.tracing.start({ categories: traceCategories });
      await page.goto(site, { timeout: 120_000 });
      const cpuMs = await untilQuiet(devtools);
      const bytes = await page.tracing.stop();
      const ours = extension.extensionUrl('');
      const slices = slicesIn(bytes ? readTrace(bytes) : [], (url) => url.startsWith(ours), true);
      return { cpuMs, slices, ...(await page.evaluate(lookAtPage)) };
    },
    async floorMs() {
      const idle = await threadMs(devtools);
      await page.evaluate('0');
      const before = await threadMs(devtools);
      await page.evaluate(`(${String(touchText)})(document).sum`);
      const after = await threadMs(devtools);
      return after - before - (before - idle);
    },
    close: () => extension.close(),
  };
}

/** Runs in the page; self-contained. */
function lookAtPage() {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let textNodes = 0;
  while (walker.nextNode()) textNodes++;
  let marks = 0;
  for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<AbstractRange>>) {
    if (name !== 'sidelight-ring') marks += highlight.size;
  }
  const observer = new PerformanceObserver(() => undefined);
  observer.observe({ type: 'layout-shift', buffered: true });
  const shifts = observer.takeRecords() as (PerformanceEntry & { value: number })[];
  return { textNodes, marks, layoutShift: shifts.reduce((sum, { value }) => sum + value, 0) };
}

export async function clockThread(page: Page): Promise<CDPSession> {
  const devtools = await page.createCDPSession();
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return devtools;
}

/** Processor time of the page's main thread since its document began to be there: each starts at nought. */
export async function threadMs(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ThreadTime')!.value * 1000;
}

const lookEveryMs = 200;
/** What an idle page and our asking for it take between two looks. */
const idleMs = 3;
const quietLooks = 4;
/** A page with an endless animation is never quiet. */
const mostLooks = 40;

/** Returns the thread's time when it has had nothing to do for a while: the background is asked to load things meanwhile. */
async function untilQuiet(devtools: CDPSession): Promise<number> {
  let last = await threadMs(devtools);
  for (let quiet = 0, looks = 0; quiet < quietLooks && looks < mostLooks; looks++) {
    await delay(lookEveryMs);
    const now = await threadMs(devtools);
    quiet = now - last < idleMs ? quiet + 1 : 0;
    last = now;
  }
  return last;
}

/** Writes an extension that does nothing: with an empty content script, or without any. */
export async function writeEmptyExtension(
  hasScript: boolean,
): Promise<{ dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'sidelight-empty-'));
  const script = { matches: ['http://*/*'], js: ['empty.js'], run_at: 'document_idle' };
  const manifest = {
    manifest_version: 3,
    name: 'Nothing',
    version: '1',
    ...(hasScript && { content_scripts: [script] }),
  };
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(dir, 'empty.js'), '');
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
