// @vitest-environment happy-dom
/** What counts as bare at a glance, and what does not. */
import { beforeEach, expect, it, vi } from 'vitest';
import { isBare } from '../../../src/page/glance.ts';
import type { InnerTrees } from '../../../src/page/page-root.ts';
import { glanceElements, glanceUnits } from '../../../src/page/pacing.ts';
import { createFakeMatcher } from './fake-matcher.ts';

/** happy-dom does not know the selector that finds them. */
let inner: InnerTrees;
vi.mock('../../../src/page/page-root.ts', () => ({ findInnerTrees: () => inner }));

const matcher = createFakeMatcher({ 'NSO Group': 'nso-group' });
const host = document.createElement('div');

beforeEach(() => {
  inner = { shadowRoots: [], frames: [], waiting: [] };
});

it.each([
  ['words without a name', '<p>Weather</p>', true],
  ['a name', '<p>The NSO Group</p>', false],
  ['a name across elements', '<p><b>NSO</b> Group</p>', false],
  ['a name broken by a line break', '<p>NSO<br>Group</p>', false],
  ['too many elements to tell', '<i></i>'.repeat(glanceElements), false],
  ['too much text to tell', `<p>${'a'.repeat(glanceUnits + 1)}</p>`, false],
  ['a script too long to tell', `<div><script>${'a'.repeat(glanceUnits)}</script></div>`, false],
])('%s', (_, html, bare) => {
  document.body.innerHTML = html;
  expect(isBare(document, matcher)).toBe(bare);
});

it.each([
  ['a shadow root', { shadowRoots: [{ host, node: {} as ShadowRoot }] }],
  ['a frame', { frames: [host] }],
  ['an element that may get a shadow root', { waiting: [host] }],
])('%s has to be looked into', (_, found) => {
  document.body.innerHTML = '<p>Weather</p>';
  Object.assign(inner, found);
  expect(isBare(document, matcher)).toBe(false);
});

it('does not look at what a head holds, which is never read', () => {
  document.head.innerHTML = `<title>NSO Group</title><style>${'a'.repeat(glanceUnits)}</style>`;
  document.body.innerHTML = '<p>Weather</p>';
  expect(isBare(document, matcher)).toBe(true);
  document.head.innerHTML = '';
});
