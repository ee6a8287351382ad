/**
 * Wires what marks a page and shows cards to the browser: settings, messages, name index and page. The background loads it
 * into a page when the lookout there asks for it.
 */
import { browser } from '@wxt-dev/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import names from '../data/compiled/names.json';
import { cardKitKey, type CardKit } from '../src/content/card-kit.ts';
import { askUntilAnswered, onComeBack } from '../src/content/come-back.ts';
import { isAlive } from '../src/content/is-alive.ts';
import { handleKey, type LookoutHandle } from '../src/content/lookout.ts';
import { startContent } from '../src/content/start-content.ts';
import { whenShown } from '../src/content/when-shown.ts';
import { matcherWith } from '../src/match/matcher.ts';
import { answerPageMessage, type ToBackground } from '../src/messages.ts';
import { askBackground, askingTwice } from '../src/messages-page.ts';
import { watchPageWith } from '../src/page/watch-page.ts';
import { onStoredChange, readStored } from '../src/settings/at-a-glance.ts';
import { fromStored } from '../src/settings/stored.ts';

export default defineUnlistedScript(() => {
  const lookout = (globalThis as { [handleKey]?: LookoutHandle })[handleKey];
  if (!lookout) return;
  const { shared } = lookout;
  // They come with the lookout, so that the first look need not wait for them; later they are read anew.
  let known = lookout.known();
  const readSettings = async () => {
    const first = known;
    known = null;
    const read = () => readStored(browser.storage);
    return fromStored(first ? first.stored : await askUntilAnswered(window, read));
  };
  const askOnce = <Message extends ToBackground>(message: Message) => askBackground(browser.runtime, message);
  /** For messages that may as well be sent twice. */
  const ask = <Message extends ToBackground>(message: Message) =>
    askUntilAnswered(window, () => askOnce(message));
  void startContent({
    document,
    matcher: matcherWith(shared.createFirstLook, names),
    watchPage: (options) => watchPageWith(shared.watchTrees, options),
    signal: new AbortController().signal,
    platform: {
      readSettings,
      onSettingsChange: (listener, signal) =>
        onStoredChange(browser.storage, (stored) => listener(fromStored(stored)), signal),
      onComeBack: (listener, signal) => onComeBack(window, listener, signal),
      fetchCards: (entities) => ask({ type: 'cards', entities }),
      async loadCardKit() {
        const world = globalThis as { [cardKitKey]?: CardKit };
        if (!world[cardKitKey]) await ask({ type: 'load-card' });
        if (!world[cardKitKey]) throw new Error('What draws cards could not be loaded.');
        return world[cardKitKey];
      },
      // The badge is the tab's, which shows another page until then.
      sendPageEntities: (entities) =>
        whenShown(document).then(() => ask({ type: 'page-entities', entities })),
      // A choice that is there already is not added, and one that is gone is not taken back.
      dismiss: (dismissal) => askBackground(askingTwice(browser.runtime), { type: 'dismiss', dismissal }),
      undoDismissal: (dismissal) =>
        askBackground(askingTwice(browser.runtime), { type: 'undo-dismissal', dismissal }),
      isPrivate: browser.extension.inIncognitoContext,
      openProfile: (entity) => askOnce({ type: 'open-profile', entity }),
      stylePage: (sheet, instead) => ask({ type: 'style-page', sheet, instead }),
      styleFrames: (style) => ask({ type: 'style-frames', style }),
      onMessage: (handle) => lookout.handOver((raw) => answerPageMessage(handle, raw)),
      isAlive: () => isAlive(browser.runtime),
    },
  });
});
