// @vitest-environment happy-dom
/** Chunks of random pages: together they hold all blocks in order, none ends inside a block, and none is large. */
import { expect, it } from 'vitest';
import { seededRandom } from '../../../src/commands/bench/generate-page.ts';
import { createTextWalker, textOf } from '../../../src/page/dom.ts';
import { aroundLongCode, type Chunk, findChunks } from '../../../src/page/find-chunks.ts';
import { textNodesAt, textOfRun } from '../../../src/page/locate.ts';
import { readBlocks } from '../../../src/page/read-blocks.ts';
import { chunkElements, longCodeUnits } from '../../../src/page/pacing.ts';

const tags = ['p', 'p', 'p', 'div', 'section', 'li', 'span', 'b', 'a', 'br'];

function randomHtml(random: () => number, depth: number): string {
  const tag = tags[Math.floor(random() * tags.length)]!;
  if (random() < 0.3) return random() < 0.5 ? 'some words' : ' <!-- -->\n';
  if (tag === 'br') return random() < 0.5 ? '<br>' : '<br> <br>';
  const inside = Array.from({ length: depth > 0 ? Math.floor(random() * 6) : 0 }, () =>
    randomHtml(random, depth - 1),
  );
  return `<${tag}>words ${inside.join('')}</${tag}>`;
}

/** In document order. */
function textsOf(chunk: Chunk): Text[] {
  const nodes: Node[] = [];
  if ('element' in chunk) nodes.push(chunk.element);
  else
    for (let node = chunk.run.first; node; node = node === chunk.run.last ? null : node.nextSibling)
      nodes.push(node);
  return nodes.flatMap((node) => {
    if (node.nodeType === 3) return [node as Text];
    const texts: Text[] = [];
    const walker = createTextWalker(node);
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    return texts;
  });
}

it.each([true, false])('holds all blocks, each in one chunk (small blocks joined: %s)', (mayJoin) => {
  for (let seed = 1; seed <= 4; seed++) {
    const random = seededRandom(seed);
    document.body.innerHTML = Array.from({ length: 150 }, () => randomHtml(random, 3)).join('');
    const chunks = [...findChunks(document.body, () => mayJoin)];
    const texts = chunks.map(textsOf);
    const chunkOf = new Map(texts.flatMap((its, k) => its.map((text) => [text, k] as const)));
    expect(chunkOf.size).toBe(texts.flat().length);
    let last = 0;
    for (const { nodes } of readBlocks(document.body)) {
      const its = new Set(nodes.filter(({ data }) => data.trim() !== '').map((node) => chunkOf.get(node)));
      expect([...its]).toHaveLength(1);
      expect([...its][0]).toBeGreaterThanOrEqual(last);
      [last = 0] = its as Set<number>;
    }
    if (mayJoin) expect(chunks.length).toBeLessThan(document.body.childNodes.length / 4);
    for (const chunk of chunks)
      if ('element' in chunk)
        expect(chunk.element.querySelectorAll('*').length).toBeLessThanOrEqual(chunkElements);
  }
});

it('looks for places among joined blocks only where they are', () => {
  document.body.innerHTML = '<p>one <b>two</b></p> <p>three</p>four<!-- no --><p>five<i> six</i></p>';
  const run = { parent: document.body, first: document.body.firstChild, last: document.body.lastChild };
  const ends: number[] = [];
  const text = textOfRun(run, ends);
  for (const word of ['one', 'two', 'three', 'four', 'five', 'six']) {
    const found = textNodesAt(run, [text.indexOf(word)], new Set(), ends);
    expect(found.map(({ data }) => data.trim())).toEqual([word]);
  }
  const all = textNodesAt(run, [text.indexOf('one'), text.indexOf('six')], new Set(), ends);
  expect(all.map(({ data }) => data.trim())).toEqual(['one', 'six']);
});

const longCode = 'x'.repeat(longCodeUnits);

it('keeps long code out of the text, wherever it stands', () => {
  const words = (word: string) => `<p>${word} <i>and</i> more</p>`;
  document.documentElement.innerHTML = `<head><style>${longCode}</style></head><body>${words('one')}
    <script>${longCode}</script>two <div><section>${words('three')}<script>${longCode}</script></section>
    ${words('four')}</div><pre>${longCode}</pre><p>five <script>${longCode}</script>six</p></body>`;
  const top = document.documentElement;
  const read = [...findChunks(top, undefined, aroundLongCode(top))].map((chunk) =>
    'element' in chunk ? textOf(chunk.element) : textOfRun(chunk.run, []),
  );
  const text = read.join(' ').replace(/\s+/g, ' ').trim();
  expect(text).toBe('one and more two three and more four and more five six');
});

it('finds places behind code that is left out, and a text before a line break beside it', () => {
  document.body.innerHTML = `<b>one<br>two</b> <script>${longCode}</script><i>three</i> <b>four</b>`;
  const run = { parent: document.body, first: document.body.firstChild, last: document.body.lastChild };
  const ends: number[] = [];
  const text = textOfRun(run, ends);
  const [one, two, three, four] = ['one', 'two', 'three', 'four'].map((word) =>
    textsOf({ run }).find(({ data }) => data === word)!,
  );
  const places = [text.indexOf('three'), text.indexOf('four')];
  expect(textNodesAt(run, places, new Set([one!]), ends)).toEqual([one, three, four]);
  // The last of `more` keeps the walk from passing over anything.
  expect(textNodesAt(run, [text.indexOf('three')], new Set([two!, four!]), ends)).toEqual([two, three, four]);
});

it('leaves pages without long code as they are', () => {
  document.body.innerHTML = `<div><script>${longCode.slice(1)}</script></div><div><p>${longCode}</p></div>`;
  expect(aroundLongCode(document.body).size).toBe(0);
});
