/**
 * Loads saved pages in a real browser with the installed extension and reports what the extension did to each. The page's own
 * scripts and resources are kept from running and loading, so that whatever changes is our doing.
 */
import { TargetType, type CDPSession, type Page } from 'puppeteer-core';
import type { BrowserName } from '../browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../browser/open-browser.ts';
import type { PageEntity } from '../../messages.ts';
import type { SavedPage } from './saved-pages.ts';
import { longestSlice } from './longest-slice.ts';

export interface PageReport {
  page: string;
  bytes: number;
  textNodes: number;
  /** Mentions marked, in all and by entity. */
  marks: number;
  counts: Record<string, number>;
  /** Errors thrown by the extension's scripts, in the page or in the background. */
  errors: string[];
  /** Changes of the DOM after it was parsed, one line each (at most ten), and whether it serialises as before. */
  changes: string[];
  isSameDom: boolean;
  /** Sum of the layout shift scores after the content script began; null where the browser does not tell. */
  layoutShift: number | null;
  /** The longest stretch in which the content script held the main thread, and all stretches together; null likewise. */
  longestSliceMs: number | null;
  workMs: number | null;
  /** Why the page could not be looked at, if it could not. */
  failure?: string;
}

export interface PageChecker {
  check(saved: SavedPage): Promise<PageReport>;
  /** Switches marking off and on, for telling what a page does by itself. */
  setMarking(isOn: boolean): Promise<void>;
  close(): Promise<void>;
}

interface LookOut {
  changes: string[];
  before: string;
  shift: number;
  canTellShift: boolean;
}

/** The extension's own API, as functions given to `inExtension` see it. */
declare const browser: {
  tabs: { sendMessage(tab: number, message: object, options: object): Promise<unknown> };
  storage: { local: { set(items: object): Promise<void> } };
};

/** Runs in the page before anything else; self-contained. */
function lookOut(): void {
  if (window !== top) return;
  const state: LookOut = { changes: [], before: '', shift: 0, canTellShift: false };
  Object.defineProperty(window, '__lookOut', { value: state, enumerable: false });
  document.addEventListener('DOMContentLoaded', () => {
    // eslint-disable-next-line no-restricted-properties -- read, never written
    state.before = document.documentElement.outerHTML;
    const names = (nodes: NodeList) => [...nodes].map((node) => node.nodeName).join();
    new MutationObserver((records) => {
      for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
        if (state.changes.length < 10)
          state.changes.push(
            `${type} of ${target.nodeName} ${attributeName ?? ''} +[${names(addedNodes)}] -[${names(removedNodes)}]`,
          );
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    state.canTellShift = PerformanceObserver.supportedEntryTypes.includes('layout-shift');
    if (state.canTellShift)
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          state.shift += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: false });
  });
}

const site = 'http://saved.localhost';
const limitMs = 30_000;
/** Nothing of the page runs or is loaded, but its own styles apply. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

export async function openPageChecker(name: BrowserName, extensionDir: string): Promise<PageChecker> {
  const extension = await openBrowser(name, extensionDir);
  const page = await extension.newPage(`${site}/`);
  await page.evaluateOnNewDocument(lookOut);
  const tab = await extension.tabId(page);
  await page.bringToFront();
  const errors: string[] = [];
  const sessions = name === 'chromium' ? await watchErrors(extension, page, errors) : [];
  let count = 0;

  async function look(saved: SavedPage, bytes: Uint8Array): Promise<PageReport> {
    const url = `${site}/${count++}`;
    extension.sites.serve(url, {
      body: bytes,
      type: 'text/html',
      headers: { 'content-security-policy': policy },
    });
    errors.length = 0;
    const traced = name === 'chromium';
    if (traced) await page.tracing.start({ categories: ['-*', 'devtools.timeline', 'v8.execute'] });
    let trace: Uint8Array | undefined;
    let state: { entities: PageEntity[] } | null;
    try {
      await page.goto(url, { timeout: limitMs });
      state = await pageState(url);
      await untilIdle();
    } finally {
      if (traced) trace = await page.tracing.stop();
    }
    state = await pageState(url);
    const seen = await page.evaluate(() => {
      const { changes, before, shift, canTellShift } = (window as unknown as { __lookOut: LookOut })
        .__lookOut;
      const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
      let textNodes = 0;
      while (walker.nextNode()) textNodes++;
      return {
        changes,
        // eslint-disable-next-line no-restricted-properties -- read, never written
        isSameDom: document.documentElement.outerHTML === before,
        layoutShift: canTellShift ? shift : null,
        textNodes,
      };
    });
    const slices = trace ? longestSlice(trace, extension.extensionUrl('')) : null;
    return {
      page: saved.name,
      bytes: bytes.length,
      marks: state.entities.reduce((sum, entity) => sum + entity.count, 0),
      counts: Object.fromEntries(state.entities.map(({ entity, count }) => [entity, count])),
      errors: [...errors],
      longestSliceMs: slices?.longestMs ?? null,
      workMs: slices?.totalMs ?? null,
      ...seen,
    };
  }

  /** What the content script says of the page, as soon as it listens there. */
  async function pageState(url: string): Promise<{ entities: PageEntity[] }> {
    const end = Date.now() + limitMs;
    for (;;) {
      const state = (await extension.inExtension(
        (id) => browser.tabs.sendMessage(id, { type: 'page-state' }, { frameId: 0 }).catch(() => null),
        tab,
      )) as { url: string; entities: PageEntity[] } | null;
      if (state?.url.split('#')[0] === url) return state;
      if (Date.now() > end)
        throw new Error(state ? `the page went to ${state.url}` : 'the content script does not answer');
    }
  }

  /** Reading runs in tasks that follow one another at once: when the page has been idle twice, it is over. */
  async function untilIdle(): Promise<void> {
    await page.evaluate(async () => {
      for (let time = 0; time < 4; time++)
        await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 20_000 }));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
  }

  return {
    async check(saved) {
      let bytes = new Uint8Array() as Uint8Array;
      try {
        bytes = saved.read();
        return await look(saved, bytes);
      } catch (error) {
        const unknown = { textNodes: 0, marks: 0, counts: {}, changes: [], isSameDom: true };
        const untimed = { layoutShift: null, longestSliceMs: null, workMs: null };
        const failure = String(error);
        return {
          page: saved.name,
          bytes: bytes.length,
          errors: [...errors],
          ...unknown,
          ...untimed,
          failure,
        };
      }
    },
    async setMarking(isOn) {
      await extension.inExtension(
        (enabled) => browser.storage.local.set({ settings: { version: 1, enabled } }),
        isOn,
      );
    },
    async close() {
      await Promise.allSettled(sessions.map((session) => session.detach()));
      await extension.close();
    },
  };
}

/** Gathers what the extension's scripts throw, in the page's isolated world and in the background. */
async function watchErrors(extension: ExtensionBrowser, page: Page, errors: string[]): Promise<CDPSession[]> {
  const worker = await extension.puppeteer.waitForTarget(
    (target) => target.type() === TargetType.SERVICE_WORKER,
  );
  const sessions = [await page.createCDPSession(), await worker.createCDPSession()];
  const origin = extension.extensionUrl('');
  for (const session of sessions) {
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      const { text, url = '', exception, stackTrace } = exceptionDetails;
      const said = exception?.description ?? text;
      const places = [url, said, ...(stackTrace?.callFrames.map((frame) => frame.url) ?? [])];
      if (places.some((place) => place.includes(origin))) errors.push(said);
    });
    await session.send('Runtime.enable');
  }
  return sessions;
}
