// @vitest-environment happy-dom
/** The lookout in every page: what it waits for, what it loads, and that it makes way. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFirstLook } from '../../../src/match/first-look.ts';
import { startLookout, type LookoutPlatform } from '../../../src/content/lookout.ts';
import type { CandidateBlock } from '../../../src/page/page-model.ts';
import type { WatchTreesOptions } from '../../../src/page/watch-trees.ts';

let watches: WatchTreesOptions[];
let stored: unknown;
let isAlive: boolean;
let isBare: boolean;
let changed: (() => void) | null;
let change: (stored: unknown) => void;
let isFollowing: boolean;
const loadRest = vi.fn<LookoutPlatform['loadRest']>();
const mayMention = vi.fn<LookoutPlatform['mayMention']>();

/** A block in which a name stands; the test's lookout takes those that begin at 0 for sure ones. */
function blockOf(text: string, start: number, lang = ''): CandidateBlock {
  const element = document.createElement('p');
  element.lang = lang;
  element.textContent = text;
  const nodes = [element.firstChild as Text];
  const root = null as never;
  return {
    text,
    nodes,
    starts: [0],
    element,
    root,
    candidates: [{ start, end: 9 }],
    mentions: [],
    marks: [],
  };
}
const sure = () => blockOf('NSO Group', 0);
const doubtful = (text = 'A Ring', lang = '') => blockOf(text, 2, lang);
/** As when the watch finds a name and its stretch of reading is over. */
function find(block: CandidateBlock): void {
  watches.at(-1)!.onChanged([block]);
}
const settle = async () => {
  watches.at(-1)!.settling(false);
  await vi.advanceTimersByTimeAsync(0);
};

beforeEach(() => {
  vi.useFakeTimers();
  watches = [];
  stored = undefined;
  isAlive = true;
  isBare = false;
  changed = null;
  isFollowing = false;
  loadRest.mockReset().mockResolvedValue(undefined);
  mayMention.mockReset().mockResolvedValue(false);
});
afterEach(() => vi.useRealTimers());

let comeBack: () => void;

async function start() {
  const lookout = startLookout({
    document,
    index: {
      mayContain: () => true,
      places: () => [],
      findCandidates: () => [],
      isSure: ({ start }) => start === 0,
    },
    shared: {
      watchTrees(options) {
        watches.push(options);
        // All that it has is never gone over: a page may name something doubtful ten thousand times.
        return {
          top: null as never,
          firstScan: Promise.resolve(0),
          readAgain: vi.fn(),
          runNext: () => Promise.resolve(0),
        };
      },
      createFirstLook,
    },
    isBare: () => isBare,
    onFirstChange: (_, signal, callBack) => (changed = () => !signal.aborted && callBack()),
    platform: {
      readStored: () => Promise.resolve(stored),
      onStoredChange(listener, signal) {
        change = listener;
        isFollowing = true;
        signal.addEventListener('abort', () => (isFollowing = false));
      },
      onComeBack: (listener) => (comeBack = listener),
      mayMention,
      loadRest,
      isAlive: () => isAlive,
    },
  });
  await vi.advanceTimersByTimeAsync(0);
  return lookout;
}

it('a page that comes back from the browser’s cache: settings are read anew, and what was never answered is asked again', async () => {
  loadRest.mockReturnValueOnce(new Promise(() => undefined));
  await start();
  find(sure());
  expect(loadRest).toHaveBeenCalledTimes(1);
  comeBack();
  await vi.advanceTimersByTimeAsync(0);
  find(sure());
  expect(loadRest).toHaveBeenCalledTimes(2);
  stored = { enabled: false };
  comeBack();
  await vi.advanceTimersByTimeAsync(0);
  expect(watches).toHaveLength(2);
});
it('loads nothing while no name is found, and the rest once when one is', async () => {
  await start();
  expect([watches.length, loadRest.mock.calls.length]).toEqual([1, 0]);
  find(sure());
  find(sure());
  expect(watches[0]!.signal.aborted).toBe(true);
  expect(loadRest).toHaveBeenCalledTimes(1);
});

it('follows a page that is bare at a glance from its first change on', async () => {
  isBare = true;
  await start();
  expect(watches).toHaveLength(0);
  changed?.();
  expect(watches).toHaveLength(1);
});

it('does not look where nothing is to be marked, and looks when that changes', async () => {
  stored = { enabled: false };
  await start();
  expect(watches).toHaveLength(0);
  change({ enabled: true });
  expect(watches).toHaveLength(1);
  change({ sitesOff: [location.host] });
  expect(watches[0]!.signal.aborted).toBe(true);
});

it('takes a change that comes before the first reading for the newer one', async () => {
  stored = undefined;
  const started = start();
  change({ enabled: false });
  await started;
  expect(watches.every(({ signal }) => signal.aborted)).toBe(true);
});

it('hands the settings on as they are now, and none that may have changed while the page was put away', async () => {
  stored = { enabled: true };
  const lookout = await start();
  expect(lookout.known()).toEqual({ stored: { enabled: true } });
  change({ runsOn: 'when-asked' });
  expect(lookout.known()).toEqual({ stored: { runsOn: 'when-asked' } });
  stored = { runsOn: 'every-page' };
  comeBack();
  expect(lookout.known()).toBe(null);
  await vi.advanceTimersByTimeAsync(0);
  expect(lookout.known()).toEqual({ stored: { runsOn: 'every-page' } });
});

it('makes way for the rest, once', async () => {
  const lookout = await start();
  expect(lookout.handOver(() => 'first')).toBe(true);
  expect(lookout.handOver(() => 'second')).toBe(false);
  expect([watches[0]!.signal.aborted, isFollowing]).toEqual([true, false]);
  expect(await lookout.answer({})).toBe('first');
  expect(loadRest).not.toHaveBeenCalled();
});

it('loads the rest for a message and lets it answer', async () => {
  const lookout = await start();
  const answer = lookout.answer({ type: 'page-state' });
  await vi.advanceTimersByTimeAsync(0);
  expect(loadRest).toHaveBeenCalledTimes(1);
  lookout.handOver((message) => ({ answered: message }));
  expect(await answer).toEqual({ answered: { type: 'page-state' } });
});

it('tries again when the background refused or did not answer, and gives up in the end', async () => {
  loadRest.mockRejectedValue(new Error('no answer'));
  await start();
  find(sure());
  await vi.advanceTimersByTimeAsync(60_000);
  expect(loadRest).toHaveBeenCalledTimes(4);
});

it('keeps quiet once the extension was removed', async () => {
  loadRest.mockRejectedValue(new Error('Extension context invalidated.'));
  await start();
  find(sure());
  isAlive = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(loadRest).toHaveBeenCalledTimes(1);
});

it('leaves pages that are no HTML alone', async () => {
  const spy = vi.spyOn(document, 'contentType', 'get').mockReturnValue('application/pdf');
  await start();
  expect(watches).toHaveLength(0);
  spy.mockRestore();
});

it('asks about names that may mean something else when a stretch is read, each text once, and loads the rest for a yes alone', async () => {
  await start();
  find(doubtful('A Ring', 'en'));
  find(doubtful('An Axis'));
  expect(mayMention).not.toHaveBeenCalled();
  await settle();
  expect(mayMention.mock.calls).toEqual([
    [
      [
        { text: 'A Ring', language: 'en' },
        { text: 'An Axis', language: null },
      ],
    ],
  ]);
  await settle();
  expect([mayMention.mock.calls.length, loadRest.mock.calls.length]).toEqual([1, 0]);
  expect(watches[0]!.signal.aborted).toBe(false);
  mayMention.mockResolvedValue(true);
  find(doubtful('Ring cameras'));
  await settle();
  expect(mayMention.mock.lastCall).toEqual([[{ text: 'Ring cameras', language: null }]]);
  expect(loadRest).toHaveBeenCalledTimes(1);
  expect(watches[0]!.signal.aborted).toBe(true);
});

it('asks nothing where a name is sure, and does not wait for the stretch to end', async () => {
  await start();
  find(doubtful());
  find(sure());
  expect(loadRest).toHaveBeenCalledTimes(1);
  await settle();
  expect(loadRest).toHaveBeenCalledTimes(1);
});

it('loads the rest when the background cannot tell', async () => {
  mayMention.mockRejectedValue(new Error('refused'));
  await start();
  find(doubtful());
  await settle();
  expect(loadRest).toHaveBeenCalledTimes(1);
});

it('an answer that comes when the page is not looked at any more loads nothing', async () => {
  const { promise, resolve: answer } = Promise.withResolvers<boolean>();
  mayMention.mockReturnValue(promise);
  await start();
  find(doubtful());
  await settle();
  change({ enabled: false });
  answer(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(loadRest).not.toHaveBeenCalled();
});
