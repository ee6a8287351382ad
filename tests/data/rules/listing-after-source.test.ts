/** The rule listing-after-source: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { listingAfterSource } from '../../../src/compile/rules/listing-after-source.ts';
import { fieldsOf } from './check-rule.ts';
import { sampleListing, sampleSource } from '../../unit/compile/sample-entities.ts';


const day = (value: string) => ({ value, precision: 'day' as const });
const check = (published: string | null, designated: string) =>
  fieldsOf(listingAfterSource, {
    listings: [sampleListing({ dates: { ...sampleListing().dates, designated: day(designated) } })],
    sources: [sampleSource('s1', { published: published === null ? null : day(published) })],
  });

it('catches a decision after every page that is cited for it', () => {
  expect(check('2022-05-10', '2022-05-11')).toEqual(['listings.l1.dates.designated']);
});

it('lets a decision through that one page is not older than', () => {
  const listings = [sampleListing({ dates: { ...sampleListing().dates, published: day('2022-05-11') }, sources: ['s1', 's2'] })];
  const sources = [sampleSource('s1'), sampleSource('s2', { published: day('2022-05-11') })];
  expect(fieldsOf(listingAfterSource, { listings, sources })).toEqual([]);
  expect(fieldsOf(listingAfterSource, { listings, sources: sources.slice(0, 1) })).toEqual(['listings.l1.dates.published']);
});

it('lets the same day through, and a page without a date', () => {
  expect(check('2022-05-10', '2022-05-10')).toEqual([]);
  expect(check(null, '2022-05-11')).toEqual([]);
});
