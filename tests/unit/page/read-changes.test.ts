// @vitest-environment happy-dom
/** Batches of very many changes take so many steps for each, and none of them without a pause. */
import { expect, it } from 'vitest';
import { finish } from '../../../src/match/finish.ts';
import { emptyChanges, type Changes } from '../../../src/page/note-changes.ts';
import type { PageRoot } from '../../../src/page/page-model.ts';
import { createPageRoot } from '../../../src/page/page-root.ts';
import { readChanges } from '../../../src/page/read-changes.ts';
import { scanRoot, type ReadContext } from '../../../src/page/read-root.ts';
import { countSteps } from './count-steps.ts';
import { createFakeMatcher } from './fake-matcher.ts';

const matcher = createFakeMatcher({ 'NSO Group': 'nso-group' });
const nothing = () => undefined;
const context: ReadContext = {
  matcher,
  onRemoved: nothing,
  onChanged: nothing,
  onKept: nothing,
};

function scan(html: string): PageRoot {
  document.body.innerHTML = html;
  const root = createPageRoot(document, null, null);
  finish(scanRoot(root, context, () => false));
  return root;
}
const textsIn = ({ blocks }: PageRoot) => blocks.map(({ text }) => text);
const read = (root: PageRoot, changes: Partial<Changes>) =>
  finish(readChanges(root, { ...emptyChanges(), ...changes }, context));
const all = (selector: string) => [...document.querySelectorAll(selector)];
const many = 400;

it('shapes of a drawing that come in while others go', () => {
  const root = scan(`${'<p>NSO Group</p>'.repeat(many)}<svg>${'<circle></circle>'.repeat(many)}</svg>`);
  expect(root.blocks).toHaveLength(many);
  const [svg] = all('svg');
  const changes = { added: new Map([[svg!, all('circle')]]), lessened: new Set(all('svg')) };
  expect(countSteps(() => read(root, changes))).toBeLessThan(many * 50);
  expect(root.blocks).toHaveLength(many);
});

it.each([
  ['words of one paragraph, each in an element', '<b>NSO Group</b>', 'b'],
  ['deep in one', '<b><i>NSO Group</i></b>', 'i'],
])('%s', (_, piece, selector) => {
  const root = scan(`<p>${`${piece} `.repeat(many)}</p>`);
  const texts = all(selector).map(({ firstChild }) => firstChild!);
  for (const text of texts) text.textContent = 'NSO Group!';
  expect(countSteps(() => read(root, { touched: new Set(texts) }))).toBeLessThan(many * 100);
  expect(textsIn(root)).toEqual(['NSO Group! '.repeat(many)]);
});

it('one word of a paragraph of many', () => {
  const root = scan(`<p>${'<b>NSO Group</b> '.repeat(many)}</p>`);
  const text = all('b')[0]!.firstChild!;
  text.textContent = 'Weather';
  expect(countSteps(() => read(root, { touched: new Set([text]) }))).toBeLessThan(many * 100);
  expect(textsIn(root)[0]).toMatch(/^Weather NSO Group /);
});

it.each([
  ['in order', (nodes: Element[]) => nodes],
  ['from behind', (nodes: Element[]) => nodes.toReversed()],
])('line breaks before a word, %s', (_, inOrder) => {
  const root = scan(`<p>${'<br>'.repeat(many)}NSO Group</p>`);
  const added = new Map([[all('p')[0]!, inOrder(all('br'))]]);
  expect(countSteps(() => read(root, { added }))).toBeLessThan(many * 200);
  expect(textsIn(root)).toEqual(['NSO Group']);
});

it.each([
  ['touched', (texts: Node[]) => ({ touched: new Set(texts) })],
  ['added', (texts: Node[]) => ({ added: new Map(texts.map((text) => [text.parentNode!, [text]])) })],
])('words in many places pause now and then: %s', (_, changesOf) => {
  const root = scan('<p>NSO Group</p>'.repeat(many));
  const texts = all('p').map(({ firstChild }) => firstChild!);
  const reading = readChanges(root, { ...emptyChanges(), ...changesOf(texts) }, context);
  const isDone: (boolean | undefined)[] = [];
  let longest = 0;
  do
    longest = Math.max(
      longest,
      countSteps(() => isDone.push(reading.next().done)),
    );
  while (!isDone.at(-1));
  expect(longest).toBeLessThan(many);
});

it('tells of each block once', () => {
  const told: unknown[] = [];
  document.body.innerHTML = '<p>NSO Group</p>'.repeat(many);
  const root = createPageRoot(document, null, null);
  finish(scanRoot(root, { ...context, onChanged: (fresh) => told.push(...fresh) }, () => false));
  expect(told).toEqual(root.blocks);
});

it('words that became part of somebody’s own are read no longer, those around them are', () => {
  const root = scan('<p>The <b>NSO Group</b> and <i>the NSO Group</i></p>');
  const switched = all('b');
  switched[0]!.setAttribute('contenteditable', '');
  read(root, { switched: new Set(switched) });
  expect(root.blocks.flatMap(({ nodes }) => nodes.map(({ data }) => data))).toEqual([
    'The ',
    ' and ',
    'the NSO Group',
  ]);
});

it('words that were moved into an editor that came in together with what it stands in are read no longer', () => {
  const root = scan('<p>NSO Group</p>');
  const [p] = all('p');
  const box = document.createElement('div');
  const editor = document.createElement('div');
  editor.setAttribute('contenteditable', '');
  document.body.append(box);
  box.append(editor);
  editor.append(p!);
  const added = new Map<Node, Node[]>([
    [document.body, [box]],
    [box, [editor]],
    [editor, [p!]],
  ]);
  read(root, { added, lessened: new Set([document.body]) });
  expect(textsIn(root)).toEqual([]);
});
