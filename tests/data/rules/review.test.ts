/** The rule review: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { review } from '../../../src/compile/rules/review.ts';
import { fieldsOf } from './check-rule.ts';

it('catches a review older than its sources', () => {
  expect(fieldsOf(review, { review: { state: 'reviewed', on: '2026-11-20' } })).toEqual(['review.on']);
});

it('lets a later review and a draft through', () => {
  expect(fieldsOf(review, { review: { state: 'reviewed', on: '2026-11-21' } })).toEqual([]);
  expect(fieldsOf(review, {})).toEqual([]);
});
