/**
 * Takes away what a script of ours left in an open page when its extension ended; runs before the lookout. In Chromium the
 * background enters it, only where there may be such a page, in Firefox the manifest: open pages then, others before they have
 * anything.
 */
import { browser } from '@wxt-dev/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { removeLeftBehind } from '../src/content/left-behind.ts';
import { handleKey } from '../src/content/lookout.ts';

export default defineUnlistedScript(() => {
  // A script of this very extension is at work here: what stands in the page is its own.
  if (handleKey in globalThis) return;
  // Firefox has it on elements, Chromium in the API.
  removeLeftBehind(document, (host: HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }) =>
    'openOrClosedShadowRoot' in host
      ? (host.openOrClosedShadowRoot ?? null)
      : browser.dom.openOrClosedShadowRoot(host),
  );
});
