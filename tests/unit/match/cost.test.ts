/** Reading a text costs as much as it is long, whatever a page writes into it. Units are counted, not time. */
import { afterEach, expect, test, vi } from 'vitest';
import { normalise } from '../../../src/match/normalise.ts';

afterEach(() => vi.restoreAllMocks());

test('accents are not joined with a letter that has more of them than any writing', () => {
  const joined = vi.spyOn(String.prototype, 'normalize');
  const stacked = `a${'\u0301\u0323'.repeat(1000)}`;
  const { text } = normalise(`Cafe\u0301 ${stacked} Cafe\u0301`);
  expect(Math.max(...joined.mock.contexts.map((given) => String(given).length))).toBeLessThan(50);
  expect(text.startsWith('Café ')).toBe(true);
  expect(text.endsWith(' Café')).toBe(true);
});
