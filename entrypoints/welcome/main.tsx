/** Wires the page of the first run to the browser. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { loadDirectory, packedJson } from '../../src/dataset/load.ts';
import * as store from '../../src/settings/store.ts';
import { commandKeys } from '../../src/ui/key-list.tsx';
import { prepareDocument } from '../../src/ui/screen.ts';
import { t } from '../../src/ui/translate.ts';
import { WelcomePage, type WelcomePlatform } from '../../src/welcome/welcome-page.tsx';

const platform: WelcomePlatform = {
  store,
  loadDirectory: () => loadDirectory(packedJson()),
  commands: async () => commandKeys(await browser.commands.getAll()),
};

prepareDocument(document, t('welcome.page_title'));
render(<WelcomePage platform={platform} />, document.getElementById('root')!);
