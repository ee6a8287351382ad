/** What Sidelight does while a page changes. The changes themselves are made by the page's own world. */
import { createMatcher } from '../../../match/matcher.ts';
import type { Matcher } from '../../../match/types.ts';
import type { PageWatch } from '../../../page/watch-page.ts';
import { clockCallbacks, type CallbackClock } from './callback-clock.ts';
import { startWatch } from './sidelight.ts';
import { timed, touchText, type Way } from './way.ts';

let followed: { watch: PageWatch; matcher: Matcher; before: number } | undefined;
let clock: CallbackClock;

/** As Sidelight gathers changes (`batchMs`). */
const floorBatchMs = 100;

/** The element that text comes into stands at the end of the page. */
const newText = () => document.body.lastElementChild!;

/** Reading rests at most two seconds after it worked (`longestRestMs`). */
async function untilQuiet(clock: CallbackClock): Promise<void> {
  do await clock.delay(100);
  while (performance.now() - clock.lastEndMs < 2500);
}

export const followWays: Record<string, Way> = {
  'follow begin': async ({ index }) => {
    clock = clockCallbacks();
    const matcher = createMatcher(index);
    const watch = startWatch(matcher);
    await watch.firstScan;
    const before = watch.mentions().length;
    clock.reset();
    followed = { watch, matcher, before };
    return { workMs: 0, found: before };
  },
  /** The floor of following: every text node that comes in is visited and each of its characters touched once, in batches. */
  'follow floor begin': () => {
    clock = clockCallbacks();
    let added: Node[] = [];
    let sum = 0;
    const read = () => {
      const nodes = added;
      added = [];
      for (const node of nodes) sum += touchText(node).sum;
    };
    new MutationObserver((records) => {
      if (added.length === 0) setTimeout(read, floorBatchMs);
      for (const { addedNodes } of records) for (const node of addedNodes) added.push(node);
    }).observe(document, { subtree: true, childList: true, characterData: true });
    return { workMs: 0, found: sum };
  },
  /** When all is read: the time of all callbacks since the beginning. */
  'follow end': async () => {
    await untilQuiet(clock);
    const found = followed?.watch.mentions().length ?? 0;
    const lost = followed ? Math.max(0, followed.before - found) : 0;
    return { workMs: clock.totalMs, found, figures: { longestSliceMs: clock.longestMs, lost } };
  },
  'new text floor': () => timed(() => touchText(newText()).characters),
  /** Whether everything that came in was found. */
  'new text compared': () => {
    const { watch, matcher, before } = followed!;
    const found = watch.mentions().length - before;
    const texts = [...newText().children].map((p) => p.textContent);
    const blocks = texts.map((text) => ({ candidates: matcher.findCandidates(text, 'en') }));
    const wanted = matcher.decide(blocks).reduce((sum, mentions) => sum + mentions.length, 0);
    return { workMs: 0, found, figures: { differing: Math.abs(found - wanted) } };
  },
};
