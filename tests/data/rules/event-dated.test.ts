/** The rule event-dated: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { eventDated } from '../../../src/compile/rules/event-dated.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

it('catches an event without a date', () => {
  expect(fieldsOf(eventDated, withEvent({ date: null }))).toEqual(['events.e1.date']);
});

it('lets a year through', () => {
  expect(fieldsOf(eventDated, withEvent({ date: { value: '2020', precision: 'year' } }))).toEqual([]);
});
