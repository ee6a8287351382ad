/** Wires the directory page to the browser. */
import { render } from 'preact';
import { loadDirectory, packedJson } from '../../src/dataset/load.ts';
import { DirectoryPage, type DirectoryPlatform } from '../../src/directory/directory-page.tsx';
import * as store from '../../src/settings/store.ts';
import { prepareDocument } from '../../src/ui/screen.ts';
import { t } from '../../src/ui/translate.ts';

const platform: DirectoryPlatform = {
  store,
  loadDirectory: () => loadDirectory(packedJson()),
  addressQuery: () => location.search,
  replaceAddress: (query) => history.replaceState(null, '', `/directory.html${query}`),
};

prepareDocument(document, t('directory.page_title'));
render(<DirectoryPage platform={platform} />, document.getElementById('root')!);
