// @vitest-environment happy-dom
/** What is asked for so that marks have their sheet: once, in order, again when nobody answered, and not after the end. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMarkSheets, type MarkSheets, type SheetPlatform } from '../../../src/content/mark-sheets.ts';

let isAlive: boolean;
let sheets: MarkSheets;
const stylePage = vi.fn<SheetPlatform['stylePage']>();
const styleFrames = vi.fn<SheetPlatform['styleFrames']>();
const [frame, otherFrame] = [0, 1].map(() => document.implementation.createHTMLDocument()) as [
  Document,
  Document,
];

beforeEach(() => {
  vi.useFakeTimers();
  isAlive = true;
  stylePage.mockReset().mockResolvedValue(undefined);
  styleFrames.mockReset().mockResolvedValue(undefined);
  sheets = createMarkSheets(document, { stylePage, styleFrames, isAlive: () => isAlive });
});
afterEach(() => vi.useRealTimers());
const sheetOf = (style: string) => ({ style, tagPaths: ['p'] });
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

it('asks for the page once for elements of a kind, and for frames each time that one more has marks', async () => {
  sheets.marked(document, 'line', 'main>p');
  sheets.marked(document, 'line', 'p>a');
  sheets.marked(frame, 'line', 'p');
  await settle();
  sheets.marked(document, 'line', 'main>p');
  sheets.marked(frame, 'line', 'p>a');
  await settle();
  expect(stylePage.mock.calls).toEqual([[{ style: 'line', tagPaths: ['main>p', 'p>a'] }, []]]);
  expect(styleFrames.mock.calls).toEqual([['line']]);
  sheets.marked(otherFrame, 'line', 'p');
  await settle();
  expect(styleFrames).toHaveBeenCalledTimes(2);
  sheets.clear();
  sheets.marked(frame, 'line', 'p');
  await settle();
  expect(styleFrames).toHaveBeenCalledTimes(3);
});

it('asks for what is new alone, and for all of it where the style changes', async () => {
  sheets.marked(document, 'line', 'main>p');
  await settle();
  sheets.marked(document, 'line', 'p>a');
  await settle();
  sheets.restyle('tint');
  await settle();
  const [first, second] = [['main>p'], ['p>a']].map((tagPaths) => ({ style: 'line', tagPaths }));
  expect(stylePage.mock.calls).toEqual([
    [first, []],
    [second, []],
    [{ style: 'tint', tagPaths: ['main>p', 'p>a'] }, [first, second]],
  ]);
});

it('has one rule for all elements where marks stand in elements of very many kinds', async () => {
  for (let k = 0; k < 50; k++) sheets.marked(document, 'line', `x-${k}`);
  await settle();
  sheets.marked(document, 'line', 'p');
  sheets.marked(document, 'line', 'b');
  await settle();
  sheets.marked(document, 'line', 'i');
  await settle();
  const before = { style: 'line', tagPaths: expect.objectContaining({ length: 50 }) as string[] };
  expect(stylePage.mock.calls).toEqual([
    [before, []],
    [{ style: 'line', tagPaths: ['*'] }, [before]],
  ]);
  sheets.clear();
  await settle();
  expect(stylePage).toHaveBeenLastCalledWith(null, [{ style: 'line', tagPaths: ['*'] }]);
});

it('has one rule for all elements where most are such as hold marks', async () => {
  document.body.innerHTML = `<main>${'<p>Text</p>'.repeat(20)}<h1>Title</h1></main>`;
  sheets.marked(document, 'line', 'html>body>main>h1');
  await settle();
  sheets.marked(document, 'line', 'html>body>main>p');
  await settle();
  const title = { style: 'line', tagPaths: ['html>body>main>h1'] };
  expect(stylePage.mock.calls).toEqual([
    [title, []],
    [{ style: 'line', tagPaths: ['*'] }, [title]],
  ]);
  sheets.marked(document, 'line', 'html>body>aside');
  await settle();
  expect(stylePage).toHaveBeenCalledTimes(2);
  document.body.innerHTML = '';
  sheets.restyle('tint');
  await settle();
  expect(stylePage.mock.calls[2]).toEqual([
    { style: 'tint', tagPaths: ['html>body>main>h1', 'html>body>main>p', 'html>body>aside'] },
    [{ style: 'line', tagPaths: ['*'] }],
  ]);
});

it('pays for all elements only where what is new is for many: what was put in is paid for', async () => {
  document.body.innerHTML = `<main>${'<p>Text</p>'.repeat(4)}${'<b></b>'.repeat(4)}${'<i></i>'.repeat(12)}</main>`;
  for (const tag of ['p', 'b']) {
    sheets.marked(document, 'line', `html>body>main>${tag}`);
    await settle();
  }
  document.body.innerHTML = '';
  const sheet = (tag: string) => ({ style: 'line', tagPaths: [`html>body>main>${tag}`] });
  expect(stylePage.mock.calls).toEqual([
    [sheet('p'), []],
    [sheet('b'), []],
  ]);
});

it('asks for nothing where there are no marks', async () => {
  sheets.restyle('tint');
  sheets.clear();
  await settle();
  expect([stylePage.mock.calls, styleFrames.mock.calls]).toEqual([[], []]);
});

it('changes the style where marks are, takes all out at the end, and leaves out what was overtaken', async () => {
  sheets.marked(document, 'line', 'p');
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
    [sheetOf('line'), []],
    [sheetOf('tint'), [sheetOf('line')]],
    [null, [sheetOf('tint')]],
  ]);
  expect(styleFrames).not.toHaveBeenCalled();
});

it('asks again when the background did not answer, gives up in the end, and begins anew with the next marks', async () => {
  stylePage.mockRejectedValue(new Error('no answer'));
  sheets.marked(document, 'line', 'p');
  await settle(60_000);
  expect(stylePage).toHaveBeenCalledTimes(4);
  stylePage.mockReset().mockResolvedValue(undefined);
  styleFrames.mockRejectedValueOnce(new Error('no answer'));
  sheets.marked(frame, 'line', 'p');
  await settle(60_000);
  expect(stylePage).toHaveBeenLastCalledWith(sheetOf('line'), []);
  expect(styleFrames).toHaveBeenCalledTimes(2);
});

it('takes out what may have been put in although nobody said so, before anything else is put in', async () => {
  stylePage.mockRejectedValueOnce(new Error('the background ended'));
  sheets.marked(document, 'line', 'p');
  await settle();
  sheets.marked(document, 'line', 'b');
  await settle(1000);
  sheets.clear();
  await settle();
  const both = { style: 'line', tagPaths: ['p', 'b'] };
  expect(stylePage.mock.calls).toEqual([
    [sheetOf('line'), []],
    [null, [sheetOf('line')]],
    [both, []],
    [null, [both]],
  ]);
});

it('is still once the extension was removed', async () => {
  sheets.marked(document, 'line', 'p');
  await settle();
  isAlive = false;
  sheets.clear();
  await settle(60_000);
  expect(stylePage).toHaveBeenCalledTimes(1);
});
