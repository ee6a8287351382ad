/**
 * Pages that the browser puts away whole and shows again (its cache of pages for "back"). What a page had asked the extension
 * when it was put away may never be answered, and what changed meanwhile it was not told.
 */

/** Calls `listener` each time the page is put away, perhaps to be shown again. Not for a page's own made-up events. */
export function onPutAway(view: Window, listener: () => void, signal: AbortSignal): void {
  view.addEventListener('pagehide', (event) => event.isTrusted && event.persisted && listener(), { signal });
}

/** Calls `listener` each time the page is shown again. Not for a page's own made-up events. */
export function onComeBack(view: Window, listener: () => void, signal: AbortSignal): void {
  view.addEventListener('pageshow', (event) => event.isTrusted && event.persisted && listener(), { signal });
}

/** Asks, and asks again if the page comes back before there was an answer: the first answer counts. */
export function askUntilAnswered<Answer>(view: Window, ask: () => Promise<Answer>): Promise<Answer> {
  const settled = new AbortController();
  const answer = new Promise<Answer>((resolve, reject) => {
    const askNow = () => void ask().then(resolve, reject);
    onComeBack(view, askNow, settled.signal);
    askNow();
  });
  return answer.finally(() => settled.abort('over'));
}
