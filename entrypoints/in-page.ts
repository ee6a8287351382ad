/**
 * Wires what marks a page and shows cards to the browser: settings, messages, name index and page. The background loads it
 * into a page when the lookout there asks for it.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import names from '../data/compiled/names.json';
import { askUntilAnswered, onComeBack } from '../src/content/come-back.ts';
import { isAlive } from '../src/content/is-alive.ts';
import { handleKey, type LookoutHandle } from '../src/content/lookout.ts';
import { startContent } from '../src/content/start-content.ts';
import { createMatcher } from '../src/match/matcher.ts';
import { whenShown } from '../src/content/when-shown.ts';
import type { ToBackground } from '../src/messages.ts';
import { answerPageMessage, sendToBackground } from '../src/messages-browser.ts';
import { watchPage } from '../src/page/watch-page.ts';
import { onSettingsChange, readSettings } from '../src/settings/store.ts';
import { fromStored } from '../src/settings/stored.ts';

export default defineUnlistedScript(() => {
  const lookout = (globalThis as { [handleKey]?: LookoutHandle })[handleKey];
  // They come with the lookout, so that the first look need not wait for them; later they are read anew.
  let known = lookout?.known() ?? null;
  const readOnce = () => {
    const first = known;
    known = null;
    return first ? Promise.resolve(fromStored(first.stored)) : askUntilAnswered(window, readSettings);
  };
  /** For messages that may as well be sent twice. */
  const ask = <Message extends ToBackground>(message: Message) =>
    askUntilAnswered(window, () => sendToBackground(message));
  void startContent({
    document,
    matcher: createMatcher(names),
    watchPage,
    signal: new AbortController().signal,
    platform: {
      readSettings: readOnce,
      onSettingsChange,
      onComeBack: (listener, signal) => onComeBack(window, listener, signal),
      fetchCards: (entities) => ask({ type: 'cards', entities }),
      // The badge is the tab's, which shows another page until then.
      sendPageEntities: (entities) =>
        whenShown(document).then(() => ask({ type: 'page-entities', entities })),
      dismiss: (dismissal) => sendToBackground({ type: 'dismiss', dismissal }),
      undoDismissal: (dismissal) => sendToBackground({ type: 'undo-dismissal', dismissal }),
      isPrivate: browser.extension.inIncognitoContext,
      openProfile: (entity) => sendToBackground({ type: 'open-profile', entity }),
      stylePage: (style, instead) => ask({ type: 'style-page', style, instead }),
      styleFrames: (style) => ask({ type: 'style-frames', style }),
      onMessage: (handle) => lookout?.handOver((raw) => answerPageMessage(handle, raw)) ?? false,
      isAlive: () => isAlive(browser.runtime),
    },
  });
});
