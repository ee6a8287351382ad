/** A page of a test's own in a browser with the extension: opened with its marks there, stepped through, and waited for. */
import type { Page, Viewport } from 'puppeteer-core';
import { expect } from 'vitest';
import type { ExtensionBrowser } from '../../../src/commands/browser/open-browser.ts';
import { cardText, marksOf } from '../../../src/commands/browser/reader.ts';

/** The extension API inside `inExtension`. */
declare const browser: { tabs: { sendMessage(tab: number, message: object): Promise<unknown> } };

/** Lines of text without a name, as HTML: enough of them put what follows outside the window. */
export const filler = (lines = 60): string =>
  '<p>Nothing else is said in this line of text.</p>'.repeat(lines);

/** Serves the HTML, opens it in front, at a size in CSS pixels where one is given, and waits for its first mark. */
export async function openMarkedPage(
  extension: ExtensionBrowser,
  url: string,
  html: string,
  viewport?: Viewport,
): Promise<Page> {
  extension.sites.serve(url, html);
  const page = await extension.newPage();
  if (viewport) await page.setViewport(viewport);
  await page.goto(url);
  await page.bringToFront();
  await expect.poll(async () => (await marksOf(page)).length, { timeout: 15_000 }).toBeGreaterThan(0);
  return page;
}

/** Sends what the keyboard commands send, which no driver can press, and waits for the card that it opens. */
export async function stepMention(extension: ExtensionBrowser, page: Page, step: 1 | -1): Promise<void> {
  const tab = await extension.tabId(page);
  await extension.inExtension(
    (id, direction) => browser.tabs.sendMessage(id, { type: 'step-mention', step: direction }),
    tab,
    step,
  );
  await page.bringToFront();
  await expect.poll(async () => (await cardText(extension, page)) !== undefined).toBe(true);
}

/** That nothing happens can only be told by waiting longer than everything that could make it happen. */
export const outwait = (page: Page, ms = 900): Promise<unknown> =>
  page.evaluate((waitMs) => new Promise((resolve) => setTimeout(resolve, waitMs)), ms);
