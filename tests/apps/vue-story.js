/** The story in Vue, by its template compiler; rendered on the server and in the page alike. */
import { storyAt } from './story.js';

/** @param {{ step: number }} state what the component shows; reactive in the page */
export const vueStory = (state) => ({
  setup: () => ({
    state,
    storyAt,
    /** @param {string} name */
    firstOf: (name) => name.split(' ')[0],
    /** @param {string} name */
    restOf: (name) => name.split(' ').slice(1).join(' '),
  }),
  template: `<section><h2>{{ storyAt(state.step).title }}</h2>
    <p v-if="storyAt(state.step).isQuiet">All is quiet.</p>
    <ul v-else><li v-for="{ id, name, times, isOpen } in storyAt(state.step).items" :key="id">About <b>{{ firstOf(name) }}</b>
      {{ restOf(name) }}<em v-if="isOpen">, and Cellebrite</em>. Seen {{ times }} times.</li></ul></section>`,
});
