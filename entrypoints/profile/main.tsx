/** Wires the profile page to the browser. */
import { render } from 'preact';
import { loadDirectory, loadProfile, loadVersion, packedJson } from '../../src/dataset/load.ts';
import { ProfilePage, type ProfilePlatform } from '../../src/profile/profile-page.tsx';
import * as store from '../../src/settings/store.ts';
import { claimInHash } from '../../src/ui/addresses.ts';
import { prepareDocument } from '../../src/ui/screen.ts';
import { t } from '../../src/ui/translate.ts';

const fetchJson = packedJson();

const platform: ProfilePlatform = {
  store,
  id: new URLSearchParams(location.search).get('id') ?? '',
  loadProfile: (id) => loadProfile(fetchJson, id),
  loadDirectory: () => loadDirectory(fetchJson),
  loadVersion: () => loadVersion(fetchJson),
  setTitle: (title) => void (document.title = title),
  copy: (text) => navigator.clipboard.writeText(text),
  print: () => window.print(),
  currentClaim: () => claimInHash(location.hash),
};

prepareDocument(document, t('extension.name'));
render(<ProfilePage platform={platform} />, document.getElementById('root')!);
