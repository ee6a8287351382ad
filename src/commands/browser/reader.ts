/** What a scripted reader sees and does in a page with Sidelight; used by `npm start` and the browser tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { settleMs } from '../../card/constants.ts';
import { rootFolder } from '../paths.ts';
import type { ExtensionBrowser } from './open-browser.ts';

export interface Mark {
  text: string;
  /** Which of the status styles it is painted in: the highlight's name. */
  style: string;
  /** Centre of its first line, in CSS pixels of the viewport. */
  x: number;
  y: number;
}

/** The card's host carries no name that a page could look for; pages here open no such popover of their own. */
const cardHost = 'div[popover=manual]:popover-open';

export const sampleUrl = 'http://news.localhost/sample-article';

const samplePage = (name: string) => readFileSync(join(rootFolder, 'tests/pages', name), 'utf8');
export const sampleHtml = () => samplePage('sample-article.html');

/** What is meant to be marked in the sample article, in order: entity id and text. */
export function sampleMentions(): [entity: string, text: string][] {
  return JSON.parse(samplePage('sample-article.expected.json')) as [string, string][];
}

/** All marks registered now, in document order. Only those near the viewport are registered. */
export function marksOf(page: Page): Promise<Mark[]> {
  return page.evaluate(() => {
    const marks: (Mark & { range: Range })[] = [];
    for (const [style, highlight] of CSS.highlights as unknown as Map<string, Set<AbstractRange>>) {
      if (!style.startsWith('sidelight-') || style === 'sidelight-ring') continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        // What was removed or cut short a moment ago is registered until the next look at the page, and paints nothing.
        if (!startContainer.isConnected || !endContainer.isConnected) continue;
        const lengthOf = (node: Node) => (node.nodeValue ?? '').length;
        if (startOffset > lengthOf(startContainer) || endOffset > lengthOf(endContainer)) continue;
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        const box = range.getClientRects()[0] ?? new DOMRect();
        const text = range.toString().replace(/\s+/g, ' ');
        marks.push({ text, style, x: box.x + box.width / 2, y: box.y + box.height / 2, range });
      }
    }
    marks.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    return marks.map(({ text, style, x, y }) => ({ text, style, x, y }));
  });
}

/** Waits until just these texts are marked, in this order; on time-out throws what was marked instead. */
export async function waitForMarks(page: Page, texts: readonly string[], timeoutMs = 8000): Promise<void> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const marked = (await marksOf(page)).map((mark) => mark.text);
    if (marked.length === texts.length && marked.every((text, index) => text === texts[index])) return;
    if (Date.now() > end) {
      throw new Error(`expected marks: ${texts.join(' | ')}\nfound: ${marked.join(' | ')}`);
    }
    await nextLook();
  }
}

/** Between two looks at what is waited for. Not the page's own timer: that of a tab in the background hardly runs. */
const nextLook = () => delay(40);

/** Waits for the mark of this text, brings it into view and returns it. */
export async function showMark(page: Page, text: string, timeoutMs = 8000): Promise<Mark> {
  const end = Date.now() + timeoutMs;
  let mark: Mark | undefined;
  while (!(mark = (await marksOf(page)).find((each) => each.text === text))) {
    if (Date.now() > end) throw new Error(`no mark "${text}" on ${page.url()}`);
    await nextLook();
  }
  await page.evaluate((y) => scrollBy({ top: y - innerHeight / 3, behavior: 'instant' }), mark.y);
  const shown = (await marksOf(page)).find((each) => each.text === text);
  if (!shown) throw new Error(`the mark "${text}" went away`);
  return shown;
}

/** The card's visible text, or undefined while no card is open. */
export function cardText(browser: ExtensionBrowser, page: Page): Promise<string | undefined> {
  // Without innerText words of neighbouring elements run together; a shadow root itself has none.
  return browser.inClosedRoot(
    page,
    cardHost,
    (root) => root.querySelector<HTMLElement>('[role=dialog]')?.innerText ?? '',
  );
}

/** Moves the pointer onto a mark as a hand does, rests, and returns the card's text once it is there. */
export async function hoverMark(
  browser: ExtensionBrowser,
  page: Page,
  text: string,
  timeoutMs = 8000,
): Promise<string> {
  await page.bringToFront();
  const { x, y } = await showMark(page, text);
  await page.mouse.move(x + 120, y + 90);
  await page.mouse.move(x, y, { steps: 12 });
  const end = Date.now() + timeoutMs;
  for (;;) {
    const shown = await cardText(browser, page);
    if (shown) return shown;
    if (Date.now() > end) throw new Error(`no card opened on "${text}" (at ${x}, ${y})`);
    await nextLook();
  }
}

/** Presses the button or link of the open card whose text or label fits, with the mouse: forged clicks do nothing there. */
export async function pressInCard(browser: ExtensionBrowser, page: Page, label: RegExp): Promise<void> {
  const controls = await browser.inClosedRoot(page, cardHost, (root) =>
    [...root.querySelectorAll<HTMLElement>('button, a')].map((control) => {
      const { x, y, width, height } = control.getBoundingClientRect();
      return {
        label: control.ariaLabel ?? (control.innerText || control.title),
        x: x + width / 2,
        y: y + height / 2,
      };
    }),
  );
  const found = controls?.find((control) => label.test(control.label));
  if (!found) throw new Error(`no control ${String(label)} in the card: ${JSON.stringify(controls)}`);
  await page.mouse.move(found.x, found.y, { steps: 8 });
  // The card ignores presses in the moment after it appeared, when they may have been meant for the page.
  await nextLook();
  await page.mouse.click(found.x, found.y, { delay: 20 });
}

/** The same for a choice that is stored, which a card that has just appeared or moved refuses: first it has stood still. */
export async function chooseInCard(browser: ExtensionBrowser, page: Page, label: RegExp): Promise<void> {
  const place = () =>
    browser.inClosedRoot(page, cardHost, (root) => {
      const { x, y } = root.querySelector('.panel')!.getBoundingClientRect();
      return `${x} ${y}`;
    });
  let last = await place();
  let since = Date.now();
  while (Date.now() - since <= settleMs) {
    await nextLook();
    const now = await place();
    if (now !== last) since = Date.now();
    last = now;
  }
  await pressInCard(browser, page, label);
}

/** Waits for a tab whose address begins so, and returns its page. */
export async function waitForTab(
  browser: ExtensionBrowser,
  address: string,
  timeoutMs = 8000,
): Promise<Page> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const pages = await browser.pages();
    for (const page of pages) {
      const url = await page.evaluate(() => location.href).catch(() => '');
      if (url.startsWith(address)) return page;
    }
    if (Date.now() > end)
      throw new Error(`no tab at ${address}; there are ${pages.map((page) => page.url()).join(', ')}`);
    await nextLook();
  }
}
