/** Short news for screen readers too, such as that something was copied: said each time, also where it is the same again. */
import { useState } from 'preact/hooks';
import { t, type MessageKey } from './translate.ts';

/** `words` belongs into an element with `role="status"`; null until something is said. `said` is the newest. */
export function useAnnouncement<Key extends MessageKey>() {
  const [news, setNews] = useState<{ said: Key; count: number } | null>(null);
  return {
    said: news?.said ?? null,
    say: (said: Key) => setNews((before) => ({ said, count: (before?.count ?? 0) + 1 })),
    // Made anew each time: screen readers say only what is new, and the same words may follow.
    words: news && <span key={news.count}>{t(news.said)}</span>,
  };
}
