/**
 * Puts the content script into pages that were open before the extension was: after it was installed, updated or switched on.
 * Firefox does that by itself; in Chromium such a page would stay without marks until it is loaded again.
 *
 * Two kinds of page still do: one that was made ready unseen (prerendered) before, and one that Chromium had discarded and loads
 * without any script of an extension that was updated meanwhile, as it sometimes does. Only a listener to all that tabs do would
 * find these, and it would wake the background at each page that is loaded. The popup says that they need to be loaded again.
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
