/**
 * Wires the lookout to the browser. This is the script that the manifest enters in every page; `in-page.ts` follows only
 * where it is wanted.
 *
 * An unlisted script that wxt.config.ts enters in the manifest, not WXT's own content script: around that WXT puts a context
 * that tells every page of the extension (a message to the window and an event with its id), and that a page can end.
 */
import { browser } from '@wxt-dev/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import names from '../data/compiled/lookout.json';
import { onComeBack } from '../src/content/come-back.ts';
import { isAlive } from '../src/content/is-alive.ts';
import { handleKey, startLookout, type LookoutHandle } from '../src/content/lookout.ts';
import { createFirstLook } from '../src/match/first-look.ts';
import { createLookoutIndex } from '../src/match/lookout-index.ts';
import { askBackground } from '../src/messages-page.ts';
import { isBare, onFirstChange } from '../src/page/glance.ts';
import { watchTrees } from '../src/page/watch-trees.ts';
import { onStoredChange, readStored } from '../src/settings/at-a-glance.ts';

export default defineUnlistedScript(() => {
  const world = globalThis as { [handleKey]?: LookoutHandle };
  // The background enters open pages too, and may be overtaken by the browser.
  if (world[handleKey]) return;
  const lookout = startLookout({
    document,
    index: createLookoutIndex(names),
    shared: { watchTrees, createFirstLook },
    isBare,
    onFirstChange,
    platform: {
      readStored: () => readStored(browser.storage),
      onStoredChange: (listener, signal) => onStoredChange(browser.storage, listener, signal),
      onComeBack: (listener, signal) => onComeBack(window, listener, signal),
      mayMention: (texts) => askBackground(browser.runtime, { type: 'may-mention', texts }),
      loadRest: () => askBackground(browser.runtime, { type: 'load-rest' }),
      isAlive: () => isAlive(browser.runtime),
    },
  });
  world[handleKey] = lookout;
  browser.runtime.onMessage.addListener((message, sender, answer) => {
    if (sender.id !== browser.runtime.id) return false;
    lookout.answer(message).then(answer, () => answer(undefined));
    // The answer comes later.
    return true;
  });
});
