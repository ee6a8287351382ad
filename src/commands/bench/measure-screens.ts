/** How long profile and directory take to be ready to read, and the directory's search to answer; with the whole dataset. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { openBrowser, type ExtensionBrowser } from '../browser/open-browser.ts';
import { builtFolder } from '../paths.ts';
import { clockThread, threadMs } from './load-pages.ts';
import { rowOf, type Row, type Run } from './rows.ts';

export interface ScreensPlan {
  runs: number;
  say: (row: Row) => void;
}

/** The largest profile, and what stands there when it can be read. */
const screens = [
  { page: 'profile', address: 'profile.html?id=nso-group', ready: 'main h1, main section' },
  { page: 'directory', address: 'directory.html', ready: 'main .results li' },
] as const;
const searched = 'cellebrite';
const limitMs = 20_000;

export async function measureScreens({ runs, say }: ScreensPlan): Promise<void> {
  const browser = await openBrowser('chromium', builtFolder.chromium);
  const head = { browser: 'chromium', density: null, names: 0, clock: 'wall' } as const;
  try {
    for (const { page: name, address, ready } of screens) {
      const opened: Run[] = [];
      const letters: Run[] = [];
      for (let run = 0; run < runs; run++) {
        const page = await browser.puppeteer.newPage();
        opened.push(await open(browser, page, address, ready));
        if (name === 'directory') letters.push(...(await search(page)));
        await page.close();
      }
      say(rowOf({ ...head, page: name, way: 'open' }, opened));
      if (letters.length > 0) say(rowOf({ ...head, page: name, way: 'search' }, letters));
    }
  } finally {
    await browser.close();
  }
}

interface Watched {
  readyMs: number;
}

/** From the beginning of the navigation to the frame in which the screen can be read. */
async function open(browser: ExtensionBrowser, page: Page, address: string, ready: string): Promise<Run> {
  const devtools = await clockThread(page);
  await page.evaluateOnNewDocument(watchForReady, ready);
  await page.goto(browser.extensionUrl(address));
  const done = await page.waitForFunction(
    () => {
      const { __ready } = window as unknown as { __ready: Watched };
      return Number.isNaN(__ready.readyMs) ? null : __ready.readyMs;
    },
    { timeout: limitMs, polling: 100 },
  );
  const ms = (await done.jsonValue())!;
  const cpuMs = await threadMs(devtools);
  const firstPaintMs = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  );
  return { ms, floorMs: null, figures: { cpuMs, firstPaintMs } };
}

/** Runs in the page before anything else; self-contained. */
function watchForReady(ready: string): void {
  const state: Watched = { readyMs: NaN };
  Object.defineProperty(window, '__ready', { value: state });
  const channel = new MessageChannel();
  channel.port1.onmessage = () => (state.readyMs = performance.now());
  new MutationObserver((_, observer) => {
    if (!document.querySelector(ready)) return;
    observer.disconnect();
    // A message that is sent from a frame arrives when the frame has been drawn.
    requestAnimationFrame(() => channel.port2.postMessage(null));
  }).observe(document, { subtree: true, childList: true });
}

/** Types a name letter by letter; for each, from the input to the changed list, laid out. */
async function search(page: Page): Promise<Run[]> {
  await page.evaluate(watchAnswers);
  await page.focus('input[type=search]');
  for (const letter of searched) {
    await page.keyboard.type(letter);
    await delay(60);
  }
  const times = await page.evaluate(() => (window as unknown as { __answers: number[] }).__answers);
  return times.map((ms) => ({ ms, floorMs: null }));
}

/** Runs in the page; self-contained. */
function watchAnswers(): void {
  const answers: number[] = [];
  Object.defineProperty(window, '__answers', { value: answers });
  let typedMs = NaN;
  addEventListener('input', () => (typedMs = performance.now()), { capture: true });
  new MutationObserver(() => {
    if (Number.isNaN(typedMs)) return;
    // Reading a height has the list laid out now, instead of before the frame.
    document.body.getBoundingClientRect();
    answers.push(performance.now() - typedMs);
    typedMs = NaN;
  }).observe(document.querySelector('main')!, { subtree: true, childList: true, characterData: true });
}
