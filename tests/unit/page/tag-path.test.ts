// @vitest-environment happy-dom
/** The selectors of elements that hold marks: they match the element, and say nothing that the element could lose. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { toBackgroundSchema } from '../../../src/messages.ts';
import { shareOfElements, tagPathOf } from '../../../src/page/tag-path.ts';

function pathIn(html: string): string {
  document.body.innerHTML = html;
  const element = document.querySelector('.here')!;
  const path = tagPathOf(element);
  expect(element.matches(path), path).toBe(true);
  return path;
}

test('names the element and those around it', () => {
  expect(pathIn('<main><p>Of <a class="here" id="x">a</a></p></main>')).toBe('html>body>main>p>a');
});

test('ends after six', () => {
  const html = `${'<div>'.repeat(40)}<p class="here">`;
  expect(pathIn(html)).toBe('div>div>div>div>div>p');
});

test('ends at the edge of a shadow root, which has none', () => {
  document.body.innerHTML = '<div></div>';
  const root = document.querySelector('div')!.attachShadow({ mode: 'open' });
  root.innerHTML = '<section><p></p></section>';
  expect(tagPathOf(root.querySelector('p')!)).toBe('section>p');
  expect(tagPathOf(root)).toBe('');
});

test('of a name that would have to be escaped, or that selectors would write otherwise, it says nothing', () => {
  document.body.innerHTML = '<p></p>';
  const odd = ['A', 'foreignObject', 'x·y'].map((tag) => document.createElementNS('urn:x', tag));
  document.querySelector('p')!.append(odd[0]!);
  odd[0]!.append(odd[1]!);
  odd[1]!.append(odd[2]!);
  expect(tagPathOf(odd[2]!)).toBe('html>body>p>*>*>*');
});

test('is never longer than a message may hold', () => {
  const nest = (tag: string) => `<${tag}>`.repeat(8);
  document.body.innerHTML = nest(`x-${'y'.repeat(58)}`);
  const longest = tagPathOf([...document.querySelectorAll('*')].at(-1)!);
  expect(longest).toHaveLength(6 * 60 + 5);
  const sheet = { style: 'line', tagPaths: [longest] };
  expect(v.safeParse(toBackgroundSchema, { type: 'style-page', sheet, instead: [] }).success).toBe(true);
  document.body.innerHTML = nest(`x-${'y'.repeat(2000)}`);
  expect(tagPathOf([...document.querySelectorAll('*')].at(-1)!)).toBe('*>*>*>*>*>*');
});

test('tells which part of a page has such paths', () => {
  const share = (...paths: string[]) => shareOfElements(document.body, paths);
  document.body.innerHTML = `<main>${'<p>Of <a>a</a></p>'.repeat(300)}</main>${'<p></p>'.repeat(100)}`;
  const all = 1 + 300 * 2 + 100;
  expect(share('html>body>main>p')).toBeCloseTo(300 / all, 1);
  expect(share('html>body>main>p>a')).toBeCloseTo(300 / all, 5);
  expect(share('html>body>main>p', 'html>body>main>p>a', 'html>body>p')).toBeCloseTo(700 / all, 1);
  expect(share('html>body>aside>p')).toBe(0);
  expect(share('b', 'html>body>main>i')).toBe(0);
  // As in a shadow root, where paths are shorter: the rule is for all such elements of the page.
  expect(share('p')).toBeCloseTo(400 / all, 5);
  expect(share('p>*', 'p>a')).toBeGreaterThan(0.3);
  // Enough is enough: what comes after the first tag is not counted.
  expect(shareOfElements(document.body, ['p', 'a'], 0.25)).toBeCloseTo(400 / all, 5);
  document.body.innerHTML = '';
  expect(share('p')).toBe(0);
});
