/** Wires the background to the browser: messages, keyboard commands, toolbar badge, address bar, menu and first run. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { addressBarLine, describedSuggestions } from '../src/background/address-bar.ts';
import { answerMessage, type Background } from '../src/background/answer-message.ts';
import { badgeColours, badgeText } from '../src/background/badge.ts';
import { runCommand } from '../src/background/commands.ts';
import { createMayMention } from '../src/background/may-mention.ts';
import { addressFor, escapeXml } from '../src/background/look-up.ts';
import { enterOpenPages } from '../src/background/open-pages.ts';
import { changeSheet, changeSheetInFrames, targetOf } from '../src/background/style-marks.ts';
import { handleName } from '../src/content/lookout.ts';
import { loadCard, loadDirectory, packedJson } from '../src/dataset/load.ts';
import { onBackgroundMessage, sendToPage } from '../src/messages-browser.ts';
import { changeSettings, onSettingsChange } from '../src/settings/store.ts';
import { profileAddress } from '../src/ui/addresses.ts';
import { buildSearchIndex, type SearchIndex } from '../src/ui/search.ts';
import { t } from '../src/ui/translate.ts';

const menuId = 'look-up';

export default defineBackground(() => {
  const isFirefox = location.protocol === 'moz-extension:';
  // In Chromium private windows have a background of their own, which sees their tabs alone. What is stored is the same for both.
  const isForPrivate = browser.extension.inIncognitoContext;
  const enteredKey = isForPrivate ? 'entered-private-pages' : 'entered-open-pages';
  const fetchJson = packedJson();
  const open = async (url: string, index: number | null) => {
    await browser.tabs.create(index === null ? { url } : { url, index });
  };
  const background: Background = {
    loadCard: (id) => loadCard(fetchJson, id),
    changeSettings,
    setBadge: (tabId, entities) => browser.action.setBadgeText({ tabId, text: badgeText(entities) }),
    openProfile: (id, index) => open(profileAddress(id), index),
    mayMention: createMayMention(() => fetchJson('names.json')),
    async loadScript(tabId, document, script) {
      const target = targetOf(tabId, document);
      await browser.scripting.executeScript({ target, files: [`/${script}.js`], injectImmediately: true });
    },
    stylePage: (tabId, document, sheet, instead) =>
      changeSheet(browser.scripting, targetOf(tabId, document), sheet, instead),
    styleFrames: (tabId, style) => changeSheetInFrames(browser.scripting, tabId, style),
  };
  onBackgroundMessage((message, sender) => answerMessage(message, sender, background));

  if (!isFirefox)
    void enterOpenPages({
      isDone: async () => enteredKey in (await browser.storage.session.get(enteredKey)),
      setDone: () => browser.storage.session.set({ [enteredKey]: true }),
      tabs: async () =>
        (await browser.tabs.query({ discarded: false })).flatMap(({ id }) => (id === undefined ? [] : [id])),
      async hasScript(tabId) {
        const [answer] = await browser.scripting.executeScript({
          target: { tabId },
          func: (key: string) => Symbol.for(key) in globalThis,
          args: [handleName],
        });
        return answer?.result === true;
      },
      async enter(tabId) {
        for (const { js } of browser.runtime.getManifest().content_scripts ?? [])
          if (js)
            await browser.scripting.executeScript({ target: { tabId }, files: ['left-behind.js', ...js] });
      },
    });

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

  let loaded: Promise<SearchIndex> | undefined;
  /** Empty where the directory cannot be read: the page that is opened then reads it itself, and says so. */
  const index = () =>
    (loaded ??= loadDirectory(fetchJson)
      .then(buildSearchIndex)
      .catch(() => {
        loaded = undefined;
        return [];
      }));

  const createMenu = () =>
    browser.contextMenus.create(
      { id: menuId, title: t('menu.look_up'), contexts: ['selection'] },
      // It is there already: asked for, the error is not printed.
      () => browser.runtime.lastError,
    );
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    // The browser keeps menus from one start to the next, but an update may have changed their words.
    await browser.contextMenus.removeAll();
    createMenu();
    if (reason === 'install') await open('/welcome.html', null);
  });
  // For private windows it keeps none, nor are they told of an installation.
  if (isForPrivate) createMenu();
  browser.contextMenus.onClicked.addListener(async ({ selectionText = '' }, tab) => {
    await open(addressFor(await index(), selectionText), tab ? tab.index + 1 : null);
  });

  const { omnibox } = browser;
  const describe = isFirefox ? (text: string) => text : escapeXml;
  omnibox.onInputStarted.addListener(
    () => void omnibox.setDefaultSuggestion({ description: describe(addressBarLine('')) }),
  );
  omnibox.onInputChanged.addListener(async (words, suggest) => {
    void omnibox.setDefaultSuggestion({ description: describe(addressBarLine(words)) });
    const suggestions = describedSuggestions(await index(), words);
    suggest(suggestions.map((each) => ({ ...each, description: describe(each.description) })));
  });
  omnibox.onInputEntered.addListener(async (words, disposition) => {
    const url = addressFor(await index(), words);
    if (disposition === 'currentTab') await browser.tabs.update({ url });
    else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
});
