/** Which marks are painted, and when, where a page has few of them and where it has very many. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Painter } from '../../../src/page/paint-marks.ts';
import type { CandidateBlock, PageMark } from '../../../src/page/page-model.ts';
import { createPaintPlan, type PaintPlan } from '../../../src/page/paint-plan.ts';
import { mostMarksPainted, paintRestMs, scanPaintRestMs } from '../../../src/page/pacing.ts';

const painted = new Set<PageMark>();
const near = new Set<CandidateBlock>();
let blocks: CandidateBlock[];
let plan: PaintPlan;
const painter: Pick<Painter, 'paint' | 'unpaint' | 'count'> = {
  paint: (mark) => void painted.add(mark),
  unpaint: (mark) => void painted.delete(mark),
  count: () => painted.size,
};

beforeEach(() => {
  vi.useFakeTimers();
  painted.clear();
  near.clear();
  blocks = [];
  plan = createPaintPlan(
    painter as Painter,
    (block) => near.has(block),
    () => blocks,
    () => performance.now(),
  );
});
afterEach(() => {
  plan.stop();
  vi.useRealTimers();
});

function newBlock(count = 1, isNear = false): CandidateBlock {
  const block = { marks: Array.from({ length: count }, () => ({})) } as unknown as CandidateBlock;
  blocks.push(block);
  if (isNear) near.add(block);
  return block;
}
const isPainted = (...some: readonly CandidateBlock[]) =>
  some.map(({ marks }) => marks.length > 0 && marks.every((mark) => painted.has(mark)));
const come = (block: CandidateBlock) => {
  near.add(block);
  plan.moved([block]);
};
const go = (block: CandidateBlock) => {
  near.delete(block);
  plan.moved([block]);
};

it('paints the few marks of an article wherever they stand, all at once', () => {
  const [one, other] = [newBlock(1, true), newBlock(2)];
  plan.change(one);
  plan.change(other);
  expect(painted.size).toBe(0);
  plan.paint();
  expect(isPainted(one, other)).toEqual([true, true]);
});

it('takes away what a block no longer has, at the next painting and only then', () => {
  const block = newBlock(2);
  plan.change(block);
  plan.paint();
  const [gone] = block.marks;
  block.marks = block.marks.slice(1);
  plan.drop([gone!]);
  expect(painted.size).toBe(2);
  plan.paint();
  expect([...painted]).toEqual(block.marks);
  // Had again, it stays.
  block.marks = [gone!];
  plan.change(block);
  plan.paint();
  plan.paint();
  expect(painted.has(gone!)).toBe(true);
});

it('takes away at once what goes, and paints nothing of it that was still to come', () => {
  const [there, coming] = [newBlock(), newBlock()];
  plan.change(there);
  plan.paint();
  plan.change(there);
  plan.change(coming);
  plan.remove(there);
  plan.remove(coming);
  expect(painted.size).toBe(0);
  plan.paint();
  expect(painted.size).toBe(0);
});

it('paints only what is near the view where marks are many, and the rest as it comes near', () => {
  const [above, below] = [newBlock(1, true), newBlock()];
  plan.crowd();
  plan.change(above);
  plan.change(below);
  plan.paint();
  expect(isPainted(above, below)).toEqual([true, false]);
  come(below);
  expect(isPainted(below)).toEqual([true]);
});

it('paints them all once they are few, those too that were passed over', () => {
  const block = newBlock();
  plan.crowd();
  plan.change(block);
  plan.paint();
  plan.paint(true);
  expect(isPainted(block)).toEqual([true]);
  const later = newBlock();
  plan.change(later);
  plan.paint();
  expect(isPainted(later)).toEqual([true]);
});

it('leaves marks that go out of view while they are not too many, and then takes all those away', () => {
  const [one, many] = [newBlock(), newBlock(mostMarksPainted - 1)];
  plan.crowd();
  come(one);
  vi.advanceTimersByTime(scanPaintRestMs);
  come(many);
  go(one);
  vi.advanceTimersByTime(scanPaintRestMs);
  expect(isPainted(one, many)).toEqual([true, true]);
  const more = newBlock();
  come(more);
  vi.advanceTimersByTime(scanPaintRestMs);
  expect(isPainted(one, many, more)).toEqual([false, true, true]);
  come(one);
  vi.advanceTimersByTime(scanPaintRestMs);
  expect(isPainted(one)).toEqual([true]);
});

it.each([
  ['during the first scan', scanPaintRestMs, () => undefined],
  ['after it', paintRestMs, () => plan.followView()],
])('follows scrolling at once and then now and then: %s every %i ms', (_, restMs, begin) => {
  begin();
  plan.crowd();
  const [one, two, three, four] = [newBlock(), newBlock(), newBlock(), newBlock()];
  come(one);
  vi.advanceTimersByTime(1);
  come(two);
  come(three);
  expect(isPainted(one, two, three)).toEqual([true, false, false]);
  vi.advanceTimersByTime(restMs - 2);
  expect(isPainted(two)).toEqual([false]);
  vi.advanceTimersByTime(1);
  expect(isPainted(two, three)).toEqual([true, true]);
  vi.advanceTimersByTime(restMs);
  come(four);
  expect(isPainted(four)).toEqual([true]);
});

it('waits for a painting that is announced, which paints what came near meanwhile too', () => {
  plan.crowd();
  const [changed, moved, later] = [newBlock(1, true), newBlock(), newBlock()];
  plan.change(changed);
  come(moved);
  expect(isPainted(changed, moved)).toEqual([false, false]);
  plan.paint();
  expect(isPainted(changed, moved)).toEqual([true, true]);
  // Nothing is announced any longer, and no move was painted yet.
  come(later);
  expect(isPainted(later)).toEqual([true]);
});

it('paints what came near although the announced painting does not come', () => {
  plan.crowd();
  const [changed, moved] = [newBlock(1, true), newBlock()];
  plan.change(changed);
  come(moved);
  vi.advanceTimersByTime(scanPaintRestMs);
  expect(isPainted(changed, moved)).toEqual([true, true]);
});

it('paints nothing more once it is stopped', () => {
  plan.crowd();
  const [one, two] = [newBlock(), newBlock()];
  come(one);
  come(two);
  plan.stop();
  vi.advanceTimersByTime(scanPaintRestMs);
  expect(isPainted(two)).toEqual([false]);
});
