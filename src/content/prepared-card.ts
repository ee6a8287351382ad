/** Makes a card while the pointer rests on its name, so that it only has to be shown when the delay is over. */
import { insertMs, prepareMs } from '../card/constants.ts';
import type { MountedCard } from '../card/mount.ts';
import type { CardRecord } from '../dataset/records.ts';
import type { LazyKit } from './card-kit.ts';
import { nothing } from './nothing.ts';

interface PreparationOptions<T, Card> {
  document: Document;
  kit: LazyKit;
  recordOf: (mention: T) => CardRecord | null | undefined;
  /** Asked only when the kit is here. */
  makeCard: (mention: T, record: CardRecord) => Card;
  /** The element that a card for this mention goes into. */
  parentFor: (mention: T) => Element;
}

export interface Preparation<T, Card> {
  /** Makes the mention's card in a moment, if its record is here by then, and puts it into the page just before it is due. */
  begin(mention: T, dueInMs: number): void;
  /** Begins nothing new; a card that was made stays ready. */
  stop(): void;
  /** Takes away the card that is ready, if any. */
  drop(): void;
  /** The card that is ready, if it is this mention's and says what is known now; any other is dropped. */
  take(mention: T, record: CardRecord | null): Card | null;
}

export function createPreparation<T, Card extends MountedCard>(
  options: PreparationOptions<T, Card>,
): Preparation<T, Card> {
  const { document, kit } = options;
  const view = document.defaultView!;
  let ready: { mention: T; record: CardRecord; address: string; card: Card } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Which beginning is the newest. */
  let turn = {};

  async function prepare(mention: T, insertAtMs: number): Promise<void> {
    const own = turn;
    if (!kit.get()) await kit.load();
    const record = options.recordOf(mention);
    if (own !== turn || !record) return;
    if (ready?.mention !== mention) {
      drop();
      ready = { mention, record, address: document.URL, card: options.makeCard(mention, record) };
    }
    const { card } = ready;
    timer = setTimeout(() => {
      const parent = options.parentFor(mention);
      // Inside anything smaller than the page it could widen what scrolls.
      if (parent === document.documentElement) card.insert(parent);
    }, insertAtMs - view.performance.now());
  }

  function stop(): void {
    clearTimeout(timer);
    turn = {};
  }

  function drop(): void {
    ready?.card.remove();
    ready = null;
  }

  return {
    begin(mention, dueInMs) {
      stop();
      const insertAtMs = view.performance.now() + dueInMs - insertMs;
      // What fails here is told when the card is due.
      timer = setTimeout(() => void prepare(mention, insertAtMs).catch(nothing), prepareMs);
    },
    stop,
    drop,
    take(mention, record) {
      // Without loading a page may have become another article, of another day.
      const isFor = ready?.mention === mention && ready.record === record && ready.address === document.URL;
      const card = isFor ? ready!.card : null;
      if (isFor) ready = null;
      drop();
      return card;
    },
  };
}
