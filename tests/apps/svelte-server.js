/** What a server sends of Svelte's story; bundled with the compiler set to servers. */
import { render } from 'svelte/server';
import Story from './Story.svelte';
import { createState } from './state.svelte.js';

/** @param {number} step */
export const rendered = (step) => render(Story, { props: { state: createState(step) } }).body;
