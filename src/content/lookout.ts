/**
 * What runs in every page: looks whether any name stands in it, and has everything else loaded only then (or when the popup
 * or a keyboard command asks). Small on purpose; the reading, the card and their libraries are five times its size.
 */
import type { createFirstLook } from '../match/first-look.ts';
import type { LookoutIndex } from '../match/lookout-index.ts';
import { isHtml } from '../page/dom.ts';
import type { isBare, onFirstChange } from '../page/glance.ts';
import type { CandidateBlock } from '../page/page-model.ts';
import { languageOf } from '../page/read-blocks.ts';
import { shownText } from '../page/text-block.ts';
import type { watchTrees } from '../page/watch-trees.ts';
import type { DoubtfulText } from '../messages.ts';
import { mayMark } from '../settings/at-a-glance.ts';
import { nothing } from './nothing.ts';
import { retryMs } from './retry.ts';

/** Answers a message that was sent to this page. */
export type AnswerMessage = (message: unknown) => unknown;

export interface LookoutPlatform {
  /** The settings as they are stored, unchecked. */
  readStored(): Promise<unknown>;
  onStoredChange(listener: (stored: unknown) => void, signal: AbortSignal): void;
  /** The browser had put the page away and shows it again. */
  onComeBack(listener: () => void, signal: AbortSignal): void;
  /** Whether a name in one of the texts could be a page's first mention, by that text alone. Rejects like `loadRest`. */
  mayMention(texts: DoubtfulText[]): Promise<boolean>;
  /** Has the background load the rest into this page. Rejects when it refuses or does not answer. */
  loadRest(): Promise<void>;
  /** False once the extension was updated, disabled or removed under the open page. */
  isAlive(): boolean;
}

export interface LookoutOptions {
  document: Document;
  index: LookoutIndex;
  platform: LookoutPlatform;
  shared: SharedCode;
  isBare: typeof isBare;
  onFirstChange: typeof onFirstChange;
}

/** What finds names in a page: neither whose they are nor whether they are meant. */
export interface SharedCode {
  watchTrees: typeof watchTrees;
  createFirstLook: typeof createFirstLook;
}

/** How the loaded rest and the lookout find each other; both live in the extension's own world of the page. */
export interface LookoutHandle {
  /** The rest is here and answers messages from now on. False when it was here already. */
  handOver(answer: AnswerMessage): boolean;
  /** The settings as they are stored, where they have been read; kept up to date until the handing over. */
  known(): { stored: unknown } | null;
  /** Code that the rest needs too: in its own script the browser would compile it once more (figures: DECISIONS.md). */
  readonly shared: SharedCode;
}

/** A symbol, because a page can give a plain global a value by naming an element so. */
export const handleName = 'sidelight.lookout';
export const handleKey = Symbol.for(handleName);

export interface RunningLookout extends LookoutHandle {
  /** Has the rest loaded, if it is not, and lets it answer. Rejects when it cannot be loaded. */
  answer(message: unknown): Promise<unknown>;
}

/** Starts at once. Never throws. */
export function startLookout(options: LookoutOptions): RunningLookout {
  const { document, platform } = options;
  const ending = new AbortController();
  const arrival = Promise.withResolvers<void>();
  let watching: AbortController | null = null;
  let rest: AnswerMessage | null = null;
  let isFound = false;
  let loading: Promise<void> | undefined;
  let known: { stored: unknown } | null = null;

  function load(): Promise<void> {
    loading ??= platform.loadRest().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  async function loadWithPatience(): Promise<void> {
    for (const waitMs of [...retryMs, null]) {
      if (rest || !platform.isAlive()) return;
      try {
        await load();
        return;
      } catch {
        if (waitMs !== null) await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }

  function stopWatching(): void {
    watching?.abort('over');
    watching = null;
  }

  function follow(stored: unknown): void {
    known = { stored };
    if (!mayMark(stored, document.URL)) stopWatching();
    else if (!watching && !isFound && !ending.signal.aborted) {
      watching = new AbortController();
      watchForNames(options, watching.signal, () => {
        isFound = true;
        stopWatching();
        void loadWithPatience();
      });
    }
  }

  let wasChanged = false;
  const begin = () => {
    wasChanged = false;
    // A change that came while it was read is newer. Storage that cannot be read is the sign of an extension being removed.
    platform.readStored().then((stored) => wasChanged || follow(stored), nothing);
  };
  if (isHtml(document)) {
    platform.onStoredChange((stored) => {
      wasChanged = true;
      follow(stored);
    }, ending.signal);
    platform.onComeBack(() => {
      // What was asked before may never be answered, and changes in between were not told.
      loading = undefined;
      known = null;
      isFound = false;
      stopWatching();
      begin();
    }, ending.signal);
    begin();
  }

  return {
    shared: options.shared,
    handOver(answer) {
      if (rest) return false;
      rest = answer;
      stopWatching();
      ending.abort('over');
      arrival.resolve();
      return true;
    },
    known: () => known,
    async answer(message) {
      if (!rest) {
        await load();
        await arrival.promise;
      }
      return rest?.(message);
    },
  };
}

/**
 * Calls back, once, when a name stands in the page that may bring it its first mention.
 *
 * A name that is a word too ("Ring", "Oculus") is asked about where it stands in another process, which knows the senses: one page
 * in seven has such names and no mention, and to load the rest for nothing costs it most of all that we do.
 */
function watchForNames(options: LookoutOptions, signal: AbortSignal, found: () => void): void {
  const { document, index, platform, shared } = options;
  const tell = () => signal.aborted || found();
  const watch = () => {
    const seen = new WeakSet<CandidateBlock>();
    let doubtful: CandidateBlock[] = [];
    // Only what is new matters here: nothing is painted that had to be moved or taken away.
    shared.watchTrees({
      document,
      matcher: index,
      signal,
      now: () => performance.now(),
      onRemoved: nothing,
      settling() {
        if (doubtful.length > 0) {
          const texts = doubtful.map((block) => ({
            text: shownText(block),
            language: languageOf(block.element),
          }));
          // Also when it refuses: there is too much text, or the names cannot be read.
          platform.mayMention(texts).then((has) => has && tell(), tell);
        }
        doubtful = [];
        return [];
      },
      onDocument: nothing,
      onDocumentGone: nothing,
      onKept: nothing,
      onChanged(fresh) {
        for (const block of fresh) {
          if (seen.has(block)) continue;
          seen.add(block);
          doubtful.push(block);
          if (block.candidates.some(index.isSure)) tell();
        }
      },
    });
  };
  // A bare page is followed only from its first change on: following costs ten times the glance.
  if (options.isBare(document, index)) options.onFirstChange(document, signal, watch);
  else watch();
}
