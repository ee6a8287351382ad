/** The rule listing-citation-date: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { listingCitationDate } from '../../../src/compile/rules/listing-citation-date.ts';
import type { SourcedDate } from '../../../src/dataset/dates.ts';
import { sampleListing } from '../../unit/compile/sample-entities.ts';
import { placesOf } from './check-rule.ts';

const day = { value: '2021-11-04', precision: 'day' as const };
const listing = (published: SourcedDate | null, citation: string | null = '86 FR 60759') =>
  sampleListing({ citation, dates: { designated: null, published, effective: null, removed: null } });
const check = (...listings: ReturnType<typeof listing>[]) =>
  placesOf(listingCitationDate, listings.map((one, index) => ({ id: `acme-${index}`, listings: [one] })));

it('catches another date for the same document, and none where it is known', () => {
  expect(check(listing(day), listing({ value: '2021-11-05', precision: 'day' }))).toEqual(['acme-1.json listings.l1.dates.published']);
  expect(check(listing(day), listing({ value: '2021-11', precision: 'month' }))).toEqual(['acme-1.json listings.l1.dates.published']);
  expect(check(listing(null), listing(day))).toEqual(['acme-0.json listings.l1.dates.published']);
});

it('lets one date through, another document, and what nobody dates or cites', () => {
  expect(check(listing(day), listing(day))).toEqual([]);
  expect(check(listing(day), listing(null, '84 FR 54002'))).toEqual([]);
  expect(check(listing(null), listing(null))).toEqual([]);
  expect(check(listing(day, null), listing(null, null))).toEqual([]);
});
