/** Reading a text costs as much as it is long, whatever a page writes into it. Units are counted, not time. */
import { afterEach, expect, test, vi } from 'vitest';
import { normalise } from '../../../src/match/normalise.ts';
import { entity, matcherOf } from './small-index.ts';

afterEach(() => vi.restoreAllMocks());

test('accents are not joined with a letter that has more of them than any writing', () => {
  const joined = vi.spyOn(String.prototype, 'normalize');
  const stacked = `a${'\u0301\u0323'.repeat(1000)}`;
  const { text } = normalise(`Cafe\u0301 ${stacked} Cafe\u0301`);
  expect(Math.max(...joined.mock.contexts.map((given) => String(given).length))).toBeLessThan(50);
  expect(text.startsWith('Café ')).toBe(true);
  expect(text.endsWith(' Café')).toBe(true);
});

test('a text of unknown language is gone over once for letters of languages that decline names, not for each name', () => {
  const matcher = matcherOf([entity('candiru', ['Candiru'])]);
  const searched = (count: number) => {
    const tested = vi.spyOn(RegExp.prototype, 'test');
    expect(matcher.findCandidates('Candiruem “x” '.repeat(count))).toEqual([]);
    // One that is global goes on where it last was.
    const whole = tested.mock.calls.filter((_, k) => !(tested.mock.contexts[k] as RegExp).global);
    const units = whole.reduce((sum, [given]) => sum + given.length, 0);
    tested.mockRestore();
    return units;
  };
  expect(searched(500) / searched(50)).toBeLessThan(11);
});
