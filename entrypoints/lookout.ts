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
import { handleKey, startLookout, type LookoutHandle } from '../src/content/lookout.ts';
import { createLookout } from '../src/match/lookout-index.ts';
import type { ToBackground } from '../src/messages.ts';
import { watchTrees } from '../src/page/watch-trees.ts';
import { settingsKey } from '../src/settings/at-a-glance.ts';

export default defineUnlistedScript(() => {
  const world = globalThis as { [handleKey]?: LookoutHandle };
  const lookout = startLookout({
    document,
    lookout: createLookout(names),
    watchTrees,
    platform: {
      readStored: async () => (await browser.storage.local.get(settingsKey))[settingsKey],
      onStoredChange(listener, signal) {
        const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
          const change = changes[settingsKey];
          if (area === 'local' && change) listener(change.newValue);
        };
        browser.storage.onChanged.addListener(onChanged);
        signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
      },
      loadRest: () => browser.runtime.sendMessage<ToBackground, void>({ type: 'load-rest' }),
      isAlive,
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

/** Once the extension is updated, disabled or removed, what it left in open pages has no id any more. */
function isAlive(): boolean {
  return (browser.runtime as Partial<typeof browser.runtime> | undefined)?.id !== undefined;
}
