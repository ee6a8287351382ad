/** A browser without the extension, and pages in it whose isolated world runs the ways of `in-page/`. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type CDPSession } from 'puppeteer-core';
import { bundleScript } from '../browser/bundle-script.ts';
import { ensureBrowsers, type BrowserName } from '../browser/find-browser.ts';
import type { WayInput, WayResult } from './in-page/way.ts';
import { readTrace, slicesIn, traceCategories, type Slices } from './read-trace.ts';
import { canReadThreads, pageThreadsMs } from './thread-time.ts';

/** The realm that Puppeteer keeps for itself: the page's DOM, a world of its own, as a content script has it. */
interface IsolatedRealm {
  evaluate<Result>(script: string): Promise<Result>;
}

export interface Measured extends WayResult {
  /** Processor time of the page's main thread for all of it, drawing included, ms; null where the browser does not tell. */
  cpuMs: number | null;
  /** How often the page was laid out and its styles were worked out meanwhile; null likewise. */
  layouts: number | null;
  styleRecalcs: number | null;
}

export interface WorldPage {
  run(way: string): Promise<Measured>;
  /** Runs `during` and tells the calls into our functions meanwhile, by processor time; null where the browser does not tell. */
  trace(during: () => Promise<void>): Promise<Slices | null>;
  /** Runs a self-contained function in the page's own world. */
  inPage<Arguments extends unknown[]>(
    run: (...args: Arguments) => unknown,
    ...args: Arguments
  ): Promise<void>;
  /** Bytes of the JavaScript heap after collecting garbage; null where the browser does not tell. */
  heapBytes(): Promise<number | null>;
  /** Null in Firefox. */
  readonly devtools: CDPSession | null;
  close(): Promise<void>;
}

export interface World {
  /** Serves a page with the rules of the marks in it; later calls for the same path replace it. */
  serve(path: string, html: string): void;
  /** A fresh page with the ways loaded and the page laid out. */
  open(path: string, input: WayInput): Promise<WorldPage>;
  close(): Promise<void>;
}

const scriptName = 'sidelight-bench.js';
/** Marks without rules are not drawn, and cost next to nothing. */
const marksSheet = readFileSync(new URL('../../page/highlights.css', import.meta.url), 'utf8');

let script: Promise<string> | undefined;

async function buildScript(): Promise<string> {
  const code = await bundleScript(new URL('in-page/entry.ts', import.meta.url), 'sidelightBench');
  return `${code}\n//# sourceURL=${scriptName}`;
}

export async function openWorld(browserName: BrowserName): Promise<World> {
  const code = await (script ??= buildScript());
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(pages.get(request.url ?? '') ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await puppeteer.launch({
    browser: browserName === 'firefox' ? 'firefox' : 'chrome',
    executablePath: ensureBrowsers([browserName])[browserName] ?? '',
    headless: true,
    protocolTimeout: 600_000,
    defaultViewport: { width: 1280, height: 900 },
    ...(browserName === 'chromium' && { args: ['--disable-gpu', '--no-sandbox'] }),
  });
  return {
    serve: (path, html) => pages.set(path, html.replace('</head>', `<style>${marksSheet}</style></head>`)),
    async open(path, input) {
      const page = await browser.newPage();
      await page.goto(origin + path, { timeout: 120_000 });
      const realm = (page.mainFrame() as unknown as { isolatedRealm: () => IsolatedRealm }).isolatedRealm();
      await realm.evaluate(code);
      await realm.evaluate(`globalThis.benchInput = ${JSON.stringify(input)}; document.body.offsetHeight`);
      const devtools = browserName === 'chromium' ? await page.createCDPSession() : null;
      // The processor time of the thread: what other programs on the machine do does not count.
      await devtools?.send('Performance.enable', { timeDomain: 'threadTicks' });
      const meter = meterOf(devtools, browser.process()?.pid);
      return {
        devtools,
        run: (way) => runMeasured(realm, meter, way),
        async trace(during) {
          if (!devtools) return during().then(() => null);
          await page.tracing.start({ categories: traceCategories });
          await during();
          const bytes = await page.tracing.stop();
          return slicesIn(bytes ? readTrace(bytes) : [], (url) => url === scriptName);
        },
        inPage: async (run, ...args) => {
          await page.evaluate(`(${String(run)})(...${JSON.stringify(args)})`);
        },
        async heapBytes() {
          if (!devtools) return null;
          await devtools.send('HeapProfiler.collectGarbage');
          return (await devtools.send('Runtime.getHeapUsage')).usedSize;
        },
        close: () => page.close(),
      };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** Processor time of the page's thread and how often it was laid out; nothing where neither browser nor system tells. */
type Meter = () => Promise<{ cpuMs: number; layouts: number | null; styleRecalcs: number | null } | null>;

async function runMeasured(realm: IsolatedRealm, meter: Meter, way: string): Promise<Measured> {
  const before = await meter();
  const result = await realm.evaluate<WayResult>(`runWay(${JSON.stringify(way)}, benchInput)`);
  const after = await meter();
  const change = (name: 'cpuMs' | 'layouts' | 'styleRecalcs') => {
    const [from, to] = [before?.[name] ?? null, after?.[name] ?? null];
    return from === null || to === null ? null : to - from;
  };
  return {
    ...result,
    cpuMs: change('cpuMs'),
    layouts: change('layouts'),
    styleRecalcs: change('styleRecalcs'),
  };
}

function meterOf(devtools: CDPSession | null, browserPid: number | undefined): Meter {
  if (devtools)
    return async () => {
      const { ThreadTime, LayoutCount, RecalcStyleCount } = await metricsOf(devtools);
      return { cpuMs: ThreadTime! * 1000, layouts: LayoutCount!, styleRecalcs: RecalcStyleCount! };
    };
  if (browserPid === undefined || !canReadThreads()) return async () => null;
  return async () => ({ cpuMs: pageThreadsMs(browserPid), layouts: null, styleRecalcs: null });
}

async function metricsOf(devtools: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
