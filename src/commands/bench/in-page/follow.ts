/** What Sidelight does while a page changes. The changes themselves are made by the page's own world. */
import { createMatcher } from '../../../match/matcher.ts';
import type { Matcher } from '../../../match/types.ts';
import type { PageWatch } from '../../../page/watch-page.ts';
import { clockCallbacks, type CallbackClock } from './callback-clock.ts';
import { startWatch } from './sidelight.ts';
import { timed, touchText, type Way } from './way.ts';

let followed: { watch: PageWatch; matcher: Matcher; clock: CallbackClock; before: number } | undefined;

/** The element that text comes into stands at the end of the page. */
const newText = () => document.body.lastElementChild!;

/** Reading rests at most two seconds after it worked (`longestRestMs`). */
async function untilQuiet(clock: CallbackClock): Promise<void> {
  do await clock.delay(100);
  while (performance.now() - clock.lastEndMs < 2500);
}

export const followWays: Record<string, Way> = {
  'follow begin': async ({ index }) => {
    const clock = clockCallbacks();
    const matcher = createMatcher(index);
    const watch = startWatch(matcher);
    await watch.firstScan;
    const before = watch.mentions().length;
    clock.reset();
    followed = { watch, matcher, clock, before };
    return { workMs: 0, found: before };
  },
  /** When all is read: the time of all callbacks since the beginning. */
  'follow end': async () => {
    const { clock, watch, before } = followed!;
    await untilQuiet(clock);
    const found = watch.mentions().length;
    const figures = { longestSliceMs: clock.longestMs, lost: Math.max(0, before - found) };
    return { workMs: clock.totalMs, found, figures };
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
