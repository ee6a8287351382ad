/** Svelte's reactive state. */

/** @param {number} step */
export function createState(step) {
  const state = $state({ step });
  return /** @type {{ step: number }} */ (state);
}
