/** Hands what draws cards to the script that marks the page; the background loads it there when a card may be wanted. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { citationOf } from '../src/card/cite.ts';
import { makeCard } from '../src/card/mount.ts';
import { cardKitKey, type CardKit } from '../src/content/card-kit.ts';
import { explainPhrases } from '../src/ui/explain-phrases.ts';

export default defineUnlistedScript(() => {
  (globalThis as { [cardKitKey]?: CardKit })[cardKitKey] = { makeCard, citationOf, explainPhrases };
});
