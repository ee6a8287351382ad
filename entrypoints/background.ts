/** Wires the background to the browser: messages, keyboard commands and the toolbar badge. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerMessage, type Background } from '../src/background/answer-message.ts';
import { badgeColours, badgeText } from '../src/background/badge.ts';
import { runCommand } from '../src/background/commands.ts';
import { loadCard, packedJson } from '../src/dataset/load.ts';
import { onBackgroundMessage, sendToPage } from '../src/messages-browser.ts';
import { changeSettings, onSettingsChange } from '../src/settings/store.ts';
import { profileAddress } from '../src/ui/addresses.ts';

export default defineBackground(() => {
  const fetchJson = packedJson((path) => `/${path}`);
  const background: Background = {
    loadCard: (id) => loadCard(fetchJson, id),
    changeSettings,
    setBadge: (tabId, entities) => browser.action.setBadgeText({ tabId, text: badgeText(entities) }),
    openProfile: async (id, index) => {
      const url = profileAddress(id);
      await browser.tabs.create(index === null ? { url } : { url, index });
    },
  };
  onBackgroundMessage((message, sender) => answerMessage(message, sender, background));

  void browser.action.setBadgeBackgroundColor({ color: badgeColours.background });
  void browser.action.setBadgeTextColor({ color: badgeColours.text });

  onSettingsChange(async ({ enabled }) => {
    if (enabled) return; // pages that mark again say so themselves
    const tabs = await browser.tabs.query({});
    const ids = tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
    await Promise.allSettled(ids.map((id) => background.setBadge(id, 0)));
  });

  browser.commands.onCommand.addListener((command) =>
    runCommand(command, {
      sendToPage,
      changeSettings,
      activeTab: async () =>
        (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id ?? null,
    }),
  );
});
