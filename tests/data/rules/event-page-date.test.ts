/** The rule event-page-date: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { eventPageDate } from '../../../src/compile/rules/event-page-date.ts';
import { sampleSource } from '../../unit/compile/sample-entities.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

const news = { sources: [sampleSource('s1', { kind: 'news' })] };
const sameDay = { value: '2022-05-10', precision: 'day' as const };

it('catches a day that is the page’s own', () => {
  expect(fieldsOf(eventPageDate, { ...news, ...withEvent({ date: sameDay }) })).toEqual(['events.e1.date']);
});

it('lets a month through, research, a page of another day, and what cites nothing', () => {
  const month = { value: '2022-05', precision: 'month' as const };
  const ofMonth = { sources: [sampleSource('s1', { kind: 'news', published: month })] };
  expect(fieldsOf(eventPageDate, { ...ofMonth, ...withEvent({ date: month }) })).toEqual([]);
  expect(fieldsOf(eventPageDate, { sources: [sampleSource('s1', { kind: 'research' })], ...withEvent({ date: sameDay }) })).toEqual([]);
  const later = sampleSource('s2', { kind: 'news', published: { value: '2022-05-11', precision: 'day' } });
  const two = { sources: [...news.sources, later], ...withEvent({ date: sameDay, sources: ['s1', 's2'] }) };
  expect(fieldsOf(eventPageDate, two)).toEqual([]);
  const official = { sources: [...news.sources, sampleSource('s2')], ...withEvent({ date: sameDay, sources: ['s1', 's2'] }) };
  expect(fieldsOf(eventPageDate, official)).toEqual([]);
  expect(fieldsOf(eventPageDate, { ...news, ...withEvent({ date: sameDay, sources: ['s9'] }) })).toEqual([]);
});

it('lets another day, an official page and a report of a report through', () => {
  expect(fieldsOf(eventPageDate, news)).toEqual([]);
  expect(fieldsOf(eventPageDate, withEvent({ date: sameDay }))).toEqual([]);
  expect(fieldsOf(eventPageDate, { ...news, ...withEvent({ date: sameDay, text: 'A paper reported a contract.' }) })).toEqual([]);
});
