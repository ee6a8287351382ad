/** How often a page asks a background again that did not answer. */

/** Asking fails when the browser is busy starting or ending the background; after these waits it is given up. */
export const retryMs: readonly number[] = [500, 3000, 15_000];
