/** The story in React: keyed lists, text beside elements, deferred values; rendered on the server and in the page alike. */
import { createElement as h, useDeferredValue } from 'react';
import { storyAt } from './story.js';

/** @param {{ step: number }} props */
export function ReactStory({ step }) {
  const { title, items, isQuiet } = storyAt(step);
  const deferred = useDeferredValue(step);
  return h(
    'section',
    null,
    h('h2', null, title),
    isQuiet
      ? h('p', null, 'All is quiet.')
      : h(
          'ul',
          null,
          items.map(({ id, name, times, isOpen }) => {
            const [first, ...rest] = name.split(' ');
            return h(
              'li',
              { key: id },
              'About ',
              h('b', null, first),
              rest.length > 0 && ` ${rest.join(' ')}`,
              isOpen && h('em', null, ', and Cellebrite'),
              '. Seen ',
              times,
              ' times.',
            );
          }),
        ),
    h('p', { className: 'late' }, 'Deferred: ', deferred),
  );
}
