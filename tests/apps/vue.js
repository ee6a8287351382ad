/** Hydrates what the server rendered and updates it faster than Vue renders. */
import { createApp, createSSRApp, nextTick, reactive } from 'vue';
import { run } from './story.js';
import { vueStory } from './vue-story.js';

const state = reactive({ step: 0 });

/** @param {Element} container */
export async function start(container) {
  createSSRApp(vueStory(state)).mount(container);
  await nextTick();
}
/** @param {number} first @param {number} last */
export async function go(first, last) {
  await run(first, last, (step) => (state.step = step));
  await nextTick();
}
/** @param {Element} container @param {number} step */
export function fresh(container, step) {
  createApp(vueStory({ step })).mount(container);
}
