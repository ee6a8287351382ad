/** Hydrates what the server rendered, in strict mode, and updates it at all priorities. */
import { StrictMode, createElement as h, startTransition, useState } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { ReactStory } from './react-story.js';
import { run } from './story.js';

/** @type {(step: number) => void} */
let setStep;
/** @param {{ first: number }} props */
function App({ first }) {
  const [step, set] = useState(first);
  setStep = set;
  return h(ReactStory, { step });
}
/** @param {number} first */
const app = (first) => h(StrictMode, null, h(App, { first }));

/** @param {Element} container */
export async function start(container) {
  hydrateRoot(container, app(0));
  await new Promise((resolve) => setTimeout(resolve, 50));
}
/** @param {number} first @param {number} last */
export async function go(first, last) {
  await run(
    first,
    last,
    (step) => (step % 2 ? setStep(step) : flushSync(() => setStep(step))),
    (step) => startTransition(() => setStep(step)),
  );
}
/** What a fresh rendering of a step looks like. @param {Element} container @param {number} step */
export function fresh(container, step) {
  flushSync(() => createRoot(container).render(h(ReactStory, { step })));
}
