/** Builds the extension for Chrome and Firefox, both as Manifest V3. */
// Brings the types of the `i18n` key.
import type {} from '@wxt-dev/i18n/module';
import { defineConfig } from 'wxt';
import { packedFiles } from './src/commands/packed-files.ts';
import { regionalLocales } from './src/commands/regional-locales.ts';
import { licenceTexts } from './src/commands/supply/licence-texts.ts';

const localesFolder = 'assets/locales';
const pages = ['http://*/*', 'https://*/*'];

export default defineConfig({
  imports: false,
  // Browsers are opened by `npm start`, with our own driver.
  webExt: { disabled: true },
  hooks: {
    // The dataset and the icons, as plain files of the package: no page can reach them.
    'build:publicAssets': async (_wxt, files) => {
      files.push(...packedFiles(), ...(await regionalLocales(localesFolder)));
      files.push({ contents: licenceTexts(), relativeDest: 'licences.txt' });
    },
    // The content script is no entrypoint of WXT's kind: see entrypoints/lookout.ts.
    'build:manifestGenerated': (wxt, manifest) => {
      const script = { matches: pages, js: ['lookout.js'], run_at: 'document_idle' as const };
      // Firefox enters pages that were open before the extension by itself, Chromium has the background do it. A page that loads
      // is entered before any script of its own has run: what would be cleared away there, only a page that probes had put there.
      const before = { matches: pages, js: ['left-behind.js'], run_at: 'document_start' as const };
      const scripts = wxt.config.browser === 'firefox' ? [before, script] : [script];
      manifest.content_scripts = [...(manifest.content_scripts ?? []), ...scripts];
    },
  },
  vite: () => ({
    plugins: [
      {
        name: 'sidelight:no-startup-messages',
        // WXT's own wrapper brings half a kilobyte of messages, silent in production, into the script of every page.
        transform: (code: string, id: string) =>
          id.includes('wxt-unlisted-script-entrypoint')
            ? code.replace(/const result = [^]*?\n\}\)\(\);/, 'const result = definition.main();')
            : null,
      },
    ],
  }),
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  i18n: { localesDir: localesFolder },
  manifest: ({ browser }) => ({
    name: 'Sidelight',
    default_locale: 'en',
    description: '__MSG_extension_description__',
    permissions: ['storage', 'contextMenus', 'scripting'],
    // For `scripting`: the same pages that the content script runs in.
    host_permissions: pages,
    omnibox: { keyword: 'sl' },
    ...(browser === 'chrome' && {
      // The first with document.caretPositionFromPoint, which finds the name under the pointer.
      minimum_chrome_version: '128',
      // Otherwise a profile or words looked up from a private window open in an ordinary one, and stay in its history. Firefox
      // opens them where the reader is, and has no history of an extension's pages.
      incognito: 'split' as const,
    }),
    // Texts of commands are in assets/locales like all others; Alt+Shift keys are the ones browsers leave free.
    commands: {
      'toggle-marking': { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_command_toggle__' },
      'next-mention': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_command_next__' },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_command_previous__',
      },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'sidelight@sidelight.invalid',
          strict_min_version: '149.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
