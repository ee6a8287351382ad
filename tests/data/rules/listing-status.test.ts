/** The rule listing-status: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { listingStatus } from '../../../src/compile/rules/listing-status.ts';
import { sampleListing } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

const removed = { value: '2023-01-01', precision: 'day' as const };
const { dates } = sampleListing();

it.each([
  ['removed without a date', [sampleListing({ status: 'removed' })], 'listings.l1.dates.removed'],
  ['listed with a removal date', [sampleListing({ dates: { ...dates, removed } })], 'listings.l1.status'],
  ['proposed and in effect', [sampleListing({ status: 'proposed' })], 'listings.l1.status'],
  ['the same listing twice', [sampleListing(), sampleListing({ id: 'l2' })], 'listings.l2'],
])('catches %s', (_what, listings, field) => {
  expect(fieldsOf(listingStatus, { listings })).toEqual([field]);
});

it('lets a removal with its date through', () => {
  expect(fieldsOf(listingStatus, { listings: [sampleListing({ status: 'removed', dates: { ...dates, removed } })] })).toEqual([]);
});
