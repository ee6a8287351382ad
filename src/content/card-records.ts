/** The card records of this page's entities: fetched once, when they are found, so that hovering waits for nobody. */
import type { CardRecord } from '../dataset/records.ts';
import { retryMs } from './retry.ts';

/** One message asks for at most this many; the protocol allows 1,000, which would be 10 MB at once. */
const batchSize = 100;

export interface CardRecords {
  /** What is here already; null when there is no card, undefined when it was not asked for or has not come yet. */
  get(entity: string): CardRecord | null | undefined;
  /** Fetches what is not here yet, all in one message; later again where the background does not answer. */
  want(entities: Iterable<string>): void;
  /** The record, as soon as it is here; null when there is none or the background did not answer. */
  load(entity: string): Promise<CardRecord | null>;
}

/** `onArrival` is called after each batch that brought something. */
export function createCardRecords(
  fetchCards: (entities: string[]) => Promise<CardRecord[]>,
  signal: AbortSignal,
  onArrival: () => void = () => undefined,
): CardRecords {
  const arrived = new Map<string, CardRecord | null>();
  const underWay = new Map<string, Promise<void>>();
  const unanswered = new Set<string>();
  let isRetrying = false;

  async function fetchBatch(batch: string[]): Promise<void> {
    try {
      const records = await fetchCards(batch);
      const byId = new Map(records.map((record) => [record.id, record]));
      for (const entity of batch) arrived.set(entity, byId.get(entity) ?? null);
      // An id that moved is answered under its new one.
      for (const record of records) arrived.set(record.id, record);
    } catch {
      // Not stored: the next wish asks again (a worker that was killed comes back).
      for (const entity of batch) unanswered.add(entity);
      void retry();
      return;
    } finally {
      for (const entity of batch) underWay.delete(entity);
    }
    for (const entity of batch) unanswered.delete(entity);
    onArrival();
  }

  /** Where a name is hidden until its record is here, a page that does not change would never wish again. */
  async function retry(): Promise<void> {
    if (isRetrying) return;
    isRetrying = true;
    for (const waitMs of retryMs) {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      if (signal.aborted || unanswered.size === 0) break;
      want(unanswered);
      for (const entity of unanswered) await underWay.get(entity);
    }
    unanswered.clear();
    isRetrying = false;
  }

  function want(entities: Iterable<string>): void {
    const missing = [...new Set(entities)].filter((entity) => !arrived.has(entity) && !underWay.has(entity));
    for (let start = 0; start < missing.length; start += batchSize) {
      const batch = missing.slice(start, start + batchSize);
      const fetched = fetchBatch(batch);
      for (const entity of batch) underWay.set(entity, fetched);
    }
  }

  return {
    get: (entity) => arrived.get(entity),
    want,
    async load(entity) {
      want([entity]);
      await underWay.get(entity);
      return arrived.get(entity) ?? null;
    },
  };
}
