/**
 * Joins page and card in one tab: reads the settings, has the page watched while it is to be marked, opens cards, and
 * answers the popup and the keyboard commands. The entrypoint passes in everything that touches the browser.
 */
import type { Matcher } from '../match/types.ts';
import type { PageState, ToPage } from '../messages.ts';
import { isArticle } from '../page/article.ts';
import { publishedOn } from '../page/article-date.ts';
import { isHtml } from '../page/dom.ts';
import { onFirstChange } from '../page/glance.ts';
import type { WatchPage } from '../page/watch-page.ts';
import { siteOf, type Settings } from '../settings/settings.ts';
import { createMarkSheets } from './mark-sheets.ts';
import { startMarkingSession, type MarkingSession } from './marking-session.ts';
import { markingOf } from './marking.ts';
import { nothing } from './nothing.ts';
import type { ContentPlatform } from './platform.ts';
import { today } from './today.ts';

export interface ContentOptions {
  document: Document;
  matcher: Matcher;
  platform: ContentPlatform;
  watchPage: WatchPage;
  /** Ends everything; the extension context became invalid. */
  signal: AbortSignal;
}

/** A page that is no article may become one without loading: so long after a change it is asked again, which takes milliseconds. */
const articleCheckMs = 1500;

/** More than the popup shows. */
const mostTitleChars = 500;

/** Resolves when the settings were read and marking, if wanted, has begun. */
export async function startContent(options: ContentOptions): Promise<void> {
  const { document, platform } = options;
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, ending.signal]);
  const sheets = createMarkSheets(document, platform);
  let settings: Settings | null = null;
  let isAskedFor = false;
  let session: MarkingSession | null = null;

  const page = () => ({
    site: siteOf(document.URL),
    isHtml: isHtml(document),
    isArticle: () => isArticle(document, today()),
    isAskedFor,
  });
  const marking = (): PageState['marking'] => (settings ? markingOf(settings, page()) : 'off-everywhere');

  /** Starts, stops or adjusts the marking of the page to what the settings say now. */
  function apply(): void {
    if (!settings || signal.aborted) return;
    const now = marking();
    if (now === 'not-an-article') awaitArticle();
    if (now !== 'on') {
      session?.stop();
      session = null;
    } else if (session) session.configure(settings);
    else
      session = startMarkingSession({
        ...options,
        sheets,
        settings,
        signal,
        onOrphaned: () => ending.abort('over'),
      });
  }

  let isAwaitingArticle = false;
  function awaitArticle(): void {
    if (isAwaitingArticle) return;
    isAwaitingArticle = true;
    const again = () => {
      isAwaitingArticle = false;
      apply();
    };
    onFirstChange(document, signal, () => setTimeout(again, articleCheckMs));
  }

  async function answer(message: ToPage): Promise<PageState | void> {
    // Until the settings are known there is nothing true to say.
    await begun;
    if (signal.aborted) return;
    switch (message.type) {
      case 'page-state':
        return {
          site: siteOf(document.URL),
          url: document.URL,
          // A page may have one of megabytes, and the browser refuses messages that are too large.
          title: document.title.slice(0, mostTitleChars),
          marking: marking(),
          published: publishedOn(document, today())?.value ?? null,
          entities: (await session?.entities()) ?? [],
          isReading: session?.isUnderWay() ?? false,
        };
      case 'go-to-mention':
        session?.goTo(message.entity, message.index);
        return;
      case 'step-mention':
        session?.step(message.step);
        return;
      case 'mark-now':
        isAskedFor = true;
        apply();
    }
  }

  async function begin(): Promise<void> {
    const read = async () => {
      const before = settings;
      const now = await platform.readSettings();
      // A change that came while it was read is newer.
      if (settings === before) settings = now;
      apply();
    };
    platform.onSettingsChange((changed) => {
      settings = changed;
      apply();
    }, signal);
    // An extension that is being removed has no settings; what is shown goes with it.
    platform.onComeBack(() => void read().catch(nothing), signal);
    await read();
  }
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  if (!platform.onMessage(answer)) return;
  resolve(begin());
  await begun;
}
