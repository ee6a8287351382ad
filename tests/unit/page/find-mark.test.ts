// @vitest-environment happy-dom
/** Finding the mark under a point, with rectangles that the test gives, since nothing is laid out. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMarkFinder, isInSight, type MarkFinder } from '../../../src/page/find-mark.ts';
import type { CandidateBlock, PageMark } from '../../../src/page/page-model.ts';
import { readBlocks } from '../../../src/page/read-blocks.ts';
import { rectanglesMs } from '../../../src/page/pacing.ts';

let lines: DOMRect[];
let top: Element | null;
let nowMs: number;
let looks: number;
let mark: PageMark;
let near: CandidateBlock[];
let finder: MarkFinder;

beforeEach(() => {
  document.body.innerHTML = '<p>NSO Group</p><aside></aside>';
  top = document.querySelector('p');
  lines = [new DOMRect(10, 10, 80, 20)];
  [nowMs, looks] = [1000, 0];
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(
    () => (looks++, lines as unknown as DOMRectList),
  );
  document.elementFromPoint = () => top;
  const [read] = readBlocks(document.body);
  const block = { ...read!, root: { document } } as unknown as CandidateBlock;
  mark = { block, mention: { start: 0, end: 9 } } as unknown as PageMark;
  block.marks = [mark];
  near = [block];
  finder = createMarkFinder(
    () => near,
    () => nowMs,
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(document, 'elementFromPoint');
});
const at = (x: number, y: number) => finder.at(x, y, document);

it('finds it at its edges, and not beyond them', () => {
  expect([at(10, 10), at(89, 29)]).toEqual([mark, mark]);
  expect([at(9, 15), at(90, 15), at(15, 9), at(15, 30)]).toEqual([null, null, null, null]);
});

it('finds it on each of its lines, and not between them', () => {
  lines = [new DOMRect(60, 10, 30, 20), new DOMRect(10, 30, 30, 20)];
  expect([at(70, 20), at(20, 40)]).toEqual([mark, mark]);
  expect([at(20, 20), at(70, 40)]).toEqual([null, null]);
});

it('looks once for all points of a moment, and again at the one that is hit', () => {
  for (let k = 0; k < 50; k++) at(500, 500);
  expect(looks).toBe(1);
  at(15, 15);
  expect(looks).toBe(2);
});

it('does not find it where it no longer is', () => {
  expect(at(15, 15)).toBe(mark);
  lines = [new DOMRect(10, 210, 80, 20)];
  expect(at(15, 15)).toBeNull();
});

it('finds it where it went without a word, after a moment, and at once when told', () => {
  at(15, 15);
  lines = [new DOMRect(10, 210, 80, 20)];
  expect(at(15, 215)).toBeNull();
  nowMs += rectanglesMs;
  expect(at(15, 215)).toBe(mark);
  lines = [new DOMRect(10, 410, 80, 20)];
  finder.invalidate();
  expect(at(15, 415)).toBe(mark);
});

it('does not find what is laid out in no box, far from the view, or in another document', () => {
  lines = [new DOMRect(10, 10, 0, 20), new DOMRect(10, 10, 80, 0)];
  expect(at(10, 10)).toBeNull();
  lines = [new DOMRect(10, 10, 80, 20)];
  finder.invalidate();
  expect(finder.at(15, 15, document.implementation.createHTMLDocument())).toBeNull();
  near = [];
  finder.invalidate();
  expect(at(15, 15)).toBeNull();
});

it('does not find it under what is laid over it, nor once it is gone', () => {
  top = document.querySelector('aside');
  expect([at(15, 15), isInSight(mark)]).toEqual([null, false]);
  top = document.querySelector('p');
  expect([at(15, 15), isInSight(mark)]).toEqual([mark, true]);
  document.querySelector('p')!.remove();
  expect([at(15, 15), isInSight(mark)]).toEqual([null, false]);
});
