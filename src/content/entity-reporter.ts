/** Telling the background what a page names, entity by entity, without chattering. */
import type { PageEntity } from '../messages.ts';

/** A page that builds itself changes many times a second; the badge need not. */
const quietMs = 250;
/** Counting looks at every mark's style: it is done for at most a fifth of the time. */
const restFactor = 4;

export interface EntityReporter {
  /** Counts and tells soon; tells only when it differs from what was told last. */
  report(): void;
  /** Tells again even if nothing changed: the background forgot (the page comes back from the browser's cache). */
  again(): void;
}

export function createEntityReporter(
  count: () => Promise<PageEntity[]>,
  send: (entities: PageEntity[]) => Promise<void>,
  signal: AbortSignal,
): EntityReporter {
  let told = '[]';
  let restMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isCounting = false;
  let isStale = false;
  const schedule = () => {
    if (isCounting) isStale = true;
    else timer ??= setTimeout(() => void tell(), Math.max(quietMs, restMs));
  };
  async function tell(): Promise<void> {
    timer = undefined;
    isCounting = true;
    const startMs = performance.now();
    const entities = await count();
    restMs = (performance.now() - startMs) * restFactor;
    isCounting = false;
    if (signal.aborted) return;
    const text = JSON.stringify(entities);
    if (text !== told) {
      told = text;
      // The badge is a convenience: a background that does not answer must not disturb the page.
      send(entities).catch(() => (told = ''));
    }
    if (isStale) schedule();
    isStale = false;
  }
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    report: schedule,
    again() {
      told = '';
      schedule();
    },
  };
}
