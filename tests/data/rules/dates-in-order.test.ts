/** The rule dates-in-order: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { datesInOrder } from '../../../src/compile/rules/dates-in-order.ts';
import { sampleListing, sampleRelation } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

const day = (value: string) => ({ value, precision: 'day' as const });
const dates = { designated: null, published: null, effective: null, removed: null };

it('catches ends before beginnings', () => {
  const listing = sampleListing({ dates: { ...dates, effective: day('2022-05-09'), removed: day('2021-01-01') } });
  expect(fieldsOf(datesInOrder, { listings: [listing] })).toEqual(['listings.l1.dates.removed']);
  const early = sampleListing({ dates: { ...dates, designated: day('2022-05-09'), effective: day('2022-05-01') } });
  expect(fieldsOf(datesInOrder, { listings: [early] })).toEqual(['listings.l1.dates.effective']);
  const unread = sampleListing({ dates: { ...dates, designated: day('2022-05-09'), published: day('2022-05-08') } });
  expect(fieldsOf(datesInOrder, { listings: [unread] })).toEqual(['listings.l1.dates.published']);
  for (const kind of ['designated', 'published'] as const) {
    const ended = sampleListing({ dates: { ...dates, [kind]: day('2022-05-09'), removed: day('2022-05-08') } });
    expect(fieldsOf(datesInOrder, { listings: [ended] })).toEqual(['listings.l1.dates.removed']);
  }
  const relation = sampleRelation({ start: day('2022-05-09'), end: { value: '2021', precision: 'year' } });
  expect(fieldsOf(datesInOrder, { relations: [relation] })).toEqual(['relations.r1.end']);
});

it('lets all of it through on one day', () => {
  const one = day('2022-05-09');
  const listing = sampleListing({ dates: { designated: one, published: one, effective: one, removed: one } });
  expect(fieldsOf(datesInOrder, { listings: [listing], relations: [sampleRelation({ start: one, end: one })] })).toEqual([]);
});

it('lets a coarse end through that may lie after the beginning', () => {
  const relation = sampleRelation({ start: day('2022-05-09'), end: { value: '2022', precision: 'year' } });
  expect(fieldsOf(datesInOrder, { relations: [relation], listings: [sampleListing()] })).toEqual([]);
});
