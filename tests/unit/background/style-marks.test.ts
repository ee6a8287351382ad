// @vitest-environment happy-dom
/** Sheets of the marks: which documents get one, in what order they change, and what frames answer. */
import { afterEach, expect, test, vi } from 'vitest';
import { cssOf, origins } from '../../../src/background/mark-rules.ts';
import {
  changeSheet,
  changeSheetInFrames,
  takeSheet,
  targetOf,
  type Scripting,
} from '../../../src/background/style-marks.ts';
import type { MarkSheet } from '../../../src/messages.ts';

const said: unknown[] = [];
const note = (what: string) => (injection: { target: object; css: string; origin: string }) => {
  said.push([what, injection.target, injection.css, injection.origin]);
  return 'documentIds' in injection.target && String(injection.target.documentIds) === 'GONE'
    ? Promise.reject(new Error('No document with id GONE'))
    : Promise.resolve();
};
const scripting = (
  frames: Awaited<ReturnType<Scripting['executeScript']>> = [],
  isGone = true,
): Scripting => ({
  insertCSS: note('insert'),
  removeCSS: note('remove'),
  executeScript: ({ target }) =>
    'allFrames' in target || !isGone
      ? Promise.resolve(frames)
      : Promise.reject(new Error('No frame with id 4')),
});
/** What is said of one sheet: it goes in, or out, with both origins. */
const both = (what: string, target: object, one: MarkSheet) =>
  origins.map((origin) => [what, target, cssOf(one, origin), origin]);
const sheet = (style: MarkSheet['style'], ...tagPaths: string[]): MarkSheet => ({ style, tagPaths });
afterEach(() => {
  said.length = 0;
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, Symbol.for('key'));
});

test('a new sheet goes in before the old one is taken out', async () => {
  const [line, more, tint] = [sheet('line', 'p'), sheet('line', 'p>a'), sheet('tint', 'p', 'p>a')];
  await changeSheet(scripting(), targetOf(3, 'D1'), tint, [line, more]);
  await changeSheet(scripting(), targetOf(3, null), null, [tint]);
  expect(said).toEqual([
    ...both('insert', { tabId: 3, documentIds: ['D1'] }, tint),
    ...both('remove', { tabId: 3, documentIds: ['D1'] }, line),
    ...both('remove', { tabId: 3, documentIds: ['D1'] }, more),
    ...both('remove', { tabId: 3, frameIds: [0] }, tint),
  ]);
});

test('frames that answer get the sheet, also when one of them is gone by then', async () => {
  const frames = [
    { frameId: 0, documentId: 'TOP', result: null },
    { frameId: 4, documentId: 'GONE', result: { had: null } },
    { frameId: 5, documentId: 'D5', result: { had: 'line' } },
    { frameId: 6, result: { had: null } },
    { frameId: 7 },
  ];
  await changeSheetInFrames(scripting(frames), 3, 'tint');
  expect(said).toHaveLength(8);
  expect(said).toEqual(
    expect.arrayContaining([
      ...both('insert', { tabId: 3, documentIds: ['D5'] }, sheet('tint', '*')),
      ...both('remove', { tabId: 3, documentIds: ['D5'] }, sheet('line', '*')),
      ...both('insert', { tabId: 3, frameIds: [6] }, sheet('tint', '*')),
    ]),
  );
});

test('a frame that changed while it was given its sheet is to be asked again, and notes that it has none', async () => {
  const frames = [
    { frameId: 4, documentId: 'GONE', result: { had: null } },
    { frameId: 6, result: { had: null } },
  ];
  const there = scripting(frames, false);
  const asked = vi.spyOn(there, 'executeScript');
  await expect(changeSheetInFrames(there, 3, 'tint')).rejects.toThrow();
  expect(said).toHaveLength(4);
  expect(asked.mock.calls.map(([{ target, args }]) => [target, args[1]])).toEqual([
    [{ tabId: 3, allFrames: true }, 'tint'],
    [{ tabId: 3, frameIds: [4] }, null],
  ]);
});

test('a frame that the page can read takes a sheet once; the page itself and others take none', () => {
  expect(takeSheet('key', 'line')).toBe(null);
  vi.stubGlobal('top', { document });
  expect(takeSheet('key', 'line')).toEqual({ had: null });
  expect(takeSheet('key', 'line')).toBe(null);
  expect(takeSheet('key', null)).toEqual({ had: 'line' });
  vi.stubGlobal('document', document.implementation.createHTMLDocument());
  expect(takeSheet('key', 'line')).toEqual({ had: null });
  vi.stubGlobal('top', {
    get document() {
      throw new DOMException('Blocked a frame', 'SecurityError');
    },
  });
  expect(takeSheet('key', 'line')).toBe(null);
});
