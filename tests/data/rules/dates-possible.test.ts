/** The rule dates-possible: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { datesPossible } from '../../../src/compile/rules/dates-possible.ts';
import { sampleSource } from '../../unit/compile/sample-entities.ts';
import { fieldsOf, placesOf, withEvent } from './check-rule.ts';

it('catches days that nobody can have read about', () => {
  expect(fieldsOf(datesPossible, withEvent({ date: { value: '2027-01', precision: 'month' } }))).toEqual(['events.e1.date']);
  expect(fieldsOf(datesPossible, { founded: { value: '1066', precision: 'year' } })).toEqual(['founded']);
  const unread = { sources: [sampleSource('s1', { published: { value: '2026-11-22', precision: 'day' } })] };
  expect(fieldsOf(datesPossible, unread)).toEqual(['sources.s1.published', 'sources.s1.readBy']);
});

it('catches reading and reviews that are still to come, where it knows what day it is', () => {
  const tomorrow = { ...withEvent({}), review: { state: 'reviewed' as const, on: '2026-11-22' } };
  const on = (today: string | null) => placesOf(datesPossible, [tomorrow], { today });
  expect(on('2026-11-20')).toEqual(['acme-optics.json sources.s1.readBy', 'acme-optics.json review.on']);
  expect(on('2026-11-21')).toEqual(['acme-optics.json review.on']);
  expect(on('2026-11-22')).toEqual([]);
  expect(on(null)).toEqual([]);
});

it('lets what is published and read on one day through, and the first year', () => {
  const sameDay = { value: '2026-11-21', precision: 'day' as const };
  const read = { ...withEvent({ date: sameDay }), sources: [sampleSource('s1', { published: sameDay })] };
  expect(fieldsOf(datesPossible, { ...read, founded: { value: '1830', precision: 'year' } })).toEqual([]);
});

it('lets the year of reading through, which the day of reading lies in', () => {
  expect(fieldsOf(datesPossible, withEvent({ date: { value: '2026', precision: 'year' } }))).toEqual([]);
});
