/** What a page names, entity by entity, and telling the background about it without chattering. */
import type { PageEntity } from '../messages.ts';

/** Each entity once, in the order of its first mention. */
export function countEntities(mentions: readonly { entity: string }[]): PageEntity[] {
  const counts = new Map<string, number>();
  for (const { entity } of mentions) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return [...counts].map(([entity, count]) => ({ entity, count }));
}

/** A page that builds itself changes many times a second; the badge need not. */
const quietMs = 250;

export interface EntityReporter {
  /** Tells soon; only when it differs from what was told last. */
  report(entities: PageEntity[]): void;
  /** Tells again even if nothing changed: the background forgot (the page comes back from the browser's cache). */
  again(): void;
}

export function entityReporter(
  send: (entities: PageEntity[]) => Promise<void>,
  signal: AbortSignal,
): EntityReporter {
  let told = '[]';
  let next: PageEntity[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    timer = undefined;
    const text = JSON.stringify(next);
    if (signal.aborted || text === told) return;
    told = text;
    // The badge is a convenience: a background that does not answer must not disturb the page.
    send(next).catch(() => (told = ''));
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    report(entities) {
      next = entities;
      timer ??= setTimeout(tell, quietMs);
    },
    again() {
      told = '';
      timer ??= setTimeout(tell, quietMs);
    },
  };
}
