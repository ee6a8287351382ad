/** What a server sends of the story, by framework; empty for those that render in the page alone (Svelte's is compiled: see svelte-server.js). Runs in Node. */
import { createElement } from 'react';
import { renderToString as renderReact } from 'react-dom/server';
import { createSSRApp } from 'vue';
import { renderToString as renderVue } from 'vue/server-renderer';
import { ReactStory } from './react-story.js';
import { vueStory } from './vue-story.js';

/** @type {Record<string, (step: number) => Promise<string>>} */
export const rendered = {
  react: async (step) => renderReact(createElement(ReactStory, { step })),
  vue: (step) => renderVue(createSSRApp(vueStory({ step }))),
  svelte: async () => '',
  lit: async () => '',
};
