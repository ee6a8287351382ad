/** From the end of the intended delay to a painted card, on the first hover in a page; with the background awake and asleep. */
import { setTimeout as delay } from 'node:timers/promises';
import { TargetType, type Page } from 'puppeteer-core';
import { openBrowser, type ExtensionBrowser } from '../browser/open-browser.ts';
import { sampleHtml, sampleUrl, showMark } from '../browser/reader.ts';
import { builtFolder } from '../paths.ts';
import { defaultSettings } from '../../settings/settings.ts';
import { clockThread, threadMs } from './load-pages.ts';
import { rowOf, type Row, type Run } from './rows.ts';

export interface CardPlan {
  runs: number;
  say: (row: Row) => void;
}

interface Hovered {
  moveMs: number;
  frameMs: number;
  paintedMs: number;
}

const word = 'NSO Group';
/** The background is asked for the cards when the names are found; a reader needs longer to get to a word. */
const settledMs = 700;
const limitMs = 20_000;

export async function measureCard({ runs, say }: CardPlan): Promise<void> {
  const browser = await openBrowser('chromium', builtFolder.chromium);
  try {
    browser.sites.serve(sampleUrl, sampleHtml());
    const ways = { card: false, 'card, background asleep': true };
    const measured = new Map<string, Run[]>(Object.keys(ways).map((way) => [way, []]));
    for (let run = 0; run < runs; run++) {
      for (const [way, isAsleep] of Object.entries(ways)) {
        measured.get(way)!.push(await hoverOnce(browser, isAsleep));
      }
    }
    const head = { browser: 'chromium', page: 'article', density: null, names: 0, clock: 'wall' } as const;
    for (const [way, all] of measured) say(rowOf({ ...head, way }, all));
  } finally {
    await browser.close();
  }
}

async function hoverOnce(browser: ExtensionBrowser, isAsleep: boolean): Promise<Run> {
  const page = await browser.newPage(sampleUrl);
  try {
    await page.bringToFront();
    const { x, y } = await showMark(page, word, limitMs);
    await delay(settledMs);
    if (isAsleep) await stopBackground(browser);
    await page.evaluate(watchForCard);
    const devtools = await clockThread(page);
    await page.mouse.move(x + 200, y + 200);
    const beforeMs = await threadMs(devtools);
    await page.mouse.move(x, y);
    const { moveMs, frameMs, paintedMs } = await untilPainted(page);
    const cpuMs = (await threadMs(devtools)) - beforeMs;
    const end = moveMs + defaultSettings.dwellMs;
    return { ms: paintedMs - end, floorMs: null, figures: { cpuMs, frameMs: frameMs - end } };
  } finally {
    await page.close();
  }
}

/** Runs in the page; self-contained. The card's root is closed, but its host is an element like any other. */
function watchForCard(): void {
  const state: Hovered = { moveMs: NaN, frameMs: NaN, paintedMs: NaN };
  Object.defineProperty(window, '__hovered', { value: state });
  // When the pointer came, which the page may be told a little later.
  document.addEventListener('pointermove', (event) => (state.moveMs = event.timeStamp), { capture: true });
  const channel = new MessageChannel();
  channel.port1.onmessage = () => (state.paintedMs = performance.now());
  // The host is there a little earlier, unseen: opened it is what the page shows on top.
  const look = () => {
    if (!document.querySelector(':popover-open')) return void requestAnimationFrame(look);
    state.frameMs = performance.now();
    // A message that is sent from a frame arrives when the frame has been drawn.
    channel.port2.postMessage(null);
  };
  look();
}

async function untilPainted(page: Page): Promise<Hovered> {
  const painted = await page.waitForFunction(
    () => {
      const { __hovered } = window as unknown as { __hovered: Hovered };
      return Number.isNaN(__hovered.paintedMs) ? null : __hovered;
    },
    { timeout: limitMs, polling: 100 },
  );
  return (await painted.jsonValue())!;
}

async function stopBackground(browser: ExtensionBrowser): Promise<void> {
  const isWorker = (target: { type(): TargetType }) => target.type() === TargetType.SERVICE_WORKER;
  const worker = browser.puppeteer.targets().find(isWorker);
  await (await worker?.worker())?.close();
}
