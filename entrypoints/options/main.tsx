/** Wires the options page to the browser. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { loadDirectory, packedJson } from '../../src/dataset/load.ts';
import { OptionsPage, type OptionsPlatform } from '../../src/options/options-page.tsx';
import * as store from '../../src/settings/store.ts';
import { prepareDocument } from '../../src/ui/screen.ts';
import { t } from '../../src/ui/translate.ts';

function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

const platform: OptionsPlatform = {
  store,
  saveFile,
  loadDirectory: () => loadDirectory(packedJson((path) => `/${path}`)),
  commands: async () =>
    (await browser.commands.getAll())
      .filter((command) => command.description)
      .map(({ description, shortcut }) => ({ words: description ?? '', keys: shortcut ?? '' })),
};

prepareDocument(document, t('options.page_title'));
render(<OptionsPage platform={platform} />, document.getElementById('root')!);
