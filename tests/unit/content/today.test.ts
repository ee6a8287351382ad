/** Which day it is, also where the computer's clock is wrong. */
import { expect, it } from 'vitest';
import { today, todayAfter } from '../../../src/content/today.ts';

it('is the reader’s own day', () => {
  expect(today(new Date(2026, 10, 21, 23, 59))).toBe('2026-11-21');
});

it('is never before the facts were checked, and otherwise what the clock says', () => {
  expect(todayAfter('2026-11-21', new Date(1970, 0, 1, 12))).toBe('2026-11-21');
  expect(todayAfter('2026-11-21', new Date(2099, 5, 1, 12))).toBe('2099-06-01');
  expect(todayAfter(undefined, new Date(1970, 0, 1, 12))).toBe('1970-01-01');
});
