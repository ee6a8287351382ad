/** What the background does on each message; it keeps no state, so that a worker that slept answers the same. */
import type { CardRecord } from '../dataset/records.ts';
import { withDismissal, withoutDismissal } from '../settings/dismissals.ts';
import { siteOf, type Dismissal, type MarkStyle, type Settings } from '../settings/settings.ts';
import type { DoubtfulText, MarkSheet, ToBackground } from '../messages.ts';
import type { BackgroundSender } from '../messages-browser.ts';

export interface Background {
  /** Null for an id that has no card. Rejects when a card's file is damaged. */
  loadCard(id: string): Promise<CardRecord | null>;
  /** Shows the number of entities on the toolbar button while that tab shows that page; 0 shows nothing. */
  setBadge(tab: number, entities: number): Promise<void>;
  /** Opens a profile in a new tab, at `index` in the window where it is given. */
  openProfile(id: string, index: number | null): Promise<void>;
  changeSettings(update: (settings: Settings) => Partial<Settings>): Promise<unknown>;
  /** Whether a name in one of the texts could be a page's first mention, by that text alone. Rejects when the names cannot be read. */
  mayMention(texts: readonly DoubtfulText[]): Promise<boolean>;
  /** Loads a script of the package into that document, or into what the tab shows where the browser names no document. */
  loadScript(tab: number, document: string | null, script: 'in-page' | 'card'): Promise<void>;
  /** Puts a sheet of the marks into that document in the place of others. Rejects when the document is gone. */
  stylePage(
    tab: number,
    document: string | null,
    sheet: MarkSheet | null,
    instead: readonly MarkSheet[],
  ): Promise<void>;
  /** The same in all frames that the tab's page can read, for all their elements. */
  styleFrames(tab: number, style: MarkStyle | null): Promise<void>;
}

/** Only a page may say what it names, ask for cards or choose: from a sender without a tab all of these are refused. */
export async function answerMessage(
  message: ToBackground,
  sender: BackgroundSender,
  background: Background,
): Promise<CardRecord[] | boolean | void> {
  if (message.type === 'open-profile') {
    return background.openProfile(message.entity, sender.index === null ? null : sender.index + 1);
  }
  if (sender.tab === null) throw new Error(`"${message.type}" comes from a page only`);
  switch (message.type) {
    case 'page-entities':
      return background.setBadge(sender.tab, message.entities.length);
    case 'cards':
      return loadCards(message.entities, background.loadCard);
    case 'dismiss':
      checkPlace(message.dismissal, sender);
      await background.changeSettings(({ dismissals }) => {
        if (dismissals.length >= mostDismissals) throw new Error('there are too many choices already');
        return { dismissals: withDismissal(dismissals, message.dismissal) };
      });
      return;
    case 'undo-dismissal':
      checkPlace(message.dismissal, sender);
      await background.changeSettings(({ dismissals }) => ({
        dismissals: withoutDismissal(dismissals, message.dismissal),
      }));
      return;
    case 'may-mention':
      return background.mayMention(message.texts);
    case 'load-rest':
      return background.loadScript(sender.tab, sender.document, 'in-page');
    case 'load-card':
      return background.loadScript(sender.tab, sender.document, 'card');
    case 'style-page':
      return background.stylePage(sender.tab, sender.document, message.sheet, message.instead);
    case 'style-frames':
      return background.styleFrames(sender.tab, message.style);
  }
}

/** More than a reader makes in years. Each page that is opened reads them all. */
const mostDismissals = 2000;

/**
 * A page that got hold of its process could send any message. No choice of the reader's is to be kept, or taken back, that would
 * tell of a site where they were not, or of one in a private window.
 */
function checkPlace({ site, page }: Dismissal, { url, isPrivate }: BackgroundSender): void {
  const sites = [site ?? [], page === undefined ? [] : siteOf(page)].flat();
  if (sites.some((one) => isPrivate || url === null || one !== siteOf(url)))
    throw new Error('a choice for pages elsewhere');
}

/** The cards that there are; a missing or damaged one must not cost the page the others. */
async function loadCards(ids: readonly string[], loadCard: Background['loadCard']): Promise<CardRecord[]> {
  const results = await Promise.allSettled([...new Set(ids)].map(loadCard));
  return results.flatMap((result) => (result.status === 'fulfilled' && result.value ? [result.value] : []));
}
