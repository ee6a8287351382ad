/** Wires the popup to the browser. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { loadDirectory, packedJson } from '../../src/dataset/load.ts';
import { askPage, onPageEntities, sendToPage } from '../../src/messages-browser.ts';
import { Popup, type PopupPlatform } from '../../src/popup/popup.tsx';
import * as store from '../../src/settings/store.ts';
import { prepareDocument } from '../../src/ui/screen.ts';
import { t } from '../../src/ui/translate.ts';

const givenTab = Number(new URLSearchParams(location.search).get('tab') ?? NaN);

/** A page that is loaded may name nobody, and then tells nothing. */
function onPageChange(listener: (tab: number) => void, signal: AbortSignal): void {
  onPageEntities(listener, signal);
  const onUpdated = (tab: number, { status }: { status?: string }) => status && listener(tab);
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => browser.tabs.onUpdated.removeListener(onUpdated));
}

const platform: PopupPlatform = {
  store,
  givenTab: Number.isInteger(givenTab) ? givenTab : null,
  loadDirectory: () => loadDirectory(packedJson()),
  hasAccess: () => browser.permissions.contains({ origins: ['http://*/*', 'https://*/*'] }),
  askPage,
  // A tab that is gone loads nothing.
  isLoading: (tab) =>
    browser.tabs.get(tab).then(
      ({ status }) => status === 'loading',
      () => false,
    ),
  sendToPage,
  onPageChange,
  isInTab: async () => Boolean(await browser.tabs.getCurrent()),
  activeTab: async () => (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? null,
  allTabs: async () =>
    (await browser.tabs.query({})).flatMap(({ id, lastAccessed }) =>
      id === undefined ? [] : [{ id, lastAccessed }],
    ),
};

prepareDocument(document, t('popup.title'));
render(<Popup platform={platform} />, document.getElementById('root')!);
