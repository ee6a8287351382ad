/** Which page the popup speaks of, and what switching a site does. */
import { expect, test, vi } from 'vitest';
import type { PageState } from '../../../src/messages.ts';
import { findPage, type TabsPlatform } from '../../../src/popup/find-page.ts';
import { withSite } from '../../../src/popup/site-rules.ts';
import { defaultSettings } from '../../../src/settings/settings.ts';

const state = { site: 'news.example' } as PageState;
const platform = (fields: Partial<TabsPlatform>): TabsPlatform => ({
  givenTab: null,
  isInTab: async () => false,
  activeTab: async () => 1,
  allTabs: async () => [
    { id: 1, lastAccessed: 30 },
    { id: 2, lastAccessed: 10 },
    { id: 3, lastAccessed: 20 },
  ],
  askPage: async () => state,
  isLoading: async () => false,
  ...fields,
});

test('over a page it is that page, and no other is asked', async () => {
  const askPage = vi.fn(async () => null);
  expect(await findPage(platform({ askPage }))).toBeNull();
  expect(askPage.mock.calls).toEqual([[1]]);
});

test('in a tab of its own it is the page looked at last that answers', async () => {
  const askPage = vi.fn(async (tab: number) => (tab === 1 ? null : state));
  expect(await findPage(platform({ isInTab: async () => true, askPage }))).toEqual({ tab: 3, state });
  expect(askPage.mock.calls).toEqual([[1], [3]]);
});

test('a page that does not answer is waited for while it is being loaded, but none of many', async () => {
  const loading = { askPage: async () => null, isLoading: async () => true };
  expect(await findPage(platform(loading))).toBeUndefined();
  expect(await findPage(platform({ ...loading, isInTab: async () => true }))).toBeNull();
});

test('an address that names a tab wins', async () => {
  expect(await findPage(platform({ isInTab: async () => true, givenTab: 2 }))).toEqual({ tab: 2, state });
});

test('a site switched off leaves the sites always marked, and comes back once', () => {
  const settings = { ...defaultSettings, sitesOn: ['a.example', 'b.example'] };
  const off = { ...settings, ...withSite(settings, 'a.example', false) };
  expect(off).toMatchObject({ sitesOff: ['a.example'], sitesOn: ['b.example'] });
  expect(withSite(off, 'a.example', true)).toEqual({ sitesOff: [] });
});
