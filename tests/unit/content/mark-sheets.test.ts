// @vitest-environment happy-dom
/** What is asked for so that marks have their sheet: once, in order, again when nobody answered, and not after the end. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMarkSheets, type MarkSheets, type SheetPlatform } from '../../../src/content/mark-sheets.ts';

let isAlive: boolean;
let sheets: MarkSheets;
const stylePage = vi.fn<SheetPlatform['stylePage']>();
const styleFrames = vi.fn<SheetPlatform['styleFrames']>();
const frame = document.implementation.createHTMLDocument();

beforeEach(() => {
  vi.useFakeTimers();
  isAlive = true;
  stylePage.mockReset().mockResolvedValue(undefined);
  styleFrames.mockReset().mockResolvedValue(undefined);
  sheets = createMarkSheets(document, { stylePage, styleFrames, isAlive: () => isAlive });
});
afterEach(() => vi.useRealTimers());
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

it('asks for the page once, and for frames each time that one more has marks', async () => {
  sheets.marked(document, 'line');
  sheets.marked(frame, 'line');
  sheets.marked(frame, 'line');
  await settle();
  sheets.marked(document, 'line');
  await settle();
  expect(stylePage.mock.calls).toEqual([['line', null]]);
  expect(styleFrames.mock.calls).toEqual([['line']]);
  sheets.marked(frame, 'line');
  await settle();
  expect(styleFrames).toHaveBeenCalledTimes(2);
});

it('asks for nothing where there are no marks', async () => {
  sheets.restyle('tint');
  sheets.clear();
  await settle();
  expect([stylePage.mock.calls, styleFrames.mock.calls]).toEqual([[], []]);
});

it('changes the style where marks are, takes all out at the end, and leaves out what was overtaken', async () => {
  sheets.marked(document, 'line');
  await settle();
  let answer = () => undefined as void;
  stylePage.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  sheets.restyle('tint');
  await settle();
  sheets.restyle('line-and-tint');
  sheets.clear();
  answer();
  await settle();
  expect(stylePage.mock.calls).toEqual([
    ['line', null],
    ['tint', 'line'],
    [null, 'tint'],
  ]);
  expect(styleFrames).not.toHaveBeenCalled();
});

it('asks again when the background did not answer, gives up in the end, and begins anew with the next marks', async () => {
  stylePage.mockRejectedValue(new Error('no answer'));
  sheets.marked(document, 'line');
  await settle(60_000);
  expect(stylePage).toHaveBeenCalledTimes(4);
  stylePage.mockResolvedValue(undefined);
  styleFrames.mockRejectedValueOnce(new Error('no answer'));
  sheets.marked(frame, 'line');
  await settle(60_000);
  expect(stylePage).toHaveBeenCalledTimes(5);
  expect(styleFrames).toHaveBeenCalledTimes(2);
});

it('is still once the extension was removed', async () => {
  sheets.marked(document, 'line');
  await settle();
  isAlive = false;
  sheets.clear();
  await settle(60_000);
  expect(stylePage).toHaveBeenCalledTimes(1);
});
