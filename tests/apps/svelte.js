/** Hydrates what the server rendered and updates it, at times at once. */
import { flushSync, hydrate, mount, tick } from 'svelte';
import Story from './Story.svelte';
import { createState } from './state.svelte.js';
import { run } from './story.js';

const state = createState(0);

/** @param {Element} container */
export async function start(container) {
  hydrate(Story, { target: container, props: { state }, recover: false });
  await tick();
}
/** @param {number} first @param {number} last */
export async function go(first, last) {
  await run(first, last, (step) => {
    state.step = step;
    if (step % 2) flushSync();
  });
  await tick();
}
/** @param {Element} container @param {number} step */
export function fresh(container, step) {
  mount(Story, { target: container, props: { state: createState(step) } });
  flushSync();
}
