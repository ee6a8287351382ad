/** Sidelight's own work on a page, and what is measured around it: places compared with a reference, slices, frames, hovering. */
import { createLookoutIndex } from '../../../match/lookout-index.ts';
import { createMatcher } from '../../../match/matcher.ts';
import type { Matcher } from '../../../match/types.ts';
import { readBlocks } from '../../../page/read-blocks.ts';
import { placeOf } from '../../../page/text-block.ts';
import { type PageWatch, watchPage } from '../../../page/watch-page.ts';
import { clockCallbacks } from './callback-clock.ts';
import { median, type Way } from './way.ts';

/** The watch of this page, for the ways that follow on the one that began it. */
let watch: PageWatch | null = null;

export function startWatch(matcher: Matcher, onChange?: () => void): PageWatch {
  return watchPage({
    document,
    matcher,
    signal: new AbortController().signal,
    settings: { style: 'line', density: 'every-mention', isShown: () => true },
    ...(onChange && { onChange }),
  });
}

/** The whole job and nothing beside it: start-up of the matcher, text, mentions, their sense, paint. */
export const sidelight: Way = async ({ index }) => {
  const start = performance.now();
  const matcher = createMatcher(index);
  const startMs = performance.now() - start;
  watch = startWatch(matcher);
  const workMs = startMs + (await watch.firstScan);
  return { workMs, found: watch.mentions().length };
};

/**
 * The whole job under observation, which costs: the longest callback, gaps between frames, when what is on screen was marked,
 * layout shift, and how the matcher's part divides up. `workMs` is all callbacks together.
 */
export const observed: Way = async ({ index }) => {
  const clock = clockCallbacks();
  const marked = logMarks();
  let shift = 0;
  const supported = PerformanceObserver.supportedEntryTypes;
  const shifts = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
  });
  if (supported.includes('layout-shift')) shifts.observe({ type: 'layout-shift', buffered: false });
  const frames = watchFrames();
  await frames.begun;
  clock.reset();

  const parts: Record<string, number> = {};
  const start = performance.now();
  let firstMarkMs = NaN;
  watch = clock.timed(() => {
    const matcher = createMatcher(index);
    parts.matcherStartMs = performance.now() - start;
    return startWatch(clocked(matcher, parts), () => {
      if (Number.isNaN(firstMarkMs)) firstMarkMs = performance.now() - start;
    });
  });
  const ownMs = await watch.firstScan;
  const wallMs = performance.now() - start;
  const worstFrameGapMs = await frames.end();
  shifts.disconnect();
  const onScreenMs = marked.lastOnScreen() - start;
  return {
    workMs: clock.totalMs,
    found: watch.mentions().length,
    figures: {
      ownMs,
      wallMs,
      longestSliceMs: clock.longestMs,
      worstFrameGapMs,
      ...(!Number.isNaN(firstMarkMs) && { firstMarkMs }),
      ...(!Number.isNaN(onScreenMs) && { onScreenMs }),
      ...(supported.includes('layout-shift') && { layoutShift: shift }),
      ...parts,
    },
  };
};

/** Adds up what each function of the matcher takes. */
function clocked(matcher: Matcher, parts: Record<string, number>): Matcher {
  const entries = Object.entries(matcher as unknown as Record<string, (...args: unknown[]) => unknown>);
  return Object.fromEntries(
    entries.map(([name, run]) => [
      name,
      (...args: unknown[]) => {
        const from = performance.now();
        const result = run(...args);
        parts[`${name}Ms`] = (parts[`${name}Ms`] ?? 0) + performance.now() - from;
        return result;
      },
    ]),
  ) as unknown as Matcher;
}

/** Writes down when each range was first put into a highlight. */
function logMarks() {
  const added: { range: AbstractRange; ms: number }[] = [];
  const add = Highlight.prototype.add;
  Highlight.prototype.add = function (range: AbstractRange) {
    added.push({ range, ms: performance.now() });
    return add.call(this, range);
  };
  return {
    /** When the last of the marks that stand in the first screen was put there; NaN without any. */
    lastOnScreen(): number {
      const first = new Map<Node, Map<number, number>>();
      for (const { range, ms } of added) {
        const offsets = first.get(range.startContainer) ?? new Map<number, number>();
        first.set(range.startContainer, offsets);
        if (offsets.has(range.startOffset)) continue;
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const { top, bottom } = live.getBoundingClientRect();
        offsets.set(range.startOffset, bottom > 0 && top < innerHeight ? ms : NaN);
      }
      const times = [...first.values()].flatMap((offsets) => [...offsets.values()]);
      const onScreen = times.filter((ms) => !Number.isNaN(ms));
      return onScreen.length > 0 ? Math.max(...onScreen) : NaN;
    },
  };
}

/** The longest time between two frames. Taken with the browser's own functions: call after `clockCallbacks`, which adds little. */
function watchFrames() {
  let last = NaN;
  let worst = 0;
  let isOver = false;
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: over, resolve: finish } = Promise.withResolvers<number>();
  let count = 0;
  requestAnimationFrame(function frame(time) {
    // The first frames still draw the page itself.
    if (++count === 20) begin();
    if (count > 20) worst = Math.max(worst, time - last);
    last = time;
    if (isOver) finish(worst);
    else requestAnimationFrame(frame);
  });
  return {
    begun,
    end: () => {
      isOver = true;
      return over;
    },
  };
}

/** Walks block by block, without any first look, and compares the places with what Sidelight found on the same page. */
export const reference: Way = ({ index }) => {
  const matcher = createMatcher(index);
  const start = performance.now();
  // Decided over the blocks with candidates, as the page does it.
  const read = readBlocks(document.documentElement)
    .map((block) => ({ block, candidates: matcher.findCandidates(block.text, 'en') }))
    .filter(({ candidates }) => candidates.length > 0);
  const places = matcher
    .decide(read)
    .flatMap((mentions, k) => mentions.map(({ start: from, end }) => placeOf(read[k]!.block, from, end)));
  const workMs = performance.now() - start;
  if (!watch) return { workMs, found: places.length };
  const mine = watch.mentions();
  const isSame = (place: StaticRangeInit, k: number) => {
    const range = mine[k]?.range;
    return (
      range?.startContainer === place.startContainer &&
      range.startOffset === place.startOffset &&
      range.endOffset === place.endOffset
    );
  };
  const differing =
    Math.abs(mine.length - places.length) +
    places.filter((place, k) => k < mine.length && !isSame(place, k)).length;
  return { workMs, found: places.length, figures: { differing } };
};

/**
 * One look under the pointer, over points on and beside the marks on screen: the median over rounds of the mean of a round.
 * `coldMs` is the first look after the page has scrolled, when nothing is remembered.
 */
export const hover: Way = async () => {
  const looked = watch!;
  const inView = looked
    .mentions()
    .slice(0, 400)
    .flatMap((mention) => looked.rectsOf(mention).slice(0, 1))
    .filter((rect) => rect.top > 0 && rect.bottom < innerHeight);
  const points = inView.flatMap(({ left, top }) => [
    [left + 2, top + 3] as const,
    [left - 4, top + 3] as const,
  ]);
  const lookAround = () => {
    for (const [x, y] of points) looked.mentionAt(x, y);
  };
  const rounds: number[] = [];
  for (let round = 0; round < 30; round++) {
    const start = performance.now();
    for (let time = 0; time < 10; time++) lookAround();
    rounds.push((performance.now() - start) / 10 / points.length);
  }
  const colds: number[] = [];
  for (let time = 0; time < 9 && points.length > 0; time++) {
    scrollBy({ top: time % 2 ? -60 : 60, behavior: 'instant' });
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const [x, y] = points[time % points.length]!;
    const start = performance.now();
    looked.mentionAt(x, y);
    colds.push(performance.now() - start);
  }
  return {
    workMs: median(rounds),
    found: points.length,
    figures: { coldMs: median(colds), marks: looked.mentions().length },
  };
};

/** Kept, so that the memory that they take can be read afterwards. */
const kept: unknown[] = [];

/** From the packed names to the first answer about a text that holds one. */
export const matcherStart: Way = ({ index, names }) => {
  const text = `She works for ${names[0]} now.`;
  const start = performance.now();
  const matcher = createMatcher(index);
  const found = matcher.findCandidates(text, 'en').length;
  const workMs = performance.now() - start;
  kept.push(matcher);
  return { workMs, found };
};
export const lookoutStart: Way = ({ lookout, names }) => {
  const text = `She works for ${names[0]} now.`;
  const start = performance.now();
  const finder = createLookoutIndex(lookout);
  const found = finder.mayContain(text) ? finder.places(text).length : 0;
  const workMs = performance.now() - start;
  kept.push(finder);
  return { workMs, found };
};
