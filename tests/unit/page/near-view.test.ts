// @vitest-environment happy-dom
/** Which blocks count as near the view, told by an observer that the test speaks for. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createNearView, type NearView } from '../../../src/page/near-view.ts';
import type { CandidateBlock } from '../../../src/page/page-model.ts';
import { mostBlindMarks } from '../../../src/page/pacing.ts';

let observed: Set<Element>;
/** What it will tell of next: all that it began to observe. */
let begun: Element[];
let tellAll: (entries: IntersectionObserverEntry[]) => void;
let changed: CandidateBlock[][];
let later: Iterator<void>[];
let nearView: NearView;

class Observer {
  constructor(callback: (entries: IntersectionObserverEntry[]) => void) {
    tellAll = callback;
  }
  observe(element: Element) {
    if (!observed.has(element)) begun.push(element);
    observed.add(element);
  }
  unobserve(element: Element) {
    observed.delete(element);
  }
  disconnect() {
    observed.clear();
  }
}

beforeEach(() => {
  document.body.innerHTML = '';
  observed = new Set();
  begun = [];
  changed = [];
  later = [];
  nearView = createNearView(
    { IntersectionObserver: Observer, document } as unknown as Window & typeof globalThis,
    (blocks) => changed.push([...blocks]),
    (work) => later.push(work),
  );
});

afterEach(() => void vi.restoreAllMocks());

function newElement(parent: Element = document.body, style = ''): Element {
  const element = document.createElement('p');
  element.setAttribute('style', style);
  parent.append(element);
  return element;
}
function watch(element: Element, isFar = false): CandidateBlock {
  const block = { element } as unknown as CandidateBlock;
  nearView.watch(block, isFar);
  return block;
}
const observeAll = () => [...nearView.observing()].length;
const entryOf = (target: Element, isIntersecting: boolean, width: number, height = width) =>
  ({
    target,
    isIntersecting,
    boundingClientRect: { width, height },
  }) as IntersectionObserverEntry;
/** Only of what is observed; without a box its size is 0. */
function tell(target: Element, isIntersecting: boolean, size = 20) {
  expect(observed.has(target)).toBe(true);
  tellAll([entryOf(target, isIntersecting, size)]);
}
const areNear = (...blocks: CandidateBlock[]) => blocks.map((block) => nearView.isNear(block));

it('takes what was just found for near until it is told, and tells what came and went', () => {
  const [here, there] = [newElement(), newElement()];
  const [one, other] = [watch(here), watch(there)];
  expect(areNear(one, other)).toEqual([true, true]);
  observeAll();
  tell(here, true);
  tell(there, false);
  expect(areNear(one, other)).toEqual([true, false]);
  tell(there, true);
  expect(areNear(one, other)).toEqual([true, true]);
  expect(changed).toEqual([[other], [other]]);
  expect([...nearView.nearBlocks()]).toEqual([one, other]);
});

it('takes what is known to be far for near only once it is told', () => {
  const element = newElement();
  const block = watch(element, true);
  expect(areNear(block)).toEqual([false]);
  observeAll();
  tell(element, true);
  expect([areNear(block), changed]).toEqual([[true], [[block]]]);
});

it('takes only so many for near that nobody has told of', () => {
  const blocks = Array.from({ length: mostBlindMarks }, () => watch(newElement()));
  const last = watch(newElement());
  expect([areNear(...blocks).every(Boolean), areNear(last)]).toEqual([true, [false]]);
  observeAll();
  tell(blocks[0]!.element, false);
  expect(areNear(watch(newElement()))).toEqual([true]);
});

it('knows of a block what was told of its element for another', () => {
  const [here, there] = [newElement(), newElement()];
  const [one, other] = [watch(here), watch(there)];
  observeAll();
  tell(there, false);
  const [oneMore, otherMore] = [watch(here), watch(there)];
  expect(areNear(oneMore, otherMore)).toEqual([true, false]);
  tell(here, false);
  tell(there, true);
  expect(areNear(one, oneMore, other, otherMore)).toEqual([false, false, true, true]);
  expect(changed.slice(1)).toEqual([
    [one, oneMore],
    [other, otherMore],
  ]);
});

it('holds a block of an element that nothing was told of for near, and counts it', () => {
  const element = newElement();
  const sharers = Array.from({ length: mostBlindMarks }, () => watch(element));
  const last = watch(newElement());
  expect([areNear(...sharers).every(Boolean), areNear(last)]).toEqual([true, [false]]);
  for (const sharer of sharers) nearView.unwatch(sharer);
  expect(areNear(watch(newElement()))).toEqual([true]);
});

it('does not count blocks of an element that was told of among those that nobody has told of', () => {
  const element = newElement();
  watch(element);
  observeAll();
  tell(element, true);
  for (let k = 0; k < mostBlindMarks; k++) watch(element);
  expect(areNear(watch(newElement()))).toEqual([true]);
});

it('takes all for near where the browser tells of none', () => {
  const nothing = () => undefined;
  const silent = createNearView({ document } as unknown as Window & typeof globalThis, nothing, nothing);
  const blocks = Array.from(
    { length: mostBlindMarks + 1 },
    () => ({ element: newElement() }) as CandidateBlock,
  );
  for (const block of blocks) silent.watch(block, true);
  for (const step of silent.observing()) expect(step).toBeUndefined();
  expect(blocks.every(silent.isNear)).toBe(true);
});

it('keeps to what it knows of a block that it is given once more', () => {
  const section = newElement();
  const block = watch(newElement(section, 'display: contents'), true);
  observeAll();
  tell(block.element, false, 0);
  nearView.watch(block, false);
  observeAll();
  expect([areNear(block), [...observed]]).toEqual([[false], [section]]);
});

it('takes no block for near by an element that is known to be far', () => {
  const element = newElement();
  expect(areNear(watch(element, true), watch(element))).toEqual([false, false]);
});

it('asks an element’s own box in a hidden tab, where nobody tells', () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const [here, below] = [newElement(), newElement()];
  const view = window.innerHeight;
  below.getBoundingClientRect = () => new DOMRect(0, 100 * view, 10, 10);
  expect(areNear(watch(here, true), watch(below, true))).toEqual([true, false]);
  hidden.mockReturnValue(false);
  expect(areNear(watch(newElement(), true))).toEqual([false]);
});

it('goes on watching a narrow, a flat and a boxless element that is in view', () => {
  const inner = newElement(newElement(), 'display: contents');
  const blocks = [watch(inner, true)];
  observeAll();
  tellAll([entryOf(inner, false, 0, 20), entryOf(inner, false, 20, 0)]);
  tell(inner, true, 0);
  expect([areNear(...blocks), [...observed]]).toEqual([[true], [inner]]);
});

it('watches a block again whose marks come back', () => {
  const block = watch(newElement());
  nearView.unwatch(block);
  nearView.watch(block, false);
  observeAll();
  expect([areNear(block), [...observed]]).toEqual([[true], [block.element]]);
});

it('watches the nearest box around an element that has none', () => {
  const section = newElement();
  const outer = newElement(section, 'display: contents');
  const [inner, alone] = [newElement(outer, 'display: contents'), newElement(section, 'display: contents')];
  const [own, one, other] = [watch(section), watch(inner), watch(alone)];
  observeAll();
  begun = [];
  tell(inner, false, 0);
  tell(alone, false, 0);
  // Nothing is known of them before that box is told of, which has to be once more.
  expect([areNear(own, one, other), changed, [...observed]]).toEqual([[true, true, true], [], [section]]);
  expect(begun).toEqual([section, section]);
  tell(section, false);
  expect(areNear(own, one, other)).toEqual([false, false, false]);
  tell(section, true);
  expect(areNear(own, one, other)).toEqual([true, true, true]);
});

it('forgets a block whose box is that of an element around it', () => {
  const section = newElement();
  const inner = newElement(section, 'display: contents');
  const [one, other] = [watch(inner, true), watch(inner, true)];
  observeAll();
  tell(inner, false, 0);
  tell(section, true);
  expect(areNear(one, other)).toEqual([true, true]);
  nearView.unwatch(one);
  tell(section, false);
  tell(section, true);
  expect(areNear(one, other)).toEqual([false, true]);
  nearView.unwatch(other);
  expect(observed.size).toBe(0);
});

it('takes what has a box, and what is hidden, for as far as it is told', () => {
  const [empty, hidden] = [newElement(), newElement(document.body, 'display: none')];
  const blocks = [watch(empty), watch(hidden)];
  observeAll();
  tell(empty, false, 0);
  tell(hidden, false, 0);
  expect([areNear(...blocks), observed.size]).toEqual([[false, false], 2]);
});

it('forgets a block, and its element with the last one in it', () => {
  const element = newElement();
  const [one, other] = [watch(element), watch(element)];
  observeAll();
  nearView.unwatch(one);
  expect([areNear(one, other), observed.size]).toEqual([[false, true], 1]);
  nearView.unwatch(other);
  nearView.unwatch(other);
  expect([areNear(other), observed.size]).toEqual([[false], 0]);
  const again = watch(element);
  observeAll();
  tell(element, false);
  expect(areNear(one, again)).toEqual([false, false]);
  nearView.unwatch(again);
  // One that goes before its turn is never observed.
  nearView.unwatch(watch(newElement()));
  observeAll();
  expect(observed.size).toBe(0);
});

it('observes very many step by step, each once', () => {
  for (let k = 0; k < 200; k++) watch(newElement());
  expect(observeAll()).toBe(3);
  expect([observed.size, observeAll()]).toEqual([200, 0]);
});

it('goes over very many in slices, with what is told meanwhile, and then tells of all at once', () => {
  const elements = Array.from({ length: 300 }, () => newElement());
  const blocks = elements.map((element) => watch(element, true));
  observeAll();
  tellAll(elements.map((element) => entryOf(element, true, 20)));
  expect([changed.length, later.length]).toEqual([0, 1]);
  tell(elements[0]!, false);
  expect(later).toHaveLength(1);
  while (!later[0]!.next().done);
  expect(areNear(...blocks)).toEqual(blocks.map((_, k) => k > 0));
  expect(changed).toHaveLength(1);
  tell(elements[0]!, true);
  expect(changed[1]).toEqual([blocks[0]]);
});

it('has nothing near once it is stopped', () => {
  const block = watch(newElement());
  observeAll();
  nearView.stop();
  expect([areNear(block), [...nearView.nearBlocks()], observed.size]).toEqual([[false], [], 0]);
});
