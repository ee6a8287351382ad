/** What `bench` runs inside a page's isolated world: the floor, Sidelight, a reference, and what people would use instead. */
import findAndReplaceDOMText from 'findandreplacedomtext';
import Mark from 'mark.js';
import type { NameIndexData } from '../../match/index-format.ts';
import { createMatcher } from '../../match/matcher.ts';
import { readBlocks } from '../../page/read-blocks.ts';
import { placeOf } from '../../page/text-block.ts';
import { type PageWatch, watchPage } from '../../page/watch-page.ts';

export interface WayResult {
  /** Milliseconds from start to end as a clock sees them. */
  ms: number;
  /** Milliseconds of work on the main thread, where the way waits in between. */
  workMs?: number;
  /** Of the work, milliseconds inside the matcher; the clock's own coarseness (0.1 ms) averages out. */
  matcherMs?: MatcherTimes;
  worstFrameGapMs?: number;
  firstMarkMs?: number;
  found: number;
  /** Mentions at other places than the reference's. */
  differing?: number;
}
export interface MatcherTimes {
  start: number;
  places: number;
  findCandidates: number;
  decide: number;
}
type Way = (data: NameIndexData, names: readonly string[]) => WayResult | Promise<WayResult>;

function timed(run: () => number): WayResult {
  const start = performance.now();
  const found = run();
  return { ms: performance.now() - start, found };
}
const alternation = (names: readonly string[]) =>
  new RegExp(`\\b(?:${[...names].sort((one, other) => other.length - one.length).join('|')})\\b`, 'g');

let watch: PageWatch | null = null;

async function sidelight(data: NameIndexData): Promise<WayResult> {
  let lastFrame = performance.now();
  let worstFrameGapMs = 0;
  let isOver = false;
  requestAnimationFrame(function frame(time) {
    worstFrameGapMs = Math.max(worstFrameGapMs, time - lastFrame);
    lastFrame = time;
    if (!isOver) requestAnimationFrame(frame);
  });
  const start = performance.now();
  const plain = createMatcher(data);
  const started = performance.now() - start;
  const matcherMs: MatcherTimes = { start: started, places: 0, findCandidates: 0, decide: 0 };
  function clocked<Result>(part: keyof MatcherTimes, run: () => Result): Result {
    const from = performance.now();
    const result = run();
    matcherMs[part] += performance.now() - from;
    return result;
  }
  const matcher: typeof plain = {
    ...plain,
    places: (text) => clocked('places', () => plain.places(text)),
    findCandidates: (text, language) => clocked('findCandidates', () => plain.findCandidates(text, language)),
    decide: (blocks) => clocked('decide', () => plain.decide(blocks)),
  };
  let firstMarkMs = 0;
  watch = watchPage({
    document,
    matcher,
    signal: new AbortController().signal,
    settings: { lineStyle: 'line', density: 'every-mention', isShown: () => true },
    onChange: () => (firstMarkMs ||= performance.now() - start),
  });
  const workMs = started + (await watch.firstScan);
  const ms = performance.now() - start;
  isOver = true;
  return { ms, workMs, worstFrameGapMs, firstMarkMs, matcherMs, found: watch.mentions().length };
}

const stormNodes = 20_000;
const stormMs = 2000;

/**
 * Text appended at 10,000 nodes a second to a page that is watched. `ms` is the work per million characters: all time that
 * the thread was held between the turns of a timer, less what the same storm takes before the page is watched.
 */
async function storm(data: NameIndexData): Promise<WayResult> {
  const words = document.body.textContent.slice(0, 40_000).split(/\s+/);
  async function run(): Promise<number> {
    const box = document.createElement('div');
    document.body.append(box);
    let held = 0;
    let added = 0;
    const start = performance.now();
    while (added < stormNodes) {
      const due = Math.min(stormNodes, ((performance.now() - start) / stormMs) * stormNodes);
      for (; added < due; added++) {
        const p = document.createElement('p');
        p.textContent = words
          .slice((added * 7) % (words.length - 8))
          .slice(0, 8)
          .join(' ');
        box.append(p);
      }
      const turn = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 4));
      held += Math.max(0, performance.now() - turn - 4);
    }
    box.remove();
    return held;
  }
  const bare = await run();
  const ending = new AbortController();
  const followed = watchPage({
    document,
    matcher: createMatcher(data),
    signal: ending.signal,
    settings: { lineStyle: 'line', density: 'every-mention', isShown: () => true },
  });
  await followed.firstScan;
  const watched = await run();
  ending.abort();
  const characters = (stormNodes / 1e6) * 43;
  return { ms: Math.max(0, watched - bare) / characters, found: stormNodes };
}

/** Walks block by block, without any first look, and compares the places with what Sidelight found on the same page. */
function reference(data: NameIndexData): WayResult {
  const matcher = createMatcher(data);
  const start = performance.now();
  // Decided over the blocks with candidates, as the page does it.
  const read = readBlocks(document.documentElement)
    .map((block) => ({ block, candidates: matcher.findCandidates(block.text, 'en') }))
    .filter(({ candidates }) => candidates.length > 0);
  const places = matcher
    .decide(read)
    .flatMap((mentions, k) => mentions.map(({ start: from, end }) => placeOf(read[k]!.block, from, end)));
  const ms = performance.now() - start;
  const mine = watch?.mentions() ?? [];
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
  return { ms, found: places.length, ...(watch && { differing }) };
}

/** Milliseconds of one look under the pointer, over points on and beside marks: median. */
function hitTest(): WayResult {
  const points = (watch?.mentions() ?? [])
    .slice(0, 40)
    .flatMap((mention) => watch!.rectsOf(mention).slice(0, 1))
    .filter((rect) => rect.top > 0 && rect.bottom < innerHeight);
  const times: number[] = [];
  for (let round = 0; round < 20; round++) {
    for (const rect of points) {
      for (const offset of [2, -4]) {
        const start = performance.now();
        for (let k = 0; k < 10; k++) watch!.mentionAt(rect.left + offset, rect.top + 3);
        times.push((performance.now() - start) / 10);
      }
    }
  }
  times.sort((one, other) => one - other);
  return { ms: times[times.length >> 1] ?? 0, found: points.length };
}

const ways: Record<string, Way> = {
  floor: () =>
    timed(() => {
      let sum = 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.nodeValue!;
        for (let k = 0; k < text.length; k++) sum += text.charCodeAt(k);
      }
      return sum;
    }),
  sidelight,
  reference,
  storm,
  hover: hitTest,
  'mark.js': (_, names) => {
    const expression = alternation(names);
    const start = performance.now();
    return new Promise((resolve) => {
      new Mark(document.body).markRegExp(expression, {
        done: (found: number) => resolve({ ms: performance.now() - start, found }),
      });
    });
  },
  findAndReplaceDOMText: (_, names) => {
    let found = 0;
    const find = alternation(names);
    return timed(() => {
      findAndReplaceDOMText(document.body, {
        find,
        wrap: 'mark',
        replace: (portion) => (found++, portion.text),
      });
      return found;
    });
  },
  'regex per name': (_, names) =>
    timed(() => {
      const text = document.body.innerText;
      let found = 0;
      for (const name of names) found += text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
      return found;
    }),
};

declare global {
  var runWay: (way: string, data: NameIndexData, names: readonly string[]) => Promise<WayResult>;
}
globalThis.runWay = async (way, data, names) => ways[way]!(data, names);
