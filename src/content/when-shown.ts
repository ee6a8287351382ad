/** Waiting for a page that the browser made ready before anybody asked for it: until it is shown, its tab shows another. */

/** Resolves when a prerendered page is shown; at once for any other. */
export function whenShown(document: Document): Promise<void> {
  // A page may give the property another value by naming an element so.
  if ((document as { prerendering?: unknown }).prerendering !== true) return Promise.resolve();
  return new Promise((resolve) =>
    document.addEventListener('prerenderingchange', () => resolve(), { once: true }),
  );
}
