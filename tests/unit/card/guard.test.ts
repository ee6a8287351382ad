// @vitest-environment happy-dom
/** Which changes of a card's words count as made by a page: deletions, but not our own and not a translation. */
import { h, render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { guardWords, type Guard } from '../../../src/card/guard.ts';

const onDeleted = vi.fn();
let root: HTMLElement;
let words: Text;
let guard: Guard;
beforeEach(() => {
  root = document.createElement('div');
  root.innerHTML = '<p>It does not freeze assets.</p><p>Under <b>a</b> listing</p>';
  document.body.append(root);
  words = root.querySelector('p')!.firstChild as Text;
  render(h(Word, null), root.appendChild(document.createElement('div')));
  guard = guardWords(root, onDeleted);
});
afterEach(() => {
  guard.stop();
  root.remove();
  onDeleted.mockClear();
});

/** A component that shows a word until it is told. */
let hideWord: () => void;
function Word() {
  const [isShown, setShown] = useState(true);
  hideWord = () => setShown(false);
  return h('p', null, isShown && h('b', null, 'not'));
}

it('makes the change that it allows', () => {
  guard.allow(() => words.deleteData(8, 4));
  expect(words.data).toBe('It does freeze assets.');
});

it('lets components change by themselves', async () => {
  expect(root.querySelectorAll('b')).toHaveLength(2);
  hideWord();
  await settled();
  expect(root.querySelectorAll('b')).toHaveLength(1);
  expect(onDeleted).not.toHaveBeenCalled();
});

const settled = () => new Promise((resolve) => setTimeout(resolve));

it.each<[string, () => void]>([
  ['a word in the middle', () => words.deleteData(8, 4)],
  ['the beginning', () => words.deleteData(0, 5)],
  ['the end', () => words.deleteData(7, 19)],
  ['an element', () => root.querySelector('b')!.remove()],
  [
    'a word in the very task in which we change something',
    () => {
      words.deleteData(8, 4);
      guard.allow(() => root.append('more'));
    },
  ],
  [
    'a word where we then put others',
    () => {
      words.deleteData(8, 4);
      guard.allow(() => (words.data = 'Not listed'));
    },
  ],
])('tells of %s that is deleted', async (_, act) => {
  act();
  await settled();
  expect(onDeleted).toHaveBeenCalled();
});

it.each<[string, () => void]>([
  ['what we change ourselves', () => guard.allow(() => words.deleteData(8, 4))],
  ['other words in their place', () => (words.data = 'No congela')],
  ['another first word', () => (words.data = 'A does not freeze assets.')],
  [
    'the same words once more',
    () => {
      const { data } = words;
      words.data = data;
    },
  ],
  ['other elements in their place', () => root.children[1]!.replaceChildren('En una lista')],
  [
    'other elements after they were taken out',
    () => {
      const last = root.children[1]!;
      last.firstChild!.remove();
      last.append('En una lista');
    },
  ],
  [
    'what we take out where others put their words',
    () => {
      words.data = 'No congela';
      guard.allow(() => (words.data = 'It'));
    },
  ],
  [
    'what it would have told in a moment, after the end',
    () => {
      words.deleteData(8, 4);
      guard.allow(() => root.append('more'));
      guard.stop();
    },
  ],
  [
    'what is changed after the end',
    () => {
      guard.stop();
      words.deleteData(8, 4);
    },
  ],
])('does not tell of %s', async (_, act) => {
  act();
  await settled();
  expect(onDeleted).not.toHaveBeenCalled();
});
