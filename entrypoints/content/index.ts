/** Wires the content script to the browser: settings, messages, name index and page. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import names from '../../data/compiled/names.json';
import { startContent } from '../../src/content/start-content.ts';
import { createMatcher } from '../../src/match/matcher.ts';
import { onPageMessage, sendToBackground } from '../../src/messages-browser.ts';
import { watchPage } from '../../src/page/watch-page.ts';
import { onSettingsChange, readSettings } from '../../src/settings/store.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  main: (context) =>
    startContent({
      document,
      matcher: createMatcher(names),
      watchPage,
      signal: context.signal,
      platform: {
        readSettings,
        onSettingsChange,
        fetchCards: (entities) => sendToBackground({ type: 'cards', entities }),
        sendPageEntities: (entities) => sendToBackground({ type: 'page-entities', entities }),
        dismiss: (dismissal) => sendToBackground({ type: 'dismiss', dismissal }),
        undoDismissal: (dismissal) => sendToBackground({ type: 'undo-dismissal', dismissal }),
        openProfile: (entity) => sendToBackground({ type: 'open-profile', entity }),
        onMessage: onPageMessage,
        isAlive: () => context.isValid,
      },
    }),
});
