// @vitest-environment happy-dom
/** Blocks of very many pieces, and elements that stand very deep, take so many steps for each. */
import { expect, it, vi } from 'vitest';
import { crossedElements } from '../../../src/page/find-candidate-blocks.ts';
import { rectsInOwnView } from '../../../src/page/place-marks.ts';
import type { CandidateBlock, PageMark } from '../../../src/page/page-model.ts';
import { readBlocks } from '../../../src/page/read-blocks.ts';
import { countSteps } from './count-steps.ts';

const deep = 300;
const nested = (tag: string, inside: string) => `<${tag}>`.repeat(deep) + inside + `</${tag}>`.repeat(deep);
const textAt = (selector: string) => document.querySelector(selector)!.firstChild!;

function crossed(html: string): string[] {
  document.body.innerHTML = html;
  return crossedElements(textAt('#before'), textAt('#after')).map(({ localName }) => localName);
}

it('knows which elements begin or end between two texts', () => {
  const before = '<b><i id="before">NSO</i></b>';
  expect(crossed(`<p>${before}<u id="after">Group</u></p>`)).toEqual(['u', 'i', 'b']);
  expect(crossed(`<p>${before}</p><p id="after">Group</p>`)).toEqual(['p', 'i', 'b', 'p']);
  expect(crossed(`<p id="before">NSO <u id="after">Group</u></p>`)).toEqual(['u']);
});

it('does not climb far above two texts that stand side by side', () => {
  document.body.innerHTML = nested('b', '<i id="before">NSO</i><u id="after">Group</u>');
  const [before, after] = [textAt('#before'), textAt('#after')];
  expect(countSteps(() => crossedElements(before, after))).toBeLessThan(20);
});

it('asks of a mark whether its own words stand in the page, not of its whole block', () => {
  document.body.innerHTML = `<p>${'<b>NSO</b> <i>Group</i> '.repeat(deep)}</p>`;
  const [block] = readBlocks(document.body);
  const root = { document } as CandidateBlock['root'];
  const mark = { block: { ...block!, root }, mention: { start: 0, end: 9 } } as PageMark;
  const isConnected = vi.spyOn(Node.prototype, 'isConnected', 'get');
  rectsInOwnView(mark);
  expect(isConnected.mock.calls.length).toBeGreaterThan(0);
  expect(isConnected.mock.calls.length).toBeLessThan(10);
  isConnected.mockRestore();
});
