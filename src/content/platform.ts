/** What the content script needs of the browser, passed in so that everything here runs without one. Types only. */
import type { CardRecord } from '../dataset/records.ts';
import type { CardKit } from './card-kit.ts';
import type { PageEntity, PageState, ToPage } from '../messages.ts';
import type { Dismissal, Settings } from '../settings/settings.ts';
import type { SheetPlatform } from './mark-sheets.ts';

export interface ContentPlatform extends SheetPlatform {
  readSettings(): Promise<Settings>;
  onSettingsChange(listener: (settings: Settings) => void, signal: AbortSignal): void;
  /** The browser had put the page away and shows it again: changes of the settings in between were not told. */
  onComeBack(listener: () => void, signal: AbortSignal): void;
  /** Keeps, or takes back, a "not this one" choice. Rejects when the background does not answer. */
  dismiss(dismissal: Dismissal): Promise<void>;
  undoDismissal(dismissal: Dismissal): Promise<void>;
  /** The cards of these entities, unknown ids left out. Rejects when the background does not answer. */
  fetchCards(entities: string[]): Promise<CardRecord[]>;
  /** Has the background load what draws cards into this page. Rejects when it does not answer. */
  loadCardKit(): Promise<CardKit>;
  sendPageEntities(entities: PageEntity[]): Promise<void>;
  openProfile(entity: string): Promise<void>;
  /** The page stands in a private window: nothing that tells its address may be kept. */
  readonly isPrivate: boolean;
  /** False when this page is answered for already: then this script was loaded twice and has to keep still. */
  onMessage(handle: (message: ToPage) => Promise<PageState | void>): boolean;
}
