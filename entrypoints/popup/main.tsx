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

const platform: PopupPlatform = {
  store,
  givenTab: Number.isInteger(givenTab) ? givenTab : null,
  loadDirectory: () => loadDirectory(packedJson((path) => `/${path}`)),
  askPage,
  sendToPage,
  onPageEntities,
  isInTab: async () => Boolean(await browser.tabs.getCurrent()),
  activeTab: async () => (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? null,
  allTabs: async () =>
    (await browser.tabs.query({})).flatMap(({ id, lastAccessed }) =>
      id === undefined ? [] : [{ id, lastAccessed }],
    ),
};

prepareDocument(document, t('popup.title'));
render(<Popup platform={platform} />, document.getElementById('root')!);
