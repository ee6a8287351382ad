/** Which tab the popup speaks of, and what its page says of itself. */
import type { PageState } from '../messages.ts';

export interface Tab {
  id: number;
  /** Milliseconds; the larger, the more recently it was looked at. */
  lastAccessed: number;
}

export interface TabsPlatform {
  /** The tab that the popup's own address names (`popup.html?tab=7`), if any. */
  givenTab: number | null;
  /** True where the popup stands in a tab of its own instead of over a page. */
  isInTab(): Promise<boolean>;
  activeTab(): Promise<number | null>;
  allTabs(): Promise<Tab[]>;
  askPage(tab: number): Promise<PageState | null>;
  isLoading(tab: number): Promise<boolean>;
}

export interface FoundPage {
  tab: number;
  state: PageState;
}

/**
 * The page under the popup; for a popup in its own tab, the page looked at last among those that answer. Null when no
 * page answers, undefined while the one that was asked is still being loaded. Tabs are asked one by one because without the
 * `tabs` permission nothing else tells which hold pages.
 */
export async function findPage(platform: TabsPlatform): Promise<FoundPage | null | undefined> {
  const tabs = await tabsToAsk(platform);
  for (const tab of tabs) {
    const state = await platform.askPage(tab);
    if (state) return { tab, state };
  }
  // Of many tabs one may load for ever.
  return tabs.length === 1 && (await platform.isLoading(tabs[0]!)) ? undefined : null;
}

async function tabsToAsk(platform: TabsPlatform): Promise<number[]> {
  if (platform.givenTab !== null) return [platform.givenTab];
  if (await platform.isInTab()) {
    const tabs = await platform.allTabs();
    return tabs.sort((a, b) => b.lastAccessed - a.lastAccessed).map((tab) => tab.id);
  }
  const active = await platform.activeTab();
  return active === null ? [] : [active];
}
