/**
 * Wires the content script to the browser: settings, messages, name index and page.
 *
 * An unlisted script that wxt.config.ts enters in the manifest, not WXT's own content script: around that WXT puts a context
 * that tells every page of the extension (a message to the window and an event with its id), and that a page can end.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import names from '../data/compiled/names.json';
import { startContent } from '../src/content/start-content.ts';
import { createMatcher } from '../src/match/matcher.ts';
import { onPageMessage, sendToBackground } from '../src/messages-browser.ts';
import { watchPage } from '../src/page/watch-page.ts';
import { onSettingsChange, readSettings } from '../src/settings/store.ts';

/** Once the extension is updated, disabled or removed, what it left in open pages has no id any more. */
const isAlive = () => (browser.runtime as Partial<typeof browser.runtime> | undefined)?.id !== undefined;

export default defineUnlistedScript({
  main: () =>
    startContent({
      document,
      matcher: createMatcher(names),
      watchPage,
      signal: new AbortController().signal,
      platform: {
        readSettings,
        onSettingsChange,
        fetchCards: (entities) => sendToBackground({ type: 'cards', entities }),
        sendPageEntities: (entities) => sendToBackground({ type: 'page-entities', entities }),
        dismiss: (dismissal) => sendToBackground({ type: 'dismiss', dismissal }),
        undoDismissal: (dismissal) => sendToBackground({ type: 'undo-dismissal', dismissal }),
        openProfile: (entity) => sendToBackground({ type: 'open-profile', entity }),
        onMessage: onPageMessage,
        isAlive,
      },
    }),
});
