/**
 * Puts the content script into pages that were open before the extension was: after it was installed, updated or switched on.
 * Firefox does that by itself; in Chromium such a page would stay without marks until it is loaded again.
 */

export interface OpenPages {
  /** Whether this was done since the extension came; the browser forgets it when the extension or the browser ends. */
  isDone(): Promise<boolean>;
  setDone(): Promise<void>;
  /** Tabs that hold a page: those that the browser has discarded load anew when they are looked at. */
  tabs(): Promise<number[]>;
  /** Rejects where the page is none of ours. */
  hasScript(tab: number): Promise<boolean>;
  enter(tab: number): Promise<void>;
}

export async function enterOpenPages(pages: OpenPages): Promise<void> {
  if (await pages.isDone()) return;
  await pages.setDone();
  const tabs = await pages.tabs();
  // Side by side: a frozen tab answers only when it thaws.
  await Promise.allSettled(
    tabs.map(async (tab) => {
      if (!(await pages.hasScript(tab))) await pages.enter(tab);
    }),
  );
}
