// @vitest-environment happy-dom
/** Which of the decided mentions are shown by the reader's choices, and which marks stay the same objects. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Mention } from '../../../src/match/types.ts';
import { createChoice, updateMarks } from '../../../src/page/choose-marks.ts';
import type { CandidateBlock, PageRoot } from '../../../src/page/page-model.ts';
import { createPageRoot } from '../../../src/page/page-root.ts';

let page: PageRoot;
beforeEach(() => {
  document.body.innerHTML = '';
  page = createPageRoot(document, null, null);
});

const mentionAt = (start: number, entity = 'nso-group', name = 'NSO'): Mention => ({
  start,
  end: start + name.length,
  entity,
  name,
  reasons: [],
});
/** An element with that text at the page's end, with the mentions of these entities in it, one each ten units. */
function blockOf(tag: string, entities: string[], root = page): CandidateBlock {
  const element = document.createElement(tag);
  const text = document.createTextNode('NSO Group '.repeat(entities.length));
  element.append(text);
  (root.node === document ? document.body : root.node).append(element);
  const mentions = entities.map((entity, k) => mentionAt(10 * k, entity));
  return { root, element, text: text.data, nodes: [text], starts: [0], candidates: [], mentions, marks: [] };
}

describe('what is shown', () => {
  const shownIn = (
    blocks: CandidateBlock[],
    density: 'every-mention' | 'first-per-section',
    isShown: (entity: string, name: string) => boolean = () => true,
  ) => {
    const choice = createChoice({ density, isShown });
    return blocks.map((block) => choice(block).map(({ entity, start }) => `${entity} ${start}`));
  };

  it('is every mention that the reader did not dismiss', () => {
    const block = blockOf('p', ['nso-group', 'candiru', 'nso-group']);
    expect(shownIn([block], 'every-mention')).toEqual([['nso-group 0', 'candiru 10', 'nso-group 20']]);
    const isShown = (entity: string, name: string) => entity !== 'candiru' && name === 'NSO';
    expect(shownIn([block], 'every-mention', isShown)).toEqual([['nso-group 0', 'nso-group 20']]);
    expect(shownIn([block], 'first-per-section', isShown)).toEqual([['nso-group 0']]);
  });

  it('is an entity’s first mention of each section, which begins with a heading', () => {
    const blocks = [
      blockOf('p', ['nso-group', 'candiru', 'nso-group']),
      blockOf('p', ['nso-group', 'paragon']),
      blockOf('h2', []),
      blockOf('p', ['candiru', 'candiru']),
      blockOf('p', ['candiru', 'nso-group']),
    ];
    const [, , heading] = blocks;
    heading!.element.textContent = 'Later';
    const marked = blocks.filter((block) => block !== heading);
    const expected = [['nso-group 0', 'candiru 10'], ['paragon 10'], ['candiru 0'], ['nso-group 10']];
    expect(shownIn(marked, 'first-per-section')).toEqual(expected);
    heading!.element.outerHTML = '<div role="heading">Later</div>';
    expect(shownIn(marked, 'first-per-section')).toEqual(expected);
    expect(shownIn(marked, 'every-mention').flat()).toHaveLength(9);
  });

  it('is told apart in trees of their own: a shadow root’s section is not the page’s', () => {
    const host = document.createElement('div');
    document.body.append(host);
    const shadow = createPageRoot(host.attachShadow({ mode: 'open' }), host, page);
    const blocks = [blockOf('p', ['nso-group']), blockOf('p', ['nso-group'], shadow)];
    expect(shownIn(blocks, 'first-per-section')).toEqual([['nso-group 0'], ['nso-group 0']]);
    expect(shownIn([...blocks, blockOf('p', ['nso-group'], shadow)], 'first-per-section')[2]).toEqual([]);
  });

  it('does not take a mention that nobody can see for the first', () => {
    const blocks = [blockOf('p', ['nso-group']), blockOf('p', ['nso-group'])];
    blocks[0]!.element.setAttribute('style', 'position: absolute; clip-path: inset(50%)');
    // A mark that is hidden now may be shown by the page later, so it is one too.
    expect(shownIn([...blocks, blockOf('p', ['nso-group'])], 'first-per-section')).toEqual([
      ['nso-group 0'],
      ['nso-group 0'],
      [],
    ]);
  });
});

describe('the marks of a block', () => {
  function marked(...mentions: Mention[]): CandidateBlock {
    const block = blockOf('p', ['a', 'b', 'c']);
    block.marks = updateMarks(block, mentions)!.marks;
    return block;
  }
  const [first, second, third] = [mentionAt(0), mentionAt(10), mentionAt(20)];

  it('are made for all mentions at first', () => {
    const block = blockOf('p', ['a']);
    const { marks, added, removed } = updateMarks(block, [first, second])!;
    expect(marks.map(({ mention }) => mention)).toEqual([first, second]);
    expect([added, removed]).toEqual([marks, []]);
  });

  it('do not change where the mentions say the same again', () => {
    expect(updateMarks(marked(first, second), [{ ...first }, { ...second }])).toBeNull();
    expect(updateMarks(blockOf('p', []), [])).toBeNull();
  });

  it('stay the same objects where their mention does, between others that come and go', () => {
    const block = marked(first, third);
    const [one, other] = block.marks;
    const { marks, added, removed } = updateMarks(block, [second, third])!;
    expect(marks[1]).toBe(other);
    expect(marks[0]!.mention).toBe(second);
    expect([added, removed]).toEqual([[marks[0]], [one]]);
  });

  it.each<[string, Partial<Mention>]>([
    ['an entity', { entity: 'nordic' }],
    ['a name', { name: 'NSO Group' }],
    ['an end', { end: 9 }],
  ])('are made anew where a mention has another: %s', (_, change) => {
    const block = marked(first, second);
    const [one, kept] = block.marks;
    const { marks, added, removed } = updateMarks(block, [{ ...first, ...change }, second])!;
    expect([marks[1], added, removed]).toEqual([kept, [marks[0]], [one]]);
    expect(marks[0]).not.toBe(one);
  });

  it('go with the last mention', () => {
    const block = marked(first, second);
    expect(updateMarks(block, [])).toEqual({ marks: [], added: [], removed: block.marks });
  });
});
