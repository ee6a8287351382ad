/** The rule dates-possible: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { datesPossible } from '../../../src/compile/rules/dates-possible.ts';
import { sampleSource } from '../../unit/compile/sample-entities.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

it('catches days that nobody can have read about', () => {
  expect(fieldsOf(datesPossible, withEvent({ date: { value: '2027-01', precision: 'month' } }))).toEqual(['events.e1.date']);
  expect(fieldsOf(datesPossible, { founded: { value: '1066', precision: 'year' } })).toEqual(['founded']);
  const unread = { sources: [sampleSource('s1', { published: { value: '2026-11-22', precision: 'day' } })] };
  expect(fieldsOf(datesPossible, unread)).toEqual(['sources.s1.published', 'sources.s1.readBy']);
});

it('lets the year of reading through, which the day of reading lies in', () => {
  expect(fieldsOf(datesPossible, withEvent({ date: { value: '2026', precision: 'year' } }))).toEqual([]);
});
