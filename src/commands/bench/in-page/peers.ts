/** What people would use instead of Sidelight, each on its quickest path for a list of names. */
import findAndReplaceDOMText from 'findandreplacedomtext';
import Mark from 'mark.js';
import { timed, type Way } from './way.ts';

const alternation = (names: readonly string[]) =>
  new RegExp(`\\b(?:${[...names].sort((one, other) => other.length - one.length).join('|')})\\b`, 'g');

export const peers: Record<string, Way> = {
  'mark.js': ({ names }) => {
    const start = performance.now();
    const expression = alternation(names);
    return new Promise((resolve) => {
      new Mark(document.body).markRegExp(expression, {
        done: (found: number) => resolve({ workMs: performance.now() - start, found }),
      });
    });
  },
  findAndReplaceDOMText: ({ names }) =>
    timed(() => {
      let found = 0;
      findAndReplaceDOMText(document.body, {
        find: alternation(names),
        wrap: 'mark',
        replace: (portion) => (found++, portion.text),
      });
      return found;
    }),
  'regex per name': ({ names }) =>
    timed(() => {
      const text = document.body.innerText;
      let found = 0;
      for (const name of names) found += text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
      return found;
    }),
};
