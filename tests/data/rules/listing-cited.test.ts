/** The rule listing-cited: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { listingCited } from '../../../src/compile/rules/listing-cited.ts';
import { sampleListing } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

it('catches a listing in force without a citation', () => {
  expect(fieldsOf(listingCited, { listings: [sampleListing({ citation: null })] })).toEqual(['listings.l1.citation']);
});

it('lets a cited listing through, and one that has ended', () => {
  expect(fieldsOf(listingCited, { listings: [sampleListing()] })).toEqual([]);
  expect(fieldsOf(listingCited, { listings: [sampleListing({ citation: null, status: 'removed' })] })).toEqual([]);
});
