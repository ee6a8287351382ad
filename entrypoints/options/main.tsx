/** Wires the options page to the browser. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { loadDirectory, packedJson } from '../../src/dataset/load.ts';
import { OptionsPage, type OptionsPlatform } from '../../src/options/options-page.tsx';
import * as store from '../../src/settings/store.ts';
import { commandKeys } from '../../src/ui/key-list.tsx';
import { prepareDocument } from '../../src/ui/screen.ts';
import { t } from '../../src/ui/translate.ts';

function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Chrome's page of keys has an address; Firefox has a call, which types of Chrome's interface do not know. */
async function openKeySettings(): Promise<void> {
  const commands = browser.commands as typeof browser.commands & {
    openShortcutSettings?: () => Promise<void>;
  };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

const platform: OptionsPlatform = {
  store,
  saveFile,
  loadDirectory: () => loadDirectory(packedJson()),
  commands: async () => commandKeys(await browser.commands.getAll()),
  openKeySettings,
};

prepareDocument(document, t('options.page_title'));
render(<OptionsPage platform={platform} />, document.getElementById('root')!);
