/** The story as a custom element of Lit, in its open shadow root. */
import { LitElement, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { run, storyAt } from './story.js';

class LitStory extends LitElement {
  /** @override */
  static properties = { step: { type: Number } };
  constructor() {
    super();
    this.step = 0;
  }
  /** @override */
  render() {
    const { title, items, isQuiet } = storyAt(this.step);
    const list = repeat(
      items,
      ({ id }) => id,
      ({ name, times, isOpen }) =>
        html`<li>
          About <b>${name.split(' ')[0]}</b> ${name.split(' ').slice(1).join(' ')}${
            isOpen ? html`<em>, and Cellebrite</em>` : ''
          }.
          Seen ${times} times.
        </li>`,
    );
    return html`<section>
      <h2>${title}</h2>
      ${
        isQuiet
          ? html`<p>All is quiet.</p>`
          : html`<ul>
              ${list}
            </ul>`
      }
    </section>`;
  }
}
customElements.define('lit-story', LitStory);

/** @type {LitStory} */
let element;
/** @param {Element} container */
export async function start(container) {
  element = new LitStory();
  container.append(element);
  await element.updateComplete;
}
/** @param {number} first @param {number} last */
export async function go(first, last) {
  await run(first, last, (step) => {
    element.step = step;
    // A component that is taken out and put in again, as by a router.
    if (step % 6 === 0) element.parentElement?.append(element);
  });
  await element.updateComplete;
}
/** @param {Element} container @param {number} step */
export async function fresh(container, step) {
  const other = new LitStory();
  other.step = step;
  container.append(other);
  // Lit renders in a document only.
  document.body.append(container);
  await other.updateComplete;
  container.remove();
}
