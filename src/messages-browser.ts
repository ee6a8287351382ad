/** Sending and receiving the protocol's messages in background and screens, checked on receipt. Pages: `messages-page.ts`. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Reply } from './messages-page.ts';
import {
  pageStateSchema,
  toBackgroundSchema,
  type PageState,
  type ToBackground,
  type ToPage,
} from './messages.ts';

/** Background side: `handle` gets sound messages of this extension only, with the tab that they came from. */
export function onBackgroundMessage(
  handle: (message: ToBackground, fromTab: BackgroundSender) => Promise<unknown>,
): void {
  browser.runtime.onMessage.addListener(((raw: unknown, sender: RawSender) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const message = v.safeParse(toBackgroundSchema, raw);
    if (!message.success) return undefined;
    return replyTo(
      handle(message.output, {
        tab: sender.tab?.id ?? null,
        index: sender.tab?.index ?? null,
        document: sender.documentId ?? null,
        url: sender.url ?? null,
        isPrivate: sender.tab?.incognito ?? false,
      }),
    );
  }) as Listener);
}

/** A refusal is an answer too: the browsers' own channels and the polyfill's tell an error each in another way. */
async function replyTo(handled: Promise<unknown>): Promise<Reply> {
  try {
    return { value: await handled };
  } catch (error) {
    return { refused: String(error) };
  }
}

/** The tab a message came from and its place in the window; both null when it came from no tab (the popup). */
export interface BackgroundSender {
  tab: number | null;
  index: number | null;
  /** The browser's id of the very document; null where the browser has none. */
  document: string | null;
  url: string | null;
  /** It stands in a private window. */
  isPrivate: boolean;
}

/** A screen follows pages: `listener` gets a tab's id whenever its page says what it names. It never answers. */
export function onPageEntities(listener: (tab: number) => void, signal: AbortSignal): void {
  const onMessage = ((raw: unknown, sender: RawSender) => {
    const message = v.safeParse(toBackgroundSchema, raw);
    const tab = sender.tab?.id;
    if (sender.id !== browser.runtime.id || tab === undefined || !message.success) return undefined;
    if (message.output.type === 'page-entities') listener(tab);
    return undefined;
  }) as Listener;
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}

/** Background or screen → the page in a tab. False when no page of ours listens there (a browser page, a PDF). */
export async function sendToPage(
  tab: number,
  message: Exclude<ToPage, { type: 'page-state' }>,
): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tab, message, { frameId: 0 });
    return true;
  } catch {
    return false;
  }
}

/** What the page in a tab says of itself; null when no page of ours listens there or its answer is unsound. */
export async function askPage(tab: number): Promise<PageState | null> {
  const message: ToPage = { type: 'page-state' };
  try {
    const answer = v.safeParse(pageStateSchema, await browser.tabs.sendMessage(tab, message, { frameId: 0 }));
    return answer.success ? answer.output : null;
  } catch {
    return null;
  }
}

type RawSender = {
  id?: string;
  tab?: { id?: number; index?: number; incognito?: boolean };
  documentId?: string;
  url?: string;
};
/** The polyfill takes a promise for an answer, which the browser's own types do not know. */
type Listener = Parameters<typeof browser.runtime.onMessage.addListener>[0];
