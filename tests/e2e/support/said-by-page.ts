/** What the content script says of a page, asked from inside the extension: also where the page broke its own world. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { ExtensionBrowser } from '../../../src/commands/browser/open-browser.ts';

/** How often each entity is marked in the page of a tab; null while no content script answers. */
function countsInTab(browser: ExtensionBrowser, tab: number): Promise<Record<string, number> | null> {
  return browser.inExtension(async (id) => {
    try {
      const state = (await globalThis.browser.tabs.sendMessage(
        id,
        { type: 'page-state' },
        { frameId: 0 },
      )) as {
        entities: { entity: string; count: number }[];
      };
      return Object.fromEntries(state.entities.map(({ entity, count }) => [entity, count]));
    } catch {
      return null;
    }
  }, tab);
}

/** Waits until just these entities are marked so often. */
export async function expectCounts(
  browser: ExtensionBrowser,
  page: Page,
  counts: Record<string, number>,
  timeoutMs = 15_000,
): Promise<void> {
  const tab = await browser.tabId(page);
  await expect.poll(() => countsInTab(browser, tab), { timeout: timeoutMs }).toEqual(counts);
}
