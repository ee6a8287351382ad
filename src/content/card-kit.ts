/**
 * What draws cards is a script of its own, a third of all our code: a page that names somebody is marked without it, and it
 * comes when a pointer first moves over a page with marks, long before a card is due.
 */
import type { citationOf } from '../card/cite.ts';
import type { makeCard } from '../card/mount.ts';
import type { ExplainPhrases } from '../match/types.ts';
import { nothing } from './nothing.ts';

export interface CardKit {
  makeCard: typeof makeCard;
  citationOf: typeof citationOf;
  explainPhrases: ExplainPhrases;
}

/** How the loaded script hands it over, in the extension's own world of the page. A symbol for the same reason as the lookout's. */
export const cardKitKey = Symbol.for('sidelight.card');

export interface LazyKit {
  /** Null until it is here. */
  get(): CardKit | null;
  /** Rejects when the background did not load it; asked again a moment later it tries anew. */
  load(): Promise<CardKit>;
  /** Has it loaded for later. */
  want(): void;
}

/** Pointers move many times a second: a background that refuses is not asked at each. */
const restMs = 1000;

export function createLazyKit(load: () => Promise<CardKit>): LazyKit {
  let kit: CardKit | null = null;
  let loading: Promise<CardKit> | undefined;

  async function loadNow(): Promise<CardKit> {
    try {
      return (kit = await load());
    } catch (error) {
      setTimeout(() => (loading = undefined), restMs);
      throw error;
    }
  }
  const loadOnce = () => (loading ??= loadNow());
  return {
    get: () => kit,
    load: loadOnce,
    // Whoever shows a card asks again.
    want: () => void (kit ?? loadOnce().catch(nothing)),
  };
}
