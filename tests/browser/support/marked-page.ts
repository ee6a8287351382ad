/** A page of a test's own in a browser with the extension, with its marks there. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { ExtensionBrowser } from '../../../src/commands/browser/open-browser.ts';
import { marksOf } from '../../../src/commands/browser/reader.ts';

/** Serves the HTML, opens it in front, at a size in CSS pixels where one is given, and waits for its first mark. */
export async function openMarkedPage(
  extension: ExtensionBrowser,
  url: string,
  html: string,
  viewport?: { width: number; height: number },
): Promise<Page> {
  extension.sites.serve(url, html);
  const page = await extension.newPage();
  if (viewport) await page.setViewport(viewport);
  await page.goto(url);
  await page.bringToFront();
  await expect.poll(async () => (await marksOf(page)).length, { timeout: 15_000 }).toBeGreaterThan(0);
  return page;
}
