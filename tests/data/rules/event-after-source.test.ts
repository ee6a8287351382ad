/** The rule event-after-source: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { eventAfterSource } from '../../../src/compile/rules/event-after-source.ts';
import { sampleSource } from '../../unit/compile/sample-entities.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

const later = withEvent({ date: { value: '2022-06-01', precision: 'day' } });

it('catches an event after every page cited for it', () => {
  expect(fieldsOf(eventAfterSource, later)).toEqual(['events.e1.date']);
});

it('lets an event through that one page is not older than, and one without a date or a page', () => {
  const sources = [sampleSource('s1'), sampleSource('s2', { published: { value: '2022-06-01', precision: 'day' } })];
  const both = withEvent({ date: { value: '2022-06-01', precision: 'day' }, sources: ['s1', 's2'] });
  expect(fieldsOf(eventAfterSource, { ...both, sources })).toEqual([]);
  expect(fieldsOf(eventAfterSource, withEvent({ date: null }))).toEqual([]);
  expect(fieldsOf(eventAfterSource, withEvent({ date: { value: '2022-05-10', precision: 'day' } }))).toEqual([]);
  // That it cites what is not there is for another rule to say.
  expect(fieldsOf(eventAfterSource, withEvent({ date: { value: '2022-06-01', precision: 'day' }, sources: ['s9'] }))).toEqual([]);
});

it('lets the same month and undated pages through', () => {
  expect(fieldsOf(eventAfterSource, withEvent({ date: { value: '2022-05', precision: 'month' } }))).toEqual([]);
  expect(fieldsOf(eventAfterSource, { ...later, sources: [sampleSource('s1', { published: null })] })).toEqual([]);
});
