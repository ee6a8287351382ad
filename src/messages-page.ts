/**
 * Asking the background from a page, over the browser's own channel, passed in: the polyfill that the other processes use
 * would be a fourth of all code that is loaded into a page.
 */
import type { CardRecord } from './dataset/records.ts';
import type { ToBackground } from './messages.ts';

/** What each message to the background is answered with. */
interface BackgroundAnswers {
  'page-entities': void;
  cards: CardRecord[];
  'open-profile': void;
  dismiss: void;
  'undo-dismissal': void;
  'may-mention': boolean;
  'load-rest': void;
  'load-card': void;
  'style-page': void;
  'style-frames': void;
}
type Answer<Message extends ToBackground> = BackgroundAnswers[Message['type']];

/** As the background answers. An answer of nothing loses its `value` on the way. */
export type Reply = { value?: unknown } | { refused: string };

/** The browser's own `runtime`. */
export interface Channel {
  sendMessage(message: ToBackground): Promise<unknown>;
}

/** Rejects when the background refuses, does not answer, or the extension was reloaded. */
export async function askBackground<Message extends ToBackground>(
  channel: Channel,
  message: Message,
): Promise<Answer<Message>> {
  // Without its extension Chromium's function throws at once: `async` makes that a rejection like any other.
  const reply = (await channel.sendMessage(message)) as Reply | undefined;
  if (!reply || 'refused' in reply) throw new Error(reply?.refused ?? 'The background does not answer.');
  return reply.value as Answer<Message>;
}

/**
 * The same channel, for what may as well be done twice: where there is no answer it asks once more. The background may have ended
 * after it did what it was asked, and before it said so. A refusal is an answer.
 */
export function askingTwice(channel: Channel): Channel {
  return {
    async sendMessage(message) {
      const send = async () => channel.sendMessage(message);
      return (await send().catch(() => undefined)) ?? send();
    },
  };
}
